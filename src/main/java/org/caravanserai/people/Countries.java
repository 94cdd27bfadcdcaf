package org.caravanserai.people;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caravanserai.text.Language;

/** The countries of the world by their ISO 3166-1 codes, in the reader's words; those that meet here come first. */
public final class Countries {

    /** The six countries whose scientists meet here. */
    public static final List<String> MEETING = List.of("KZ", "KG", "TJ", "TM", "UZ", "JP");

    private static final List<String> ALL = Arrays.asList(Locale.getISOCountries());

    private Countries() {}

    /** The name of a country; the empty string for none. */
    public static String name(Language reader, String code) {
        return code.isEmpty() ? "" : new ULocale("", code).getDisplayCountry(reader.icuLocale());
    }

    /** Whether there is such a country. */
    public static boolean exists(String code) {
        return ALL.contains(code);
    }

    /** All codes: the six first, then the others as the reader sorts their names. */
    public static List<String> all(Language reader) {
        var collator = Collator.getInstance(reader.icuLocale());
        return java.util.stream.Stream.concat(
                        MEETING.stream(),
                        ALL.stream()
                                .filter(code -> !MEETING.contains(code))
                                .sorted((a, b) -> collator.compare(name(reader, a), name(reader, b))))
                .toList();
    }

    /** The country that a zone lies in; empty for zones of none, such as UTC. */
    public static Optional<String> of(ZoneId zone) {
        try {
            return Optional.of(TimeZone.getRegion(zone.getId())).filter(Countries::exists);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The zone of a country that has only one, for the six; empty for others. */
    public static Optional<ZoneId> zone(String code) {
        return Optional.ofNullable(
                        switch (code) {
                            case "KZ" -> "Asia/Almaty";
                            case "KG" -> "Asia/Bishkek";
                            case "TJ" -> "Asia/Dushanbe";
                            case "TM" -> "Asia/Ashgabat";
                            case "UZ" -> "Asia/Tashkent";
                            case "JP" -> "Asia/Tokyo";
                            default -> null;
                        })
                .map(ZoneId::of);
    }
}
