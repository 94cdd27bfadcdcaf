package org.caravanserai.proposal.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caravanserai.text.Language;

/** Reads the values of single cells, in the forms in which people and other tools write them. */
final class Cells {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?");
    private static final Pattern HOURS =
            Pattern.compile("(\\d{1,2})\\s*(?:h|hours?|ч|час|時間|saat|soat|соат|сағат)\\.?\\s*(?:(\\d{1,2})\\D*)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})(?:[.,]0+)?(?:\\s*\\p{L}+\\.?|\\s*['′])?");
    private static final List<Pattern> DATES = List.of(
            Pattern.compile("(?<y>\\d{4})[-/.年](?<m>\\d{1,2})[-/.月](?<d>\\d{1,2})日?(?: 00:00(?::00)?)?"),
            Pattern.compile("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})"));

    private Cells() {}

    /** A length in minutes, such as {@code 20}, {@code 20 min}, {@code 0:20}, {@code 1 h 30} or {@code PT20M}. */
    static Optional<Integer> minutes(String cell) {
        var text = plain(cell);
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)));
        }
        var hours = HOURS.matcher(text);
        if (hours.matches()) {
            return Optional.of(Integer.parseInt(hours.group(1)) * 60
                    + Optional.ofNullable(hours.group(2)).map(Integer::parseInt).orElse(0));
        }
        var minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return Optional.of(Integer.valueOf(minutes.group(1)));
        }
        try {
            return Optional.of(Math.toIntExact(Duration.parse(text).toMinutes()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A whole number that is not negative. */
    static Optional<Integer> number(String cell) {
        var text = plain(cell).replaceAll("[ \u00A0](?=\\d{3})", "").replaceAll("[.,]0+$", "");
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** A day, such as {@code 2027-06-08}, {@code 8.6.2027} or {@code 2027年6月8日}. */
    static Optional<LocalDate> date(String cell) {
        var text = plain(cell);
        for (var pattern : DATES) {
            var match = pattern.matcher(text);
            if (match.matches()) {
                try {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(match.group("y")),
                            Integer.parseInt(match.group("m")),
                            Integer.parseInt(match.group("d"))));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The language that a text can be in, where it was said to be in another: letters of the wrong script mean English. */
    static Language languageOf(String text, Language said) {
        return switch (said) {
            case JA ->
                has(
                                text,
                                Character.UnicodeScript.HAN,
                                Character.UnicodeScript.HIRAGANA,
                                Character.UnicodeScript.KATAKANA)
                        ? said
                        : Language.EN;
            case RU, KK, KY, TG -> has(text, Character.UnicodeScript.CYRILLIC) ? said : Language.EN;
            case EN, UZ, TK -> said;
        };
    }

    /** Whether all letters are Latin, as on a programme for everybody. */
    static boolean isLatin(String text) {
        return text.codePoints().filter(Character::isLetter).allMatch(c -> switch (Character.UnicodeScript.of(c)) {
            case LATIN, COMMON, INHERITED -> true;
            default -> false;
        });
    }

    /** Takes the apostrophe away that a spreadsheet, or an export for one, puts before what could be a formula. */
    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@|%".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static boolean has(String text, Character.UnicodeScript... scripts) {
        return text.codePoints().anyMatch(c -> List.of(scripts).contains(Character.UnicodeScript.of(c)));
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceFirst("^pt", "PT");
    }
}
