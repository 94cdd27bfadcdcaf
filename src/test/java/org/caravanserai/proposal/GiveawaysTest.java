package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a text gives its authors away, and what does not. */
class GiveawaysTest {

    private static final Giveaways THEIRS = new Giveaways(
            List.of(
                    new PersonName(
                            "Dinara Bekova", "", "", PersonName.Order.GIVEN_FIRST, "Динара Бекова", "", "Maratovna"),
                    new PersonName(
                            "SATO Junichi", "Sato", "Junichi", PersonName.Order.FAMILY_FIRST, "佐藤 純一", "さとう じゅんいち", ""),
                    PersonName.published("Kim Li")),
            List.of("Kazakh-British Technical University", "筑波大学", "KBTU"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "As Dinara Bekova has shown | Dinara Bekova",
                "(Bekova D. 2019) | Bekova D",
                "D. Bekova et al. | D. Bekova",
                "как показала Динара Бекова в | Динара Бекова",
                "по методу Бековой | Бековой",
                "Бекованың әдісі | Бекованың",
                "the work of Junichi Satō | Junichi Satō",
                "佐藤純一の研究 | 佐藤純一",
                "佐藤らの方法 | 佐藤",
                "さとうじゅんいち | さとうじゅんいち",
                "筑波大学で測定した | 筑波大学",
                "at the Kazakh–British Technical University, Almaty | Kazakh–British Technical University",
                "in the laboratory of KBTU | KBTU",
                "write to dinara@example.org for data | dinara@example.org",
                "see 0000-0002-1825-0097 | 0000-0002-1825-0097"
            })
    void aNameAHouseAnAddressOrAnIdGivesThemAwayInAnySpelling(String text, String gives) {
        assertThat(THEIRS.in(text))
                .extracting(found -> text.substring(found.from(), found.to()))
                .containsExactly(gives);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We measure salt in the dust of the Aral Sea.",
                "Technical universities of Kazakhstan",
                "Satellites over Satpaev",
                "D. in the year 2019",
                "大学で測定した",
                ""
            })
    void whatManyWouldWriteGivesNobodyAway(String text) {
        assertThat(THEIRS.in(text)).isEmpty();
    }

    @Test
    void everythingFoundIsReplacedAndNothingElse() {
        assertThat(THEIRS.hide("Bekova and 佐藤 of KBTU (a@b.org) measured salt.", "[hidden]"))
                .isEqualTo("[hidden] and [hidden] of [hidden] ([hidden]) measured salt.");
    }

    @Test
    void whatIsHiddenOnceHasNothingLeftToHide() {
        var hidden = THEIRS.hide("Dinara Bekova, KBTU", "[hidden]");
        assertThat(THEIRS.hide(hidden, "[hidden]")).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.4\n1 0 obj <</Title (Salt) /Author (D. Bekova)>> endobj",
                "%PDF-1.4\n1 0 obj <</Author <FEFF04110435043A>>> endobj",
                "%PDF-1.4\n<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>D. Bekova</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"
            })
    void theAuthorInThePropertiesOfAPdfIsSeen(String pdf) {
        assertThat(FileTraces.of(pdf.getBytes(StandardCharsets.ISO_8859_1), "application/pdf")
                        .author())
                .isPresent();
    }

    @Test
    void aPdfThatNamesNobodyPasses() {
        var pdf = "%PDF-1.4\n1 0 obj <</Title (Salt) /Author () /Producer (TeX)>> endobj";
        assertThat(FileTraces.of(pdf.getBytes(StandardCharsets.ISO_8859_1), "application/pdf")
                        .author())
                .isEmpty();
    }

    @Test
    void thePropertiesAndTheWordsOfAnOfficeDocumentAreSeen() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("docProps/core.xml"));
            zip.write("<cp:coreProperties><dc:creator>me</dc:creator></cp:coreProperties>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new java.util.zip.ZipEntry("word/document.xml"));
            zip.write("<w:p><w:r><w:t>Beko</w:t></w:r><w:r><w:t>va</w:t></w:r></w:p>".getBytes(StandardCharsets.UTF_8));
        }
        var traces = FileTraces.of(out.toByteArray(), FileKind.DOCX.mediaType());

        assertThat(traces.author()).contains("me");
        assertThat(THEIRS.in(traces.words())).hasSize(1);
    }
}
