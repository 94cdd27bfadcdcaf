package org.caravanserai.gathering.finding;

import static org.caravanserai.gathering.finding.CalendarText.refused;

import java.util.Locale;
import java.util.regex.Pattern;
import org.caravanserai.text.Refusal;

/**
 * Looks at the lines of an iCalendar file before a library follows it. A library works out the changes of clocks of each zone
 * that a file describes, from the first one on; a file that says they change every second would have it work without end.
 */
public final class CalendarLines {

    /** The longest line, up to its value. */
    static final int LONGEST_HEAD = 8_000;

    /** The most changes of clocks that a file describes, in all its zones. */
    static final int MOST_CHANGES = 400;

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern CHANGE = Pattern.compile("BEGIN:(STANDARD|DAYLIGHT)");
    private static final Pattern RULE_OF_CLOCKS = Pattern.compile(
            "RRULE[^:]*:FREQ=YEARLY(;(INTERVAL=\\d{1,3}|BYMONTH=\\d{1,2}|BYDAY=[-+\\dA-Z]{1,6}|BYMONTHDAY=[-\\d,]{1,40}"
                    + "|BYYEARDAY=-?\\d{1,3}|UNTIL=[\\dTZ]{8,16}|COUNT=\\d{1,3}|WKST=[A-Z]{2}))*");

    private CalendarLines() {}

    /**
     * Refuses what nobody's calendar says and would take for ever to follow.
     *
     * @throws Refusal if clocks change as none do, or a line says more about its value than lines do
     */
    public static void requireHarmless(String file) {
        boolean inZone = false;
        int changes = 0;
        for (var line : (Iterable<String>) FOLD.matcher(file).replaceAll("").lines()::iterator) {
            if (headOf(line) > LONGEST_HEAD) {
                throw refused("finding.calendar.unreadable", line);
            }
            var said = line.length() > 300 ? "" : line.toUpperCase(Locale.ROOT).strip();
            if (said.equals("BEGIN:VTIMEZONE") || said.equals("END:VTIMEZONE")) {
                inZone = said.startsWith("BEGIN");
            } else if (inZone && CHANGE.matcher(said).matches() && ++changes > MOST_CHANGES) {
                throw refused("finding.calendar.many", String.valueOf(MOST_CHANGES));
            } else if (inZone && isRule(line) && !RULE_OF_CLOCKS.matcher(said).matches()) {
                throw refused("finding.calendar.often", line);
            }
        }
    }

    private static boolean isRule(String line) {
        return line.regionMatches(true, 0, "RRULE", 0, 5);
    }

    /** How much of a line stands before its value. */
    private static int headOf(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return line.length();
    }
}
