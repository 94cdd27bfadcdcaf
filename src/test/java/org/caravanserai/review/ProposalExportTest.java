package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class ProposalExportTest {

    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"Salt\")";

    @Autowired
    Committee committee;

    @Autowired
    ProposalExport export;

    @Test
    void theListForSpreadsheetsCarriesNoFormulaAndKeepsEveryScript() throws IOException {
        var scene = committee.scene();
        committee.submitted(
                scene,
                committee.person("佐藤 純一", "佐藤 純一", Language.JA, "JP"),
                LocalizedText.english(FORMULA),
                0,
                0,
                "ja");
        committee.submitted(
                scene,
                committee.person("@Шавкат Каримов", "", Language.UZ, "UZ"),
                LocalizedText.english("A quoted \"word\", a comma"),
                1,
                1,
                "en");

        var bytes = Acting.as(
                scene.organiser(),
                () -> export.csv(scene.meeting().id(), ProposalFilter.ALL, ProposalOrder.TITLE, false, Language.EN));

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        var text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        List<CSVRecord> records;
        try (var parser = CSVFormat.EXCEL.parse(new StringReader(text))) {
            records = parser.getRecords();
        }
        assertThat(records).hasSize(3);
        var cells = records.stream().flatMap(CSVRecord::stream).toList();
        assertThat(cells)
                .contains("'" + FORMULA, "A quoted \"word\", a comma", "佐藤 純一", "'@Шавкат Каримов")
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*"));
    }

    @Test
    void theWorkbookHoldsTheSameWordsAndNoFormula(@TempDir Path folder) throws IOException {
        var scene = committee.scene();
        committee.submitted(
                scene,
                committee.person("Aigerim Nurlanova", "", Language.KK, "KZ"),
                LocalizedText.english(FORMULA),
                0,
                0,
                "en");

        var bytes = Acting.as(
                scene.organiser(),
                () -> export.xlsx(scene.meeting().id(), ProposalFilter.ALL, ProposalOrder.TITLE, false, Language.EN));

        var file = Files.write(folder.resolve("proposals.xlsx"), bytes);
        var parts = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/")) {
                    parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(parts.toString()).contains("HYPERLINK").doesNotContain("<f>", "<f ", ">=HYPERLINK");
    }

    @Test
    void reviewersTakeNoListAway() {
        var scene = committee.scene();

        assertThatThrownBy(() -> Acting.as(
                        scene.reviewer(),
                        () -> export.csv(
                                scene.meeting().id(), ProposalFilter.ALL, ProposalOrder.TITLE, false, Language.EN)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
