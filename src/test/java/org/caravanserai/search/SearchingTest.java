package org.caravanserai.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.review.Committee;
import org.caravanserai.review.reviewing.Blindness;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.review.reviewing.ReviewPhase;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a search finds, for whom, and that it finds what was committed a moment ago. */
@IntegrationTest
class SearchingTest {

    @Autowired
    Searching searching;

    @Autowired
    ReadyIndex ready;

    @Autowired
    Committee committee;

    @Autowired
    PublishedMeetings published;

    @Autowired
    ConflictKeeping conflicts;

    @Autowired
    Persons persons;

    @Autowired
    Proposals proposals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    /** A word that stands nowhere else. */
    private String word = "";

    private Committee.Scene scene;

    @BeforeEach
    void aCommittee() {
        ready.await();
        word = "q" + Ids.code().toLowerCase(Locale.ROOT).replaceAll("[0-9]", "z") + "v";
        scene = committee.scene();
    }

    @Test
    void aProposalIsFoundByItsAuthorsAndItsCommitteeAndNobodyElse() {
        var author = committee.person("Author", "", Language.EN, "KZ");
        var proposal = committee.submitted(scene, author, LocalizedText.english("Salt " + word), 0, 0, "en");
        var stranger = committee.person("Odd", "", Language.EN, "JP");

        assertThat(found(author.id(), word)).containsExactly(SearchKind.MINE + " " + proposal.code());
        for (var person : List.of(scene.organiser(), scene.chair(), scene.reviewer())) {
            assertThat(found(person, word)).containsExactly(SearchKind.PROPOSAL + " " + proposal.code());
        }
        assertThat(found(stranger.id(), word)).isEmpty();
    }

    @Test
    void aDraftIsFoundByItsAuthorAlone() {
        var author = committee.person("Author", "", Language.EN, "KZ");
        var draft = Actor.asSystem(() -> {
            var made = new Proposal(
                    scene.meeting().id(), author.id(), scene.types().getFirst().key(), 20, clock);
            made.write(content(made, LocalizedText.english("Unfinished " + word)), clock);
            return proposals.save(made);
        });

        assertThat(found(author.id(), word)).containsExactly(SearchKind.MINE + " " + draft.code());
        assertThat(found(scene.chair(), word)).isEmpty();
        assertThat(found(scene.chair(), draft.code())).isEmpty();
    }

    @Test
    void aConflictOfInterestHidesAProposalAltogether() {
        var author = committee.person("Author", "", Language.EN, "KZ");
        var proposal = committee.submitted(scene, author, LocalizedText.english("Salt " + word), 0, 0, "en");
        Acting.as(scene.organiser(), () -> {
            conflicts.set(proposal.id(), scene.reviewer(), "Her cousin");
            conflicts.set(proposal.id(), scene.chair(), "His cousin");
        });

        assertThat(found(scene.reviewer(), word)).isEmpty();
        assertThat(found(scene.chair(), word)).isEmpty();
        assertThat(found(scene.organiser(), word)).hasSize(1);
    }

    @Test
    void whileTheReviewIsDoubleBlindReviewersFindNoProposalByItsPeople() {
        var author = committee.person("Dinara " + word + "ova", "Динара", Language.RU, "KG");
        var proposal = committee.submitted(scene, author, LocalizedText.english("Salt of the sea"), 0, 0, "en");
        blind(Blindness.DOUBLE);

        assertThat(proposalsFoundBy(scene.reviewer(), word + "ova")).isEmpty();
        assertThat(proposalsFoundBy(scene.reviewer(), "salt " + word)).isEmpty();
        assertThat(proposalsFoundBy(scene.reviewer(), "salt " + proposal.code()))
                .hasSize(1);
        assertThat(proposalsFoundBy(scene.chair(), word + "ova")).hasSize(1);
        assertThat(proposalsFoundBy(scene.organiser(), word + "ova")).hasSize(1);

        blind(Blindness.SINGLE);
        assertThat(proposalsFoundBy(scene.reviewer(), word + "ova")).hasSize(1);
    }

