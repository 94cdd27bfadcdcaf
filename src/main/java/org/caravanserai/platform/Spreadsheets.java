package org.caravanserai.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;

/**
 * Tables as files for spreadsheets. Text that a spreadsheet would take for a formula is put behind an apostrophe (OWASP,
 * CSV injection); CSV begins with a byte order mark, without which Excel garbles what is not Latin.
 */
public final class Spreadsheets {

    private static final String DANGEROUS = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

    private Spreadsheets() {}

    /** A table: its heads, and rows of as many cells. */
    public record Table(List<String> heads, List<List<String>> rows) {}

    /** As {@link #csv(List, List)}. */
    public static byte[] csv(Table table) {
        return csv(table.heads(), table.rows());
    }

    /** As {@link #xlsx(String, List, List)}. */
    public static byte[] xlsx(String name, Table table) {
        return xlsx(name, table.heads(), table.rows());
    }

    /** As comma-separated values, UTF-8 with a byte order mark. */
    public static byte[] csv(List<String> heads, List<? extends List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            try (var csv = new CSVPrinter(writer, CSVFormat.EXCEL)) {
                csv.printRecord(safe(heads));
                for (var row : rows) {
                    csv.printRecord(safe(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As an Excel workbook with one sheet, its first row bold and always in sight. */
    public static byte[] xlsx(String name, List<String> heads, List<? extends List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Caravanserai", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, safe(heads.get(column)));
            }
            sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int line = 1;
            for (var row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    sheet.value(line, column, safe(row.get(column)));
                }
                line++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Text as a spreadsheet shows it and never runs it. */
    static String safe(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static List<String> safe(List<String> texts) {
        return texts.stream().map(Spreadsheets::safe).toList();
    }
}
