package org.caravanserai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"})
    void textThatASpreadsheetWouldRunBeginsWithAnApostrophe(String text) {
        assertThat(Spreadsheets.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Salt = dust", "佐藤 純一", "Айгерім", "a-b@example.org"})
    void otherTextStaysAsItIs(String text) {
        assertThat(Spreadsheets.safe(text)).isEqualTo(text);
    }

    @Test
    void commaSeparatedValuesBeginWithTheMarkThatExcelNeedsAndKeepEveryScript() {
        var csv = Spreadsheets.csv(
                new Spreadsheets.Table(List.of("Name"), List.of(List.of("髙 Қ Ә Ғ Ў ʻ Ž ҷ Ң"), List.of("a, \"b\"\nc"))));

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFName\r\n髙 Қ Ә Ғ Ў ʻ Ž ҷ Ң\r\n\"a, \"\"b\"\"\nc\"\r\n");
    }
}
