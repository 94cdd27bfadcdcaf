package org.caravanserai.agenda.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.caravanserai.agenda.conflict.Conflict.Detail;
import org.caravanserai.agenda.conflict.SessionFacts.Availability;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with one session where it stands, whatever stands beside it. */
final class LoneConflicts {

    private static final int DAY = 24 * 60;

    private final AgendaFacts agenda;
    private final ConflictRules rules;
    private final Map<UUID, RoomFacts> rooms;
    private final Set<LocalDate> days;

    LoneConflicts(AgendaFacts agenda, ConflictRules rules, Map<UUID, RoomFacts> rooms) {
        this.agenda = agenda;
        this.rules = rules;
        this.rooms = rooms;
        this.days = new HashSet<>(agenda.days());
    }

    void find(SessionFacts facts, Spot spot, Consumer<Conflict> found) {
        var room = spot.room() == null ? null : rooms.get(spot.room());
        var finder = new Finder(facts, spot, found);
        if (room != null) {
            finder.inRoom(room);
        }
        finder.people(room);
        finder.talks();
        finder.time();
    }

    private final class Finder {

        private final SessionFacts facts;
        private final @Nullable UUID room;
        private final Interval time;
        private final Consumer<Conflict> found;

        Finder(SessionFacts facts, Spot spot, Consumer<Conflict> found) {
            this.facts = facts;
            this.room = spot.room();
            this.time = spot.time();
            this.found = found;
        }

        private void inRoom(RoomFacts room) {
            if (anyTouches(room.closures())) {
                note(ConflictKind.ROOM_CLOSED, Set.of(), Conflict.NONE);
            }
            if (room.capacity() > 0 && facts.audience() > room.capacity()) {
                note(ConflictKind.ROOM_TOO_SMALL, Set.of(), new Detail.Seats(facts.audience(), room.capacity()));
            }
            // What an online room offers is software, which equipment does not describe.
            if (!room.online() && !room.equipment().containsAll(facts.needs().equipment())) {
                var lacking = new HashSet<>(facts.needs().equipment());
                lacking.removeAll(room.equipment());
                note(ConflictKind.EQUIPMENT_MISSING, Set.of(), new Detail.Lacking(lacking));
            }
            if (facts.needs().booths() > room.booths()) {
                note(
                        ConflictKind.INTERPRETATION_MISSING,
                        Set.of(),
                        new Detail.Booths(facts.needs().booths(), room.booths()));
            }
        }

        private void people(@Nullable RoomFacts room) {
            noteOf(ConflictKind.PERSON_UNAVAILABLE, each -> anyTouches(each.cannot()));
            noteOf(ConflictKind.RATHER_NOT, each -> !anyTouches(each.cannot()) && anyTouches(each.ratherNot()));
            noteOf(ConflictKind.AVAILABILITY_UNKNOWN, each -> !each.stated());
            if (room != null && room.online() && rules.watches(ConflictKind.OUTSIDE_HUMANE_HOURS)) {
                var asleep = new TreeSet<UUID>();
                for (var person : facts.people()) {
                    var zone = agenda.zones().get(person);
                    if (zone != null
                            && !within(
                                    zone, rules.limits().wakes(), rules.limits().sleeps())) {
                        asleep.add(person);
                    }
                }
                if (!asleep.isEmpty()) {
                    note(ConflictKind.OUTSIDE_HUMANE_HOURS, asleep, Conflict.NONE);
                }
            }
        }

        /** Of the statements that this is true of, the people together; without people it is still true. */
        private void noteOf(ConflictKind kind, Predicate<Availability> isTrue) {
            if (!rules.watches(kind)) {
                return;
            }
            Set<UUID> people = null;
            for (var each : facts.availability()) {
                if (isTrue.test(each)) {
                    people = people == null ? each.people() : both(people, each.people());
                }
            }
            if (people != null) {
                note(kind, people, Conflict.NONE);
            }
        }

        private static Set<UUID> both(Set<UUID> some, Set<UUID> others) {
            var both = new TreeSet<>(some);
            both.addAll(others);
            return both;
        }

        private void talks() {
            var minutes = (time.end() - time.start()) / 60;
            var needed = facts.talkMinutes();
            if (needed <= minutes || !rules.watches(ConflictKind.TALKS_EXCEED_SESSION)) {
                return;
            }
            var told = 0;
            var late = new java.util.ArrayList<LocalizedText>();
            for (var talk : facts.talks()) {
                told += talk.minutes();
                if (told > minutes) {
                    late.add(talk.title());
                }
            }
            note(
                    ConflictKind.TALKS_EXCEED_SESSION,
                    Set.of(),
                    new Detail.Overrun((int) (needed - minutes), List.copyOf(late)));
        }

        private void time() {
            var first = start(agenda.zone()).toLocalDate();
            var last = lastSecond(agenda.zone()).toLocalDate();
            if (!days.contains(first) || !days.contains(last)) {
                note(ConflictKind.OUTSIDE_DAYS, Set.of(), Conflict.NONE);
            }
            if (!within(agenda.zone(), rules.limits().opens(), rules.limits().closes())) {
                note(ConflictKind.OUTSIDE_HOURS, Set.of(), Conflict.NONE);
            }
            if (!first.equals(last)) {
                note(ConflictKind.ACROSS_MIDNIGHT, Set.of(), Conflict.NONE);
            }
            if (!agenda.holidays().isEmpty()) {
                for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                    var holiday = agenda.holidays().get(day);
                    if (holiday != null) {
                        note(ConflictKind.ON_HOLIDAY, Set.of(), new Detail.Holiday(day, holiday));
                        break;
                    }
                }
            }
        }

        /** Whether it is all between two times of one day, by the clocks of a zone. */
        private boolean within(ZoneId zone, LocalTime from, LocalTime to) {
            var start = start(zone);
            var begins = start.toLocalTime().toSecondOfDay() / 60;
            var ends = begins
                    + ChronoUnit.MINUTES.between(
                            start.toLocalDateTime(), end(zone).toLocalDateTime());
            var latest = to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay() / 60;
            return begins >= from.toSecondOfDay() / 60 && ends <= latest;
        }

        private ZonedDateTime start(ZoneId zone) {
            return Instant.ofEpochSecond(time.start()).atZone(zone);
        }

        private ZonedDateTime end(ZoneId zone) {
            return Instant.ofEpochSecond(time.end()).atZone(zone);
        }

        private ZonedDateTime lastSecond(ZoneId zone) {
            return Instant.ofEpochSecond(Math.max(time.start(), time.end() - 1)).atZone(zone);
        }

        private boolean anyTouches(List<Interval> intervals) {
            for (var interval : intervals) {
                if (interval.overlaps(time)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable UUID roomOf(ConflictKind kind) {
            return kind.concern() == ConflictKind.Concern.ROOM ? room : null;
        }

        private void note(ConflictKind kind, Set<UUID> people, Detail detail) {
            if (rules.watches(kind)) {
                found.accept(new Conflict(kind, facts.session(), null, roomOf(kind), people, detail));
            }
        }
    }
}
