package org.caravanserai.people;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the shipped directory of institutions at start when it is another than the one loaded last. What came from a dump
 * or was corrected by hand stays. Of several processes that start at once, one loads it: the first that changes the
 * checksum. It comes before whatever else runs at start, because people refer to institutions.
 */
@Component
@Order(0)
class InstitutionLoading implements ApplicationRunner {

    private static final String TABLE = "people/institutions.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final JdbcTemplate jdbc;
    private final InstitutionWriting writing;

    InstitutionLoading(JdbcTemplate jdbc, InstitutionWriting writing) {
        this.jdbc = jdbc;
        this.writing = writing;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        var bytes = read();
        var checksum = checksum(bytes);
        var changed = jdbc.update(
                "update institution_source set checksum = ? where id = 1 and checksum <> ?", checksum, checksum);
        if (changed > 0) {
            writing.write(entries(bytes), InstitutionWriting.Source.SHIPPED);
        }
    }

    static List<InstitutionEntry> entries(byte[] bytes) {
        try (var records = FORMAT.parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            var entries = new ArrayList<InstitutionEntry>();
            for (var record : records) {
                entries.add(entry(record));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InstitutionEntry entry(CSVRecord record) {
        var name = LocalizedText.EMPTY;
        for (var language : Language.values()) {
            name = name.with(language, record.get(language.tag()));
        }
        var types = new LinkedHashSet<InstitutionType>();
        words(record.get("type")).forEach(word -> types.add(InstitutionType.of(word)));
        return new InstitutionEntry(
                new Ror(record.get("ror")),
                InstitutionState.ACTIVE,
                record.get("country"),
                record.get("city"),
                Double.valueOf(record.get("lat")),
                Double.valueOf(record.get("lon")),
                types,
                name,
                name.text(Language.EN),
                words(record.get("aliases")),
                words(record.get("acronyms")),
                record.get("website"),
                Set.of());
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static byte[] read() {
        try (var in = new ClassPathResource(TABLE).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
