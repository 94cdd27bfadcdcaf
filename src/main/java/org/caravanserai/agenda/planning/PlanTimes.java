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
import org.caravanserai.agenda.conflict.ConflictRules.Limits;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.proposal.UnsuitableTime;

/**
 * The time of a meeting as the optimiser counts it: in minutes from the first moment of its first day, in the meeting's zone.
 */
final class PlanTimes {

    private final MeetingView meeting;
    private final Limits limits;
    private final Instant beginning;

    /** {@code limits} says when people sleep. */
    PlanTimes(MeetingView meeting, Limits limits) {
        this.meeting = meeting;
        this.limits = limits;
        this.beginning = meeting.firstDay().atStartOfDay(meeting.zone()).toInstant();
    }

    /** The instant from which minutes are counted. */
    Instant beginning() {
        return beginning;
    }

    /** The hours of each day, less what is in all rooms then. */
    List<Stretch> hours(AgendaBoard board, PlanRules rules) {
        var open = new ArrayList<Stretch>();
        for (var day : meeting.days()) {
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
        return times.stream()
                .map(time -> new Stretch(
                        minute(Instant.ofEpochSecond(time.start())), minute(Instant.ofEpochSecond(time.end()))))
                .toList();
    }

    /** When somebody who lives in a zone is asleep, around the days of the meeting. */
    List<Stretch> nights(ZoneId zone) {
        var nights = new ArrayList<Stretch>();
        for (LocalDate day = meeting.firstDay().minusDays(2);
                day.isBefore(meeting.lastDay().plusDays(2));
                day = day.plusDays(1)) {
            nights.add(new Stretch(
                    minute(evening(day).atZone(zone).toInstant()),
                    minute(day.plusDays(1).atTime(limits.wakes()).atZone(zone).toInstant())));
        }
        return nights;
    }

    private LocalDateTime evening(LocalDate day) {
        return limits.sleeps().equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(limits.sleeps());
    }

    int minute(LocalDateTime local) {
        return minute(local.atZone(meeting.zone()).toInstant());
    }

    /** Minutes from the beginning. */
    int minute(Instant instant) {
        return Math.toIntExact(Duration.between(beginning, instant).toMinutes());
    }
}
