package org.caravanserai.partnering.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.partnering.matching.Fit.Reason;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.Test;

/** What makes two cards belong together, and who is shown what. */
class SuggestionsTest {

    private static final LocalDate SPRING = LocalDate.of(2027, 4, 1);
    private static final Lexicon NO_WORDS = new Lexicon(List.of());

    private final Lexicon lexicon = new Lexicon(List.of(LocalizedText.english("glacier mass balance, saxaul")
            .with(Language.JA, "氷河質量収支, サクサウール")
            .with(Language.RU, "баланс массы ледников, саксаул")));

    @Test
    void aNeedIsShownTheOfferOfTheSameKind() {
        var need = card(CardKind.NEED, Sought.DATA, "KZ").about("glaciers");
        var offer = card(CardKind.OFFER, Sought.DATA, "JP").about("glaciers");
        var another = card(CardKind.OFFER, Sought.EQUIPMENT, "JP").about("glaciers");

        assertThat(shownTo(need, need, offer, another)).containsExactly(offer.key);
    }

    @Test
    void twoNeedsForTheSameDataHelpNobody() {
        var one = card(CardKind.NEED, Sought.DATA, "KZ").about("glaciers");
        var other = card(CardKind.NEED, Sought.DATA, "JP").about("glaciers");

        assertThat(shownTo(one, one, other)).isEmpty();
    }

    @Test
    void twoWhoLookForPartnersHaveFoundThem() {
        var one = card(CardKind.NEED, Sought.PARTNER, "KZ").about("glaciers");
        var other = card(CardKind.NEED, Sought.PARTNER, "JP").about("glaciers");

        assertThat(shownTo(one, one, other)).containsExactly(other.key);
        assertThat(fit(one, other, NO_WORDS)).extracting(Reason::aspect).contains(Aspect.COMPLEMENT);
    }

    @Test
    void aSupervisorWithoutAStudentFindsAStudentWithoutASupervisor() {
        var professor = card(CardKind.NEED, Sought.STUDENT, "JP").about("health");
        var student = card(CardKind.NEED, Sought.SUPERVISION, "TJ").about("health");

        assertThat(shownTo(student, student, professor)).containsExactly(professor.key);
        assertThat(shownTo(professor, student, professor)).containsExactly(student.key);
    }

    @Test
    void nobodyIsShownHerOwnCards() {
        var need = card(CardKind.NEED, Sought.DATA, "KZ").about("glaciers");
        var offer = card(CardKind.OFFER, Sought.DATA, "KZ").about("glaciers").by(need.author);

        assertThat(shownTo(need, need, offer)).isEmpty();
    }

    @Test
    void whatHasNoSubjectInCommonDoesNotFitHoweverWellTheRestDoes() {
        var need = card(CardKind.NEED, Sought.DATA, "KZ").about("glaciers").saying("Runoff of mountain rivers");
        var offer = card(CardKind.OFFER, Sought.DATA, "JP").about("heritage").saying("Photographs of old bazaars");

        assertThat(shownTo(need, need, offer)).isEmpty();
    }

    @Test
    void cardsInJapaneseAndInRussianMeetInAnExpressionOfATopic() {
        var need = card(CardKind.NEED, Sought.DATA, "JP");
        need.title = LocalizedText.of(Language.JA, "天山山脈の氷河質量収支の観測データ");
        var offer = card(CardKind.OFFER, Sought.DATA, "KG");
        offer.title = LocalizedText.of(Language.RU, "Многолетний баланс массы ледников Ала-Арчи");

        assertThat(fit(need, offer, lexicon))
                .filteredOn(reason -> reason.aspect() == Aspect.WORDS)
                .singleElement()
                .satisfies(reason -> assertThat(reason.shared()).containsExactly("氷河質量収支"));
        assertThat(fit(need, offer, NO_WORDS)).isEmpty();
    }

    @Test
    void namesMeetAcrossScripts() {
        var need = card(CardKind.NEED, Sought.SITE, "JP").saying("A mooring site in the Aralkum");
        var offer = card(CardKind.OFFER, Sought.SITE, "KZ");
        offer.title = LocalizedText.of(Language.RU, "Полевая станция Аралкум");

        assertThat(fit(need, offer, NO_WORDS))
                .filteredOn(reason -> reason.aspect() == Aspect.WORDS)
                .singleElement()
                .satisfies(reason -> assertThat(reason.shared()).containsExactly("Aralkum"));
    }

