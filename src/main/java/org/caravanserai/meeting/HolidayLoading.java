package org.caravanserai.meeting;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caravanserai.platform.BeforeOpening;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Sha256;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the shipped table of holidays at start when it is another than the one loaded last. What administrators added
 * stays. Of several processes that start at once, one loads it: the first that changes the checksum.
 */
@Component
@Order(0)
class HolidayLoading implements BeforeOpening {

    private static final String TABLE = "meeting/holidays.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final JdbcTemplate jdbc;

    HolidayLoading(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void prepare() {
        var bytes = read();
        var checksum = Sha256.hex(bytes);
        var changed = jdbc.update(
                "update holiday_source set checksum = ? where id = 1 and checksum <> ?", checksum, checksum);
        if (changed == 0) {
            return;
        }
        jdbc.update("delete from holiday where edited = false");
        jdbc.batchUpdate(
                "insert into holiday (id, version, country, holiday_day, name, estimated, edited)"
                        + " values (?, 0, ?, ?, ?, ?, false)",
                rows(bytes));
    }

    static List<Object[]> rows(byte[] bytes) {
        try (var records = FORMAT.parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            var rows = new ArrayList<Object[]>();
            for (var record : records) {
                rows.add(new Object[] {
                    Ids.next(),
                    record.get("country"),
                    LocalDate.parse(record.get("date")),
                    name(record).toJson(),
                    record.get("certainty").equals("estimated")
                });
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalizedText name(CSVRecord record) {
        var name = LocalizedText.EMPTY;
        for (var language : Language.values()) {
            name = name.with(language, record.get(language.tag()));
        }
        return name;
    }

    static byte[] read() {
        try (var in = new ClassPathResource(TABLE).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
