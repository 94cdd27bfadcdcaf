package org.caravanserai.proposal;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.caravanserai.testing.SharedData;
import org.dhatim.fastexcel.Workbook;
import tools.jackson.databind.json.JsonMapper;

/** The real talks under {@code ../shared}, as the spreadsheets that another tool would write of them. */
public final class SharedTalks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SharedTalks() {}

    /** All rows, the head first; skips the test if the data are not there. */
    public static List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "Proposal title", "Abstract", "Speaker names", "Language"));
        try (var reader = new BufferedReader(new InputStreamReader(
                SharedData.open("proposals/talks.jsonl.gz"), java.nio.charset.StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var talk = JSON.readTree(line);
                var speakers = new ArrayList<String>();
                talk.get("speakers").forEach(s -> speakers.add(s.asString()));
                rows.add(List.of(
                        "T" + rows.size(),
                        talk.get("title").asString(),
                        talk.get("abstract").asString(),
                        String.join("; ", speakers),
                        talk.get("language").asString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Rows as text. */
    static byte[] csv(List<List<String>> rows, Charset charset, char delimiter) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CSVPrinter(
                new OutputStreamWriter(bytes, charset),
                CSVFormat.EXCEL.builder().setDelimiter(delimiter).get())) {
            csv.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Rows as a workbook. */
    static byte[] xlsx(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Other tool", "1.0")) {
            var sheet = workbook.newWorksheet("Submissions");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
