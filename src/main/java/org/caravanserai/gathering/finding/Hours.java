package org.caravanserai.gathering.finding;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.text.Refusal;

/**
 * The hours that a person keeps, by the clock of her zone.
 *
 * @param working when she works, by weekday; a day that is missing is a day off
 * @param breaks what she keeps free of meetings within that
 * @param humane when she may be met at all, on any day
 */
public record Hours(Map<DayOfWeek, DaySpan> working, List<Break> breaks, DaySpan humane) {

    /** The most breaks. */
    public static final int MOST_BREAKS = 8;

    /** How many minutes before and after the working day still belong to its edge. */
    public static final int EDGE = 60;

    private static final DaySpan HUMANE = new DaySpan(450, 1_320);

    /**
     * Hours.
     *
     * @throws Refusal if there are too many breaks
     */
    public Hours {
        if (breaks.size() > MOST_BREAKS) {
            throw Refusal.at("breaks", "finding.break.many", MOST_BREAKS);
        }
        working = Map.copyOf(working);
        breaks = List.copyOf(breaks);
    }

    /** The hours that are usual at universities and institutes of a country: ISO 3166-1 alpha-2. */
    public static Hours usual(String country) {
        return switch (country) {
            case "JP" -> weekdays(DaySpan.hours(9, 18), DaySpan.hours(12, 13));
            case "TJ" -> weekdays(DaySpan.hours(8, 17), DaySpan.hours(12, 13));
            default -> weekdays(DaySpan.hours(9, 18), DaySpan.hours(13, 14));
        };
    }

    private static Hours weekdays(DaySpan day, DaySpan lunch) {
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var working = new EnumMap<DayOfWeek, DaySpan>(DayOfWeek.class);
        week.forEach(each -> working.put(each, day));
        return new Hours(working, List.of(new Break(Break.Kind.LUNCH, lunch, week)), HUMANE);
    }

    /** How a minute of a day suits whoever keeps these hours; on a holiday nobody works. */
    Suitability at(DayOfWeek day, boolean holiday, int minute) {
        var work = holiday ? null : working.get(day);
        if (work != null && work.has(minute)) {
            return breaks.stream()
                            .anyMatch(each ->
                                    each.days().contains(day) && each.span().has(minute))
                    ? Suitability.BREAK
                    : Suitability.WORKING;
        }
        if (!humane.has(minute)) {
            return Suitability.OUTSIDE;
        }
        return work != null && minute >= work.from() - EDGE && minute < work.until() + EDGE
                ? Suitability.EDGE
                : Suitability.HUMANE;
    }

    /** The working week as it is stored: seven spans from Monday, a dot for a day off. */
    String weekText() {
        var days = new ArrayList<String>();
        for (var day : DayOfWeek.values()) {
            var span = working.get(day);
            days.add(span == null ? "." : span.text());
        }
        return String.join(",", days);
    }

    /** The breaks as they are stored. */
    String breaksText() {
        return breaks.stream().map(Break::text).collect(Collectors.joining(","));
    }

    /** What {@link #weekText} and {@link #breaksText} wrote. */
    static Hours parse(String week, String breaks, DaySpan humane) {
        var working = new EnumMap<DayOfWeek, DaySpan>(DayOfWeek.class);
        var days = week.split(",", -1);
        for (int i = 0; i < days.length; i++) {
            if (!days[i].equals(".")) {
                working.put(DayOfWeek.of(i + 1), DaySpan.parse(days[i]));
            }
        }
        var all = new ArrayList<Break>();
        for (var each : breaks.split(",", -1)) {
            if (!each.isEmpty()) {
                all.add(Break.parse(each));
            }
        }
        return new Hours(working, all, humane);
    }
}
