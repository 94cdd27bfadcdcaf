package org.caravanserai.agenda.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.ConflictRules.Limits;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.proposal.UnsuitableTime;

/**
 * The time of a meeting as the optimiser counts it: in minutes from the first moment of its first day, in the meeting's zone.
 */
final class PlanTimes {

    /** So many days before and after the meeting, what is placed by hand is judged too. */
    private static final int AROUND = 3;

    private final ZoneId zone;
    private final List<LocalDate> days;
    private final Limits limits;
    private final Instant beginning;

    /** {@code limits} says when people sleep. */
    PlanTimes(AgendaFacts facts, Limits limits) {
        this.zone = facts.zone();
        this.days = facts.days();
        this.limits = limits;
        this.beginning = days.getFirst().atStartOfDay(zone).toInstant();
    }

    /** The instant from which minutes are counted. */
    Instant beginning() {
        return beginning;
    }

    /** The hours of each day, less what is in all rooms then. */
    List<Stretch> hours(AgendaBoard board, PlanRules rules) {
        var open = new ArrayList<Stretch>();
        for (var day : days) {
            var start = minute(day.atTime(rules.dayStart()));
            open.add(new Stretch(start, start + rules.dayMinutes()));
        }
        for (var session : board.sessions()) {
            session.place()
                    .map(AgendaBoard.BoardPlace::spot)
                    .filter(spot -> spot.room() == null)
                    .ifPresent(spot -> cut(open, spot));
        }
        return List.copyOf(open);
    }

    private void cut(List<Stretch> open, AgendaSpot spot) {
        var from = minute(spot.start());
        var to = minute(spot.end());
        for (var each : List.copyOf(open)) {
            if (each.overlaps(from, to)) {
                open.remove(each);
                if (each.start() < from) {
                    open.add(new Stretch(each.start(), from));
                }
                if (to < each.end()) {
                    open.add(new Stretch(to, each.end()));
                }
            }
        }
        open.sort(java.util.Comparator.comparingInt(Stretch::start));
    }

    List<Stretch> stretches(Collection<UnsuitableTime> times) {
        return times.stream()
                .map(time -> new Stretch(minute(time.start()), minute(time.end())))
                .toList();
    }

    List<Stretch> during(Collection<Interval> times) {
        return times.stream().map(this::stretch).toList();
    }

    Stretch stretch(Interval time) {
        return new Stretch(minute(Instant.ofEpochSecond(time.start())), minute(Instant.ofEpochSecond(time.end())));
    }

    /** When somebody who lives in a zone is asleep. */
    List<Stretch> nights(ZoneId of) {
        return outside(of, limits.wakes(), limits.sleeps());
    }

    /** From one end of a day to the next beginning, by the clocks of a zone; midnight stands for the end of a day. */
    List<Stretch> outside(ZoneId of, LocalTime from, LocalTime to) {
        return around().stream()
                .map(day -> new Stretch(
                        minute((to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to))
                                .atZone(of)
                                .toInstant()),
                        minute(day.plusDays(1).atTime(from).atZone(of).toInstant())))
                .toList();
    }

    /** The days around the meeting's that are none of its own. */
    List<Stretch> otherDays() {
        return around().stream()
                .filter(day -> !days.contains(day))
                .map(this::day)
                .toList();
    }

    /** The ends of days, as empty stretches. */
    List<Stretch> midnights() {
        return around().stream()
                .map(day -> minute(day.plusDays(1).atStartOfDay()))
                .map(minute -> new Stretch(minute, minute))
                .toList();
    }

    Stretch day(LocalDate day) {
        return new Stretch(minute(day.atStartOfDay()), minute(day.plusDays(1).atStartOfDay()));
    }

    private List<LocalDate> around() {
        return days.getFirst()
                .minusDays(AROUND)
                .datesUntil(days.getLast().plusDays(AROUND + 1L))
                .toList();
    }

    int minute(LocalDateTime local) {
        return minute(local.atZone(zone).toInstant());
    }

    /** Minutes from the beginning. */
    int minute(Instant instant) {
        return Math.toIntExact(Duration.between(beginning, instant).toMinutes());
    }
}
