package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;

class PeopleIndexTest {

    @Test
    void japaneseNamesStandByTheirReadingUnderRowsOfKana() {
        assertThat(index(
                        Language.JA,
                        japanese("渡辺 花", "わたなべ はな", "WATANABE"),
                        japanese("佐藤 純一", "サトウ ジュンイチ", "SATO"),
                        japanese("斎藤 光", "さいとう ひかる", "SAITO"),
                        japanese("東 健", "あずま けん", "AZUMA"),
                        japanese("五十嵐 舞", "いがらし まい", "IGARASHI"),
                        japanese("髙橋 美緒", "たかはし みお", "TAKAHASHI"),
                        latin("Aibek", "Zhumabayev")))
                .containsExactly("あ: 東 健, 五十嵐 舞", "さ: 斎藤 光, 佐藤 純一", "た: 髙橋 美緒", "わ: 渡辺 花", "Z: Aibek Zhumabayev");
    }

    @Test
    void aJapaneseNameWithoutAReadingStandsByItsLatinForm() {
        assertThat(index(Language.JA, japanese("佐藤 純一", "", "SATO"), japanese("東 健", "あずま けん", "AZUMA")))
                .containsExactly("あ: 東 健", "S: 佐藤 純一");
    }

    @Test
    void namesInLatinScriptStandByTheFamilyNameWhateverComesFirst() {
        assertThat(index(
                        Language.EN,
                        latin("Shavkat", "Rahimov"),
                        japanese("佐藤 純一", "さとう じゅんいち", "SATO"),
                        latin("Zoe", "Émile"),
                        latin("Anna", "Eaton")))
                .containsExactly("E: Anna Eaton, Zoe Émile", "R: Shavkat Rahimov", "S: SATO Test");
    }

    @Test
    void uzbekSortsItsOwnLettersAfterThoseTheyComeFromHoweverTheApostropheWasTyped() {
        assertThat(index(
                        Language.UZ,
                        latin("A", "O'rinboyev"),
                        latin("B", "Ortiqov"),
                        latin("C", "Oʻrinboyeva"),
                        latin("D", "Usmonov"),
                        latin("E", "Shodiyev"),
                        latin("F", "Sobirov"),
                        latin("G", "Chori")))
                .containsExactly(
                        "O: B Ortiqov",
                        "S: F Sobirov",
                        "U: D Usmonov",
                        "Oʻ: A O'rinboyev, C Oʻrinboyeva",
                        "Sh: E Shodiyev",
                        "Ch: G Chori");
    }

    @Test
    void kazakhHasItsLettersWhereItsDictionariesHaveThem() {
        assertThat(index(
                        Language.KK,
                        cyrillic("Қасымов"),
                        cyrillic("Ким"),
                        cyrillic("Әуезов"),
                        cyrillic("Абаев"),
                        cyrillic("Ғабдуллин"),
                        cyrillic("Ержанов")))
                .containsExactly("А: Абаев", "Ә: Әуезов", "Ғ: Ғабдуллин", "Е: Ержанов", "К: Ким", "Қ: Қасымов");
    }

    @Test
    void turkmenHasItsLettersToo() {
        assertThat(index(
                        Language.TK,
                        latin("A", "Çaryýew"),
                        latin("B", "Çüriýew"),
                        latin("C", "Berdiýew"),
                        latin("D", "Žumaýew"),
                        latin("E", "Jumaýew"),
                        latin("F", "Ýazow")))
                .containsExactly(
                        "B: C Berdiýew", "Ç: A Çaryýew, B Çüriýew", "J: E Jumaýew", "Ž: D Žumaýew", "Ý: F Ýazow");
    }

    private static List<String> index(Language reader, PersonName... names) {
        var people = Arrays.stream(names)
                .map(name -> new PersonPart(UUID.randomUUID(), "P", name, "", "", "", "", LocalizedText.EMPTY))
                .toList();
        return PeopleIndex.of(people, reader).stream()
                .map(group -> group.letter() + ": "
                        + group.people().stream().map(p -> p.name().in(reader)).collect(Collectors.joining(", ")))
                .toList();
    }

    private static PersonName japanese(String name, String kana, String family) {
        return new PersonName(family + " Test", family, "Test", PersonName.Order.FAMILY_FIRST, name, kana, "");
    }

    private static PersonName latin(String given, String family) {
        return new PersonName(given + " " + family, family, given, PersonName.Order.GIVEN_FIRST, "", "", "");
    }

    private static PersonName cyrillic(String name) {
        return new PersonName("Latin form", "Form", "Latin", PersonName.Order.GIVEN_FIRST, name, "", "");
    }
}