    @Test
    void theExplanationAddsUpToTheScoreAndNamesEveryReason() {
        var need = card(CardKind.NEED, Sought.FUNDING, "KZ")
                .about("mining", "nuclear")
                .saying("A SATREPS proposal on tailings")
                .with("SATREPS", "hyperspectral imaging")
                .during(SPRING, SPRING.plusYears(2));
        var offer = card(CardKind.OFFER, Sought.FUNDING, "JP")
                .about("mining")
                .saying("SATREPS funds for tailings and slag")
                .with("satreps")
                .during(SPRING.plusYears(1), SPRING.plusYears(3));

        var reasons = fit(need, offer, NO_WORDS);
        assertThat(reasons)
                .extracting(Reason::aspect)
                .containsExactly(
                        Aspect.COMPLEMENT,
                        Aspect.TOPICS,
                        Aspect.WORDS,
                        Aspect.METHODS,
                        Aspect.COUNTRY,
                        Aspect.LANGUAGE,
                        Aspect.TERM);
        assertThat(reasons)
                .allSatisfy(reason ->
                        assertThat(reason.points()).isBetween(1, reason.aspect().most()));
        assertThat(reasons.get(1).shared()).containsExactly("mining");
        assertThat(reasons.get(3).shared()).containsExactly("SATREPS");
        assertThat(new Fit(reasons).score())
                .isEqualTo(reasons.stream().mapToInt(Reason::points).sum());
    }

    @Test
    void theScoreByWhichListsAreMadeIsTheSumOfTheReasonsShown() {
        var cards = crowd(new Random(7), 60);
        var matching = new Matching(cards.stream().map(Draft::facts).toList(), lexicon);
        var near = new double[60];
        for (int card = 0; card < 60; card++) {
            matching.near(card, near);
            for (int other = 0; other < 60; other++) {
                assertThat(matching.explain(card, other).score()).isEqualTo(matching.score(card, other, near[other]));
            }
        }
    }

    @Test
    void allPointsTogetherAreAHundred() {
        int all = 0;
        for (var aspect : Aspect.values()) {
            all += aspect.most();
        }
        assertThat(all).isEqualTo(100);
    }

    @Test
    void aNearerTimeAndAnotherCountryMakeABetterFit() {
        var need = card(CardKind.NEED, Sought.SITE, "KZ").about("aral-sea").during(SPRING, SPRING.plusMonths(3));
        var abroad = card(CardKind.OFFER, Sought.SITE, "UZ").about("aral-sea").during(SPRING, SPRING.plusMonths(3));
        var atHome = card(CardKind.OFFER, Sought.SITE, "KZ").about("aral-sea").during(SPRING, SPRING.plusMonths(3));
        var later = card(CardKind.OFFER, Sought.SITE, "UZ")
                .about("aral-sea")
                .during(SPRING.plusYears(1), SPRING.plusYears(2));

        assertThat(score(need, abroad)).isGreaterThan(score(need, atHome)).isGreaterThan(score(need, later));
    }

    @Test
    void onePopularCardIsNobodysOnlySuggestionAndEveryCardIsSuggestedToSomebody() {
        var cards = new ArrayList<Draft>();
        var popular = card(CardKind.OFFER, Sought.FUNDING, "JP")
                .about("aral-sea")
                .saying("SATREPS funding for salt, saxaul and dust of the Aral Sea")
                .with("SATREPS");
        cards.add(popular);
        for (int i = 0; i < 60; i++) {
            cards.add(card(CardKind.NEED, Sought.FUNDING, i % 2 == 0 ? "KZ" : "UZ")
                    .about("aral-sea")
                    .saying("SATREPS funding for salt, saxaul and dust, plot " + (char) ('a' + i % 26))
                    .with("SATREPS"));
        }
        var suggestions = suggest(cards, lexicon);

        var times = new HashMap<UUID, Integer>();
        for (var card : cards) {
            var shown = suggestions.of(card.key);
            assertThat(shown).as("everybody has a list").isNotEmpty();
            assertThat(shown)
                    .as("not the popular one alone")
                    .anyMatch(one -> card == popular || !one.card().equals(popular.key));
            shown.forEach(one -> times.merge(one.card(), 1, Integer::sum));
        }
        assertThat(times.get(popular.key)).isBetween(1, Suggestions.MOST_LISTS);
        assertThat(times.keySet()).hasSize(cards.size());
    }

    @Test
    void whoeverSuitsOnlyOneCardIsStillShownThere() {
        var cards = new ArrayList<Draft>();
        var star = card(CardKind.OFFER, Sought.DATA, "JP").about("space");
        cards.add(star);
        for (int i = 0; i < 40; i++) {
            cards.add(card(CardKind.NEED, Sought.DATA, "KZ").about("space"));
        }
        var suggestions = suggest(cards, NO_WORDS);

        assertThat(suggestions.of(star.key)).hasSize(40);
        assertThat(cards.stream()
                        .filter(card -> !suggestions.of(card.key).isEmpty() && card != star)
                        .count())
                .isEqualTo(Suggestions.MOST_LISTS);
    }

