package org.caravanserai.review.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffinitiesTest {

    private static final UUID WATER = new UUID(0, 1);
    private static final UUID ENERGY = new UUID(0, 2);
    private static final UUID HERITAGE = new UUID(0, 3);

    private static final Matter DUST = matter(
            "Salt dust from the dried bed of the Aral Sea",
            "Saxaul belts planted on the dried seabed hold the salt dust that storms carry to the villages.",
            WATER);

    @Test
    void whoWorksOnTheTopicSuitsBetterThanWhoWorksOnAnother() {
        var affinities = Affinities.between(List.of(DUST), List.of(onTopic(WATER, 1), onTopic(ENERGY, 1)));

        assertThat(affinities.score(0, 0, 1)).isEqualTo(1);
        assertThat(affinities.score(0, 1, 1)).isLessThan(0.1);
    }

    @Test
    void theMainTopicCountsTwiceAsMuchAsEachOfTheOthers() {
        var proposal = matter("Dams", "Dams and power.", WATER, ENERGY);
        var affinities = Affinities.between(List.of(proposal), List.of(onTopic(WATER, 1), onTopic(ENERGY, 1)));

        assertThat(affinities.score(0, 0, 1)).isEqualTo(2 * affinities.score(0, 1, 1));
    }

    @Test
    void whoseWorksSpeakOfTheSameThingsIsNearerThoughNoTopicWasStated() {
        var near = works("Salt and dust storms over the dry Aral seabed: measurements at three villages");
        var far = works("A corpus of epic songs: the Manas tellers of the twentieth century");
        var affinities = Affinities.between(List.of(DUST), List.of(near, far));

        assertThat(affinities.score(0, 0, 1)).isGreaterThan(5 * affinities.score(0, 1, 1));
        assertThat(affinities.explain(0, 0, 1).sharedWords())
                .contains("Aral", "dust")
                .doesNotContain("the", "from");
        assertThat(affinities.explain(0, 1, 1).sharedWords()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JA | アラル海の塩と砂塵の観測          | アラル海で観測された砂塵と塩について
            RU | Пыльные бури высохшего Арала     | О пыльной буре над высохшим Аралом
            KK | Арал теңізінің тұзды шаңы         | Арал теңізіндегі тұзды шаңдар туралы
            KY | Мөңгүлөрдүн эриши жана суу        | Мөңгүнүн эришинин сууга таасири
            UZ | Orol dengizi tuzli changlari      | Orol dengizining tuzli changi haqida
            TG | Пиряхҳои Помир ва оби дарёҳо      | Пиряхи Помир ва обҳои дарё
            TK | Aral deňziniň duzly tozany        | Aral deňzindäki duzly tozanlar
            """)
    void wordsMeetInEveryLanguageThoughTheyAreInflected(Language language, String title, String work) {
        var proposal = new Matter(LocalizedText.of(language, title), LocalizedText.EMPTY, List.of(), "");
        var affinities = Affinities.between(
                List.of(proposal), List.of(works(work), works("Quantum dots in glass"), works("Кыймыл жана ритм")));

        assertThat(affinities.explain(0, 0, 1).sharedWords()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(affinities.score(0, 0, 1)).isGreaterThan(2 * affinities.score(0, 1, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | When two storms come after one another, dust | When two methods fail one after another | dust
            RU | Также два метода, которые являются новыми    | Также две схемы, которые являются новыми  | пыль
            JA | 本研究では二つの方法を用いる                  | 本研究では二つの結果を報告する            | 塩
            KK | Бұл зерттеу екі жаңа әдіс туралы және        | Бұл зерттеу екі жаңа нәтиже туралы және   | тұз
            KY | Бул изилдөө эки жаңы ыкма жөнүндө жана       | Бул изилдөө эки жаңы натыйжа жөнүндө жана | туз
            UZ | Ushbu tadqiqot ikki yangi usul toʻgʻrisida   | Ushbu tadqiqot ikki yangi natija toʻgʻrisida | tuz
            TG | Ин таҳқиқот дар байни ду усули нав аст       | Ин таҳқиқот дар байни ду натиҷаи нав аст, ӯ | намак
            TK | Şu barlag iki täze usul hakynda we öň        | Şu barlag iki täze netije hakynda we öň   | duz
            """)
    void wordsThatTellNothingAreNoReason(Language language, String title, String work, String subject) {
        var proposal =
                new Matter(LocalizedText.of(language, title + " " + subject), LocalizedText.EMPTY, List.of(), "");
        var affinities = Affinities.between(List.of(proposal), List.of(works(work), works(work + " " + subject)));

        assertThat(affinities.explain(0, 0, 1).sharedWords()).isEmpty();
        assertThat(affinities.explain(0, 1, 1).sharedWords()).containsExactly(subject);
    }

    @Test
    void aWordThatHalfOfAllTextsShareIsNoReason() {
        var proposals = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> matter("Aral question number" + i, "The Aral and subject" + i + "."))
                .toList();
        var affinities = Affinities.between(proposals, List.of(works("The Aral and its subject7")));

        assertThat(affinities.explain(7, 0, 1).sharedWords()).containsExactly("subject7");
    }

    @Test
    void aNameMeetsItselfAcrossScripts() {
        var affinities = Affinities.between(
                List.of(DUST), List.of(works("Экология моря Арал и соли"), works("Экология озера Балхаш")));

        assertThat(affinities.explain(0, 0, 1).sharedWords()).containsExactly("Aral");
        assertThat(affinities.score(0, 0, 1)).isGreaterThan(affinities.score(0, 1, 1));
    }

    @Test
    void aSecondNearWorkAddsALittleAndAFarOneTakesNothingAway() {
        var near = "Salt dust storms from the Aral seabed";
        var affinities = Affinities.between(
                List.of(DUST),
                List.of(
                        works(near),
                        works(near, "Saxaul against salt dust"),
                        works(near, "Kimono weaving in Nishijin", "Tea and trade")));

        assertThat(affinities.score(0, 1, 1)).isGreaterThan(affinities.score(0, 0, 1));
        assertThat(affinities.score(0, 2, 1)).isEqualTo(affinities.score(0, 0, 1));
    }

    @Test
    void aWishMovesAMatchButNeverOutweighsKnowledge() {
        var affinities = Affinities.between(List.of(DUST), List.of(onTopic(WATER, 0.5), onTopic(HERITAGE, 1)));

        assertThat(affinities.score(0, 0, 2)).isGreaterThan(affinities.score(0, 0, 1));
        assertThat(affinities.score(0, 0, 0.5)).isLessThan(affinities.score(0, 0, 1));
        assertThat(affinities.score(0, 1, 2)).isLessThan(affinities.score(0, 0, 1));
        assertThatThrownBy(() -> affinities.score(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoReadsNoneOfItsLanguagesCannotJudgeAndWhoCannotFollowTheTalkCountsLess() {
        var proposal = new Matter(
                LocalizedText.english("Dust").with(Language.JA, "砂塵"),
                LocalizedText.english("About dust.").with(Language.JA, "砂塵について。"),
                List.of(WATER),
                "ja");
        var affinities =
                Affinities.between(List.of(proposal), List.of(judgingIn("ru"), judgingIn("en"), judgingIn("ja", "en")));

        assertThat(affinities.reads(0, 0)).isFalse();
        assertThat(affinities.reads(0, 1)).isTrue();
        assertThat(affinities.explain(0, 1, 1).follows()).isFalse();
        assertThat(affinities.score(0, 2, 1)).isGreaterThan(affinities.score(0, 1, 1));
    }

    @Test
    void nothingKnownIsLittleButNotNothing() {
        var nobody = new Expertise(Map.of(), Set.of(), List.of());
        var affinities = Affinities.between(List.of(DUST), List.of(nobody));

        assertThat(affinities.score(0, 0, 1)).isBetween(0.001, 0.05);
        assertThat(affinities.score(0, 0, 2)).isGreaterThan(affinities.score(0, 0, 1));
    }

    private static Matter matter(String title, String text, UUID... topics) {
        return new Matter(LocalizedText.english(title), LocalizedText.english(text), List.of(topics), "en");
    }

    private static Expertise onTopic(UUID topic, double strength) {
        return new Expertise(Map.of(topic, strength), Set.of("en"), List.of());
    }

    private static Expertise works(String... texts) {
        return new Expertise(Map.of(), Set.of(), List.of(texts));
    }

    private static Expertise judgingIn(String... languages) {
        return new Expertise(Map.of(WATER, 1.0), Set.of(languages), List.of());
    }
}
