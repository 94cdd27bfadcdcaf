package org.caravanserai.gathering;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When an appointment takes place: its first time, and how that repeats. The hour is that of its own zone, so that it stays the
 * same when clocks change there or elsewhere.
 *
 * @param startsAt when it begins for the first time
 * @param minutes how long each time lasts
 * @param zone the IANA name of its zone
 * @param endsAt when the last of it ends; with what does not repeat, when it ends
 * @param recurrence how it repeats, as kept; empty if it is once
 */
@Embeddable
record AppointmentTimes(Instant startsAt, int minutes, String zone, Instant endsAt, String recurrence) {

    /** From this first time on; what repeats on one weekday alone repeats on that of its first time. */
    static AppointmentTimes of(AppointmentTime first, Optional<Recurrence> repeats) {
        return new AppointmentTimes(
                        first.start(),
                        Math.toIntExact(first.length().toMinutes()),
                        first.zone().getId(),
                        first.end(),
                        repeats.map(r -> onItsDay(r, first).stored()).orElse(""))
                .endingWithLast(List.of());
    }

    private static Recurrence onItsDay(Recurrence repeats, AppointmentTime first) {
        return repeats.days().size() == 1
                ? new Recurrence(repeats.everyWeeks(), Set.of(first.day().getDayOfWeek()), repeats.end())
                : repeats;
    }

    AppointmentTime first() {
        return new AppointmentTime(startsAt, Duration.ofMinutes(minutes), ZoneId.of(zone));
    }

    Optional<Recurrence> repeats() {
        return Recurrence.of(recurrence);
    }

    /** Whether it repeats, and one of its times is on this day. */
    boolean repeatsOn(LocalDate day) {
        return repeats().filter(r -> r.from(first().day()).contains(day)).isPresent();
    }

    /**
     * Each time that it takes place, in the order of the rule; one if it does not repeat.
     *
     * @param changes what has become of some of them
     */
    List<Occurrence> occurrences(Collection<OccurrenceChange> changes) {
        var first = first();
        var days = repeats().map(r -> r.from(first.day())).orElse(List.of(first.day()));
        var changed = changes.stream().collect(Collectors.toMap(OccurrenceChange::day, c -> c));
        return days.stream()
                .map(day -> {
                    var start = day.atTime(first.local().toLocalTime())
                            .atZone(first.zone())
                            .toInstant();
                    var regular = new Occurrence(
                            day, new AppointmentTime(start, first.length(), first.zone()), Occurrence.State.REGULAR);
                    return Optional.ofNullable(changed.get(day))
                            .map(c -> c.of(regular, first.zone()))
                            .orElse(regular);
                })
                .toList();
    }

    /** The same, ending with the last of its times, also when one was moved behind that of the rule. */
    AppointmentTimes endingWithLast(Collection<OccurrenceChange> changes) {
        var last = Collections.max(
                occurrences(changes).stream().map(one -> one.time().end()).toList());
        return new AppointmentTimes(startsAt, minutes, zone, last, recurrence);
    }

    /** Whether its first time, its length or its rule is another. */
    boolean differFrom(AppointmentTimes other) {
        return !startsAt.equals(other.startsAt) || minutes != other.minutes || !recurrence.equals(other.recurrence);
    }

    /** Whether nothing of it lies ahead any more: it is over or, if it is once, has begun. */
    boolean isPast(Instant now) {
        return !endsAt.isAfter(now) || recurrence.isEmpty() && !startsAt.isAfter(now);
    }
}