    @Test
    void inACrowdNoCardIsInTooManyListsAndNoneThatFitsIsLeftOut() {
        var cards = crowd(new Random(1), 300);
        var suggestions = suggest(cards, lexicon);
        var matching = new Matching(cards.stream().map(Draft::facts).toList(), lexicon);

        var times = new HashMap<UUID, Integer>();
        cards.forEach(card -> suggestions.of(card.key).forEach(one -> times.merge(one.card(), 1, Integer::sum)));
        assertThat(times.values()).allMatch(count -> count <= Suggestions.MOST_LISTS);
        var near = new double[cards.size()];
        for (int card = 0; card < cards.size(); card++) {
            matching.near(card, near);
            for (int other = 0; other < cards.size(); other++) {
                if (matching.score(card, other, near[other]) > 0) {
                    assertThat(times).containsKey(cards.get(other).key);
                }
            }
        }
    }

    @Test
    void whoMustNotSeeACardIsNotShownIt() {
        var need = card(CardKind.NEED, Sought.DATA, "KZ").about("glaciers");
        var offer = card(CardKind.OFFER, Sought.DATA, "JP").about("glaciers");
        var suggestions = Suggestions.among(
                List.of(need.facts(), offer.facts()), NO_WORDS, (to, shown) -> to.kind() == CardKind.OFFER);

        assertThat(suggestions.of(need.key)).isEmpty();
        assertThat(suggestions.of(offer.key)).hasSize(1);
    }

    @Test
    void withoutCardsNothingIsSuggested() {
        assertThat(Suggestions.among(List.of(), NO_WORDS, (to, shown) -> true).of(UUID.randomUUID()))
                .isEmpty();
    }

    private static List<Draft> crowd(Random random, int size) {
        var topics = List.of("aral-sea", "glaciers", "mining", "health", "energy");
        var words = List.of("saxaul", "runoff", "slag", "vaccine", "turbine", "isotope", "sensor", "archive");
        var countries = List.of("KZ", "UZ", "KG", "TJ", "TM", "JP");
        var cards = new ArrayList<Draft>();
        for (int i = 0; i < size; i++) {
            cards.add(card(
                            CardKind.values()[random.nextInt(2)],
                            Sought.values()[random.nextInt(Sought.values().length)],
                            countries.get(random.nextInt(6)))
                    .about(topics.get(random.nextInt(5)), topics.get(random.nextInt(5)))
                    .saying(words.get(random.nextInt(8)) + " and " + words.get(random.nextInt(8)))
                    .with(words.get(random.nextInt(8))));
        }
        return cards;
    }

    private List<UUID> shownTo(Draft card, Draft... all) {
        return suggest(List.of(all), NO_WORDS).of(card.key).stream()
                .map(Suggestions.Suggestion::card)
                .toList();
    }

    private static Suggestions suggest(List<Draft> cards, Lexicon lexicon) {
        return Suggestions.among(cards.stream().map(Draft::facts).toList(), lexicon, (to, shown) -> true);
    }

    private static List<Reason> fit(Draft card, Draft other, Lexicon lexicon) {
        return new Matching(List.of(card.facts(), other.facts()), lexicon)
                .explain(0, 1)
                .reasons();
    }

    private static int score(Draft card, Draft other) {
        return new Fit(fit(card, other, NO_WORDS)).score();
    }

    private static Draft card(CardKind kind, Sought sought, String country) {
        return new Draft(kind, sought, country);
    }

    private static final class Draft {

        private final UUID key = UUID.randomUUID();
        private final CardKind kind;
        private final Sought sought;
        private final String country;
        private UUID author = UUID.randomUUID();
        private Set<String> topics = Set.of();
        private LocalizedText title = LocalizedText.EMPTY;
        private List<String> methods = List.of();
        private Span term = Span.ANY;

        private Draft(CardKind kind, Sought sought, String country) {
            this.kind = kind;
            this.sought = sought;
            this.country = country;
        }

        private Draft about(String... keys) {
            topics = Set.copyOf(List.of(keys).stream().distinct().toList());
            return this;
        }

        private Draft saying(String words) {
            title = LocalizedText.english(words);
            return this;
        }

        private Draft with(String... words) {
            methods = List.of(words);
            return this;
        }

        private Draft during(LocalDate from, LocalDate until) {
            term = new Span(Optional.of(from), Optional.of(until));
            return this;
        }

        private Draft by(UUID person) {
            author = person;
            return this;
        }

        private CardFacts facts() {
            return new CardFacts(
                    key,
                    author,
                    kind,
                    sought,
                    topics,
                    title,
                    LocalizedText.EMPTY,
                    methods,
                    Set.of("en"),
                    country,
                    term);
        }
    }
}
