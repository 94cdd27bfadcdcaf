package org.caravanserai.gathering.ui;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.PollContent;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** Draws up what a {@link PickTable} offers: a week of hours on the organiser's clocks, or six weeks of days. */
class CandidateSheets {

    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 21;
    private static final int WEEKS = 6;
    private static final int DAYS = 7;

    private final Words words;
    private final Holidays holidays;

    CandidateSheets(Words words, Holidays holidays) {
        this.words = words;
        this.holidays = holidays;
    }

    /** Heads and rows of a table. */
    record Sheet(List<PickTable.Head> heads, List<PickTable.Row> rows) {}

    /** The first day of the week that a day is in. Weeks begin on Monday in all six countries' calendars of work. */
    LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The day of a candidate on the organiser's clocks. */
    LocalDate day(CandidateTime time, ZoneId zone) {
        return switch (time) {
            case CandidateTime.Slot slot -> LocalDate.ofInstant(slot.start(), zone);
            case CandidateTime.WholeDay whole -> whole.day();
        };
    }

    /** What a table calls a candidate. */
    String name(CandidateTime time) {
        return switch (time) {
            case CandidateTime.Slot slot -> slot.start().toString();
            case CandidateTime.WholeDay whole -> whole.day().toString();
        };
    }

    /** The candidate that a table calls so. */
    CandidateTime time(String name, PollContent content) {
        return content.wholeDays()
                ? new CandidateTime.WholeDay(LocalDate.parse(name))
                : new CandidateTime.Slot(Instant.parse(name), content.minutes());
    }

    /** A week of hours, each with the time on other clocks beside it. */
    Sheet hours(LocalDate first, ZoneId zone, ZoneId beside) {
        var language = words.language();
        var calendar = holidays.between(first, first.plusDays(DAYS - 1));
        var heads = new ArrayList<PickTable.Head>();
        heads.add(new PickTable.Head(Moments.city(language, zone), Moments.city(language, beside)));
        for (int i = 0; i < DAYS; i++) {
            heads.add(new PickTable.Head(
                    Moments.shortDay(language, first.plusDays(i)), free(calendar, first.plusDays(i))));
        }
        var rows = new ArrayList<PickTable.Row>();
        for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
            var at = first.atTime(hour, 0).atZone(zone).toInstant();
            var cells = new ArrayList<PickTable.Cell>();
            for (int i = 0; i < DAYS; i++) {
                var start = first.plusDays(i).atTime(hour, 0).atZone(zone).toInstant();
                cells.add(new PickTable.Cell(
                        start.toString(), "", Moments.full(language, start, zone, Moments.city(language, zone))));
            }
            var same = !Moments.differ(at, zone, beside);
            rows.add(new PickTable.Row(
                    new PickTable.Head(
                            Moments.time(language, at, zone), same ? "" : Moments.time(language, at, beside)),
                    cells));
        }
        return new Sheet(heads, rows);
    }

    /** Six weeks of days. */
    Sheet days(LocalDate first) {
        var language = words.language();
        var calendar = holidays.between(first, first.plusDays((long) WEEKS * DAYS - 1));
        var heads = new ArrayList<PickTable.Head>();
        heads.add(new PickTable.Head(words.get("poll.pick.week"), ""));
        IntStream.range(0, DAYS)
                .mapToObj(i -> first.plusDays(i).getDayOfWeek())
                .forEach(day -> heads.add(
                        new PickTable.Head(day.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale()), "")));
        var rows = new ArrayList<PickTable.Row>();
        for (int week = 0; week < WEEKS; week++) {
            var monday = first.plusWeeks(week);
            rows.add(new PickTable.Row(
                    new PickTable.Head(Moments.shortDay(language, monday), ""),
                    IntStream.range(0, DAYS)
                            .mapToObj(monday::plusDays)
                            .map(day -> new PickTable.Cell(
                                    day.toString(),
                                    day.getDayOfMonth() + mark(free(calendar, day)),
                                    Moments.day(language, day) + mark(free(calendar, day))))
                            .toList()));
        }
        return new Sheet(heads, rows);
    }

    private static String mark(String free) {
        return free.isEmpty() ? "" : " · " + free;
    }

    /** The countries that are at home on a day, such as {@code KZ, JP}. */
    private static String free(Holidays.Calendar calendar, LocalDate day) {
        return calendar.on(day).stream()
                .map(Holidays.HolidayIn::country)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
