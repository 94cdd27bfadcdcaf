package org.caravanserai.gathering;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.text.Refusal;

/**
 * How an appointment repeats: on some weekdays of every so many weeks, at the same time of day in its own zone. Clocks that
 * change elsewhere move it there, never here.
 *
 * @param everyWeeks 1 for every week, 2 for every second
 * @param days on which weekdays, at least one
 * @param end when it ends
 */
public record Recurrence(int everyWeeks, Set<DayOfWeek> days, End end) {

    /** The most times that something repeats. */
    public static final int MOST = 150;

    /** The longest time between two of them, in weeks. */
    public static final int MOST_WEEKS = 12;

    /** When it ends. */
    public sealed interface End {}

    /** It ends on a day, which may be one of its days. */
    public record On(LocalDate last) implements End {}

    /** It ends after so many times. */
    public record After(int times) implements End {}

    /** @throws Refusal if it has no day, or is too often or too seldom */
    public Recurrence {
        if (days.isEmpty()) {
            throw Refusal.at("days", "appointment.repeat.days.none");
        }
        if (everyWeeks < 1 || everyWeeks > MOST_WEEKS) {
            throw Refusal.at("weeks", "appointment.repeat.weeks.limits", MOST_WEEKS);
        }
        if (end instanceof After after && (after.times() < 2 || after.times() > MOST)) {
            throw Refusal.at("times", "appointment.repeat.times.limits", MOST);
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /**
     * The days on which it is, from its first, which must be one of its weekdays; {@link #MOST} at most.
     *
     * @throws Refusal if the first day is none of its weekdays, or it is over before it has repeated
     */
    public List<LocalDate> from(LocalDate first) {
        if (!days.contains(first.getDayOfWeek())) {
            throw Refusal.at("days", "appointment.repeat.days.first");
        }
        var all = new ArrayList<LocalDate>();
        var limit = end instanceof After after ? after.times() : MOST;
        var last = end instanceof On on ? on.last() : LocalDate.MAX;
        for (var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                all.size() < limit && !monday.isAfter(last);
                monday = monday.plusWeeks(everyWeeks)) {
            for (var day : days) {
                var next = monday.plusDays(day.getValue() - 1L);
                if (!next.isBefore(first) && !next.isAfter(last) && all.size() < limit) {
                    all.add(next);
                }
            }
        }
        if (all.size() < 2) {
            throw Refusal.at("until", "appointment.repeat.until.early");
        }
        return all;
    }

    /** As it is stored, such as {@code 2;TUESDAY;x10} or {@code 1;MONDAY,FRIDAY;2027-06-08}. */
    String stored() {
        return everyWeeks
                + ";"
                + days.stream().map(DayOfWeek::name).collect(Collectors.joining(","))
                + ";"
                + switch (end) {
                    case After after -> "x" + after.times();
                    case On on -> on.last().toString();
                };
    }

    /** What was stored so; empty for nothing. */
    static Optional<Recurrence> of(String stored) {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var parts = stored.split(";", -1);
        try {
            return Optional.of(new Recurrence(
                    Integer.parseInt(parts[0]),
                    Arrays.stream(parts[1].split(",", -1))
                            .map(DayOfWeek::valueOf)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))),
                    parts[2].startsWith("x")
                            ? new After(Integer.parseInt(parts[2].substring(1)))
                            : new On(LocalDate.parse(parts[2]))));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException("a stored recurrence is broken: " + stored, e);
        }
    }

    /** As the value of an iCalendar RRULE; the week begins on Monday, so that every second week is the same everywhere. */
    String rule(AppointmentTime first) {
        return "FREQ=WEEKLY;INTERVAL="
                + everyWeeks
                + ";WKST=MO;BYDAY="
                + days.stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","))
                + ";COUNT="
                + from(first.day()).size();
    }
}
