package org.caravanserai.gathering.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caravanserai.gathering.finding.Stretch;

/**
 * Lays out the slots of a person. Hours are by the clock of her zone; a time that a change of clocks leaves out that day is no
 * slot.
 *
 * @param zone where she lives
 * @param holidays the days on which the hours of the week do not count
 * @param engaged when she does something else
 * @param taken the slots that are taken already
 */
record SlotPlan(BookingRules rules, ZoneId zone, Set<LocalDate> holidays, List<Stretch> engaged, List<Slot> taken) {

    /** The slots that can be booked at a moment, in order. */
    List<Slot> open(Instant now) {
        var open = new ArrayList<Slot>();
        var first = LocalDate.ofInstant(now, zone);
        for (int ahead = 0; ahead <= rules.horizonDays(); ahead++) {
            var day = first.plusDays(ahead);
            if (takenOn(day) < rules.dayLimit()) {
                slots(day).stream().filter(slot -> bookable(slot, now)).forEach(open::add);
            }
        }
        return open;
    }

    private List<Slot> slots(LocalDate day) {
        var slots = new ArrayList<Slot>();
        for (var span : rules.on(day, holidays.contains(day)).stream().sorted().toList()) {
            for (int from = span.from();
                    from + rules.minutes() <= span.until();
                    from += rules.minutes() + rules.pause()) {
                var time = LocalTime.of(from / 60, from % 60);
                var start = day.atTime(time).atZone(zone);
                if (start.toLocalTime().equals(time)) {
                    slots.add(new Slot(start.toInstant(), start.toInstant().plus(Duration.ofMinutes(rules.minutes()))));
                }
            }
        }
        return slots;
    }

    private boolean bookable(Slot slot, Instant now) {
        var from = slot.start().minus(Duration.ofMinutes(rules.pause()));
        var until = slot.end().plus(Duration.ofMinutes(rules.pause()));
        return !slot.start().isBefore(now.plus(Duration.ofHours(rules.noticeHours())))
                && taken.stream()
                        .noneMatch(each ->
                                each.start().isBefore(until) && each.end().isAfter(from))
                && engaged.stream()
                        .filter(Stretch::firm)
                        .noneMatch(each ->
                                each.from().isBefore(until) && each.until().isAfter(from));
    }

    private long takenOn(LocalDate day) {
        return taken.stream()
                .filter(each -> LocalDate.ofInstant(each.start(), zone).equals(day))
                .count();
    }
}
