package org.caravanserai.gathering.finding;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.caravanserai.text.Refusal;

/** Reads the zones, times and lengths of iCalendar files as they are written. What cannot be read for sure is refused. */
public final class CalendarText {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,4})W");
    private static final int SHOWN = 60;

    private CalendarText() {}

    /**
     * A time as a file writes it.
     *
     * @param wholeDay whether it is a day
     */
    public record Moment(LocalDateTime local, ZoneId zone, boolean wholeDay) {

        /** The instant that it is. */
        public java.time.Instant instant() {
            return local.atZone(zone).toInstant();
        }
    }

    /**
     * A zone by its name in the tz database, with or without a maker's prefix, or by its name in Windows.
     *
     * @throws Refusal if it is none of them
     */
    public static ZoneId zone(String name) {
        var said = name.replace("\"", "").strip();
        var parts = said.split("/", -1);
        var last = parts.length > 2 ? parts[parts.length - 2] + "/" + parts[parts.length - 1] : said;
        var windows = TimeZone.getIDForWindowsID(said, "001");
        for (var candidate : new String[] {said, last, windows == null ? "" : windows}) {
            try {
                return ZoneId.of(candidate);
            } catch (DateTimeException e) {
                // The next spelling may be known.
                continue;
            }
        }
        throw refused("finding.calendar.zone", said);
    }

    /**
     * A time in a zone, or in UTC where it says so.
     *
     * @throws Refusal if it is no time
     */
    public static Moment moment(String text, ZoneId where) {
        return text.endsWith("Z")
                ? new Moment(local(text.substring(0, text.length() - 1)), ZoneOffset.UTC, false)
                : new Moment(local(text), where, text.length() == 8);
    }

    /**
     * A length, which the format may give in weeks.
     *
     * @throws Refusal if it is none
     */
    public static Duration length(String text) {
        var weeks = WEEKS.matcher(text);
        try {
            return weeks.matches() ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1))) : Duration.parse(text);
        } catch (DateTimeException e) {
            throw refused("finding.calendar.unreadable", text);
        }
    }

    /** A rule whose end is on the clock on which it began. */
    static String ruleOnClockOf(Moment start, String rule) {
        var parts = new ArrayList<String>();
        for (var part : rule.split(";", -1)) {
            parts.add(
                    part.startsWith("UNTIL=")
                            ? "UNTIL=" + end(part.substring(6), start).format(WRITTEN)
                            : part);
        }
        return String.join(";", parts);
    }

    private static LocalDateTime end(String text, Moment start) {
        var end = moment(text, start.zone());
        return end.wholeDay()
                ? end.local().plusDays(1).minusSeconds(1)
                : LocalDateTime.ofInstant(end.instant(), start.zone());
    }

    private static LocalDateTime local(String text) {
        try {
            return text.length() == 8
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay()
                    : LocalDateTime.parse(text, WRITTEN);
        } catch (DateTimeException e) {
            throw refused("finding.calendar.unreadable", text);
        }
    }

    /** A refusal that shows what cannot be read, or the beginning of it. */
    static Refusal refused(String key, String what) {
        return Refusal.at("address", key, what.length() > SHOWN ? what.substring(0, SHOWN) : what);
    }
}