    @Test
    void whatIsChangedIsFoundAtOnceAndWhatItWasIsNot() {
        var author = committee.person("Author", "", Language.EN, "KZ");
        var proposal = committee.submitted(scene, author, LocalizedText.english("Before " + word), 0, 0, "en");
        assertThat(found(scene.chair(), word)).hasSize(1);

        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            var stored = proposals.findById(proposal.key()).orElseThrow();
            stored.write(content(stored, LocalizedText.english("After " + word + "new")), clock);
        }));

        assertThat(found(scene.chair(), "before " + word)).isEmpty();
        assertThat(found(scene.chair(), "after " + word)).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNeverFound() {
        var person = committee.person("Person " + word, "", Language.EN, "KZ");
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            persons.findById(person.key()).orElseThrow().rename(PersonName.published("Unheard other" + word));
            persons.flush();
            t.setRollbackOnly();
        }));

        assertThat(found(scene.chair(), "other" + word)).isEmpty();
        assertThat(found(scene.chair(), word)).containsExactly("PERSON Person " + word);
    }

    @Test
    void aPersonWhoChangesHerNameIsFoundByItOnHerProposalsToo() {
        var author = committee.person("Before " + word, "", Language.EN, "KZ");
        var proposal = committee.submitted(scene, author, LocalizedText.english("Salt"), 0, 0, "en");

        Actor.asSystem(() -> transaction.executeWithoutResult(t -> persons.findById(author.key())
                .orElseThrow()
                .rename(new PersonName(
                        "Shavkat " + word, "", "", PersonName.Order.GIVEN_FIRST, "小野 " + word, "おの", ""))));

        assertThat(found(scene.chair(), "Шавкат " + word))
                .containsExactly("PROPOSAL " + proposal.code(), "PERSON Shavkat " + word);
        assertThat(found(scene.chair(), "Ohno " + word)).hasSize(2);
        assertThat(found(scene.chair(), "小野 " + word)).hasSize(2);
    }

    @Test
    void sessionsAreFoundWhileTheirMeetingIsOpen() {
        var slug = "m" + Ids.code().toLowerCase(Locale.ROOT);
        var meeting = published.publish(PublishedMeetings.tokyo(slug));
        var anyone = committee.person("Anyone", "", Language.EN, "JP").id();

        assertThat(sessionsFoundBy(anyone, "アラル海に水", slug)).containsExactly("WATER2");
        assertThat(sessionsFoundBy(anyone, "арал", slug)).contains("WATER2");
        assertThat(sessionsFoundBy(anyone, "さとう", slug)).containsExactly("WATER2");
        assertThat(sessionsFoundBy(anyone, "Şavkat", slug)).containsExactly("EVIL22");

        published.show(meeting, false);
        assertThat(sessionsFoundBy(anyone, "アラル海に水", slug)).isEmpty();
        published.show(meeting, true);
        assertThat(sessionsFoundBy(anyone, "アラル海に水", slug)).containsExactly("WATER2");
    }

    @Test
    void institutionsAreFoundByAllTheirNames() {
        for (var name : List.of("Назарбаев университеті", "Nazarbaev", "ナザルバエフ", "NU Nazarbayev")) {
            assertThat(hits(scene.reviewer(), name, SearchKind.INSTITUTION))
                    .as(name)
                    .anySatisfy(hit -> assertThat(((SearchHit.OfInstitution) hit)
                                    .institution()
                                    .printedName())
                            .isEqualTo("Nazarbayev University"));
        }
    }

    @Test
    void aSearchCostsAsManyStatementsForTenAsForMany() {
        committee.many(scene, 10);
        int few = statements("proposal number");
        committee.many(scene, 60);
        int many = statements("proposal number");

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingTypedIsMoreThanWords(String typed) {
        var answer = Acting.as(scene.chair(), () -> searching.find(typed, Set.of(), 10));

        assertThat(answer.standing()).isNotEqualTo(SearchAnswer.Standing.NO_INDEX);
        assertThat(answer.groups()).isEmpty();
    }

    static List<String> hostile() {
        var nothing = "zzqxjwwvkkqpzfh";
        return List.of(
                "",
                "   ",
                "***",
                "?",
                ".*" + nothing,
                nothing + "*",
                "/" + nothing + ".*/",
                "\"" + nothing,
                nothing + "~9 AND (OR NOT ]",
                "title:" + nothing,
                "+-&&||!(){}[]^\"~*?:\\/",
                "😀",
                "👩‍🔬 " + nothing,
                "\0",
                nothing + "\0" + nothing,
                "'; drop table person; -- " + nothing,
                "%" + nothing + "_",
                nothing.repeat(2_000),
                (nothing + " ").repeat(2_000),
                "龘".repeat(10_000),
                "ー".repeat(300),
                "\uD800" + nothing,
                "ا".repeat(200),
                "\u202e" + nothing);
    }

    private void blind(Blindness blindness) {
        committee.plan(
                scene,
                c -> c.blind(Map.of(
                                ReviewPhase.BIDDING, blindness,
                                ReviewPhase.REVIEWING, blindness,
                                ReviewPhase.DISCUSSION, Blindness.SINGLE))
                        .until(new ReviewPlan.Deadlines(
                                Optional.of(clock.instant().plus(Duration.ofDays(1))),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private Proposal.Content content(Proposal proposal, LocalizedText title) {
        return new Proposal.Content(
                proposal.sessionType(),
                title,
                LocalizedText.EMPTY,
                List.of(scene.topics().getFirst().key()),
                20,
                "en",
                "en",
                30,
                null);
    }

    private List<String> proposalsFoundBy(PersonId person, String typed) {
        return found(person, typed).stream()
                .filter(line -> line.startsWith("PROPOSAL"))
                .toList();
    }

    private List<String> sessionsFoundBy(PersonId person, String typed, String slug) {
        return hits(person, typed, SearchKind.SESSION).stream()
                .map(hit -> (SearchHit.OfSession) hit)
                .filter(session -> session.slug().equals(slug))
                .map(SearchHit.OfSession::code)
                .toList();
    }

    private List<SearchHit> hits(PersonId person, String typed, SearchKind kind) {
        return answer(person, typed, EnumSet.of(kind)).groups().stream()
                .flatMap(group -> group.hits().stream())
                .toList();
    }

    private List<String> found(PersonId person, String typed) {
        return answer(person, typed, Set.of()).groups().stream()
                .flatMap(group -> group.hits().stream().map(hit -> group.kind() + " " + name(hit)))
                .toList();
    }

    /** The least of a few: what has been committed meanwhile and roles that are read again cost one more each. */
    private int statements(String typed) {
        found(scene.chair(), typed);
        return IntStream.range(0, 5)
                .map(i -> SqlCounter.count(() -> Acting.as(scene.chair(), () -> searching.find(typed, Set.of(), 20))))
                .min()
                .orElseThrow();
    }

    private SearchAnswer answer(PersonId person, String typed, Set<SearchKind> kinds) {
        return Acting.as(person, () -> ready.whole(() -> searching.find(typed, kinds, Searching.MOST)));
    }

    private static String name(SearchHit hit) {
        return switch (hit) {
            case SearchHit.OfSession session -> session.code();
            case SearchHit.OfProposal proposal -> proposal.code();
            case SearchHit.OfPerson person -> person.name().published();
            case SearchHit.OfInstitution institution ->
                institution.institution().printedName();
        };
    }
}
