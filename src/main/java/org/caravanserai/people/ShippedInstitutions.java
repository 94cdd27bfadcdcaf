package org.caravanserai.people;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The institutions that the product brings along, with names in more of its languages than the registry has. */
@Component
class ShippedInstitutions {

    private static final String TABLE = "people/institutions.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String checksum;
    private final Map<Ror, InstitutionEntry> entries = new LinkedHashMap<>();

    ShippedInstitutions() {
        try (var in = new ClassPathResource(TABLE).getInputStream()) {
            var bytes = in.readAllBytes();
            checksum = Sha256.hex(bytes);
            try (var records = FORMAT.parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
                for (var record : records) {
                    var entry = entry(record);
                    if (entries.put(entry.ror(), entry) != null) {
                        throw new IllegalStateException("shipped twice: " + entry.ror());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells one release of the table from another. */
    String checksum() {
        return checksum;
    }

    Collection<InstitutionEntry> all() {
        return entries.values();
    }

    /** What a registry says, with the names of ours that it lacks. */
    InstitutionEntry complete(InstitutionEntry said) {
        var known = entries.get(said.ror());
        return known == null ? said : said.completedBy(known);
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
}
