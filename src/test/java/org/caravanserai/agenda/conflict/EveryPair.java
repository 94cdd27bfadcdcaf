package org.caravanserai.agenda.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conflicts of an agenda as a patient person would find them: every session is looked at, and every session is compared
 * with every other, without any index. Of each conflict only its kind, its sessions and its people are told.
 */
final class EveryPair {

    record Found(ConflictKind kind, Set<UUID> sessions, Set<UUID> people) {

        static Found of(Conflict conflict) {
            var sessions = new HashSet<UUID>();
            sessions.add(conflict.session());
            if (conflict.other() != null) {
                sessions.add(conflict.other());
            }
            return new Found(conflict.kind(), sessions, conflict.people());
        }
    }

    private final AgendaFacts agenda;
    private final ConflictRules.Limits limits;
    private final Map<@Nullable UUID, RoomFacts> rooms = new HashMap<>();
    private final Set<Found> found = new HashSet<>();

    private EveryPair(AgendaFacts agenda, ConflictRules.Limits limits) {
        this.agenda = agenda;
        this.limits = limits;
        agenda.rooms().forEach(room -> rooms.put(room.room(), room));
    }

    static Set<Found> conflicts(
            AgendaFacts agenda, ConflictRules.Limits limits, Map<UUID, SessionFacts> facts, Map<UUID, Spot> spots) {
        var every = new EveryPair(agenda, limits);
        spots.forEach((one, spot) -> {
            every.alone(Objects.requireNonNull(facts.get(one)), spot);
            spots.forEach((other, otherSpot) -> {
                if (one.compareTo(other) < 0) {
                    every.pair(
                            Objects.requireNonNull(facts.get(one)),
                            spot,
                            Objects.requireNonNull(facts.get(other)),
                            otherSpot);
                }
            });
        });
        return every.found;
    }

    private void alone(SessionFacts facts, Spot spot) {
        var time = spot.time();
        var room = rooms.get(spot.room());
        if (room != null) {
            note(room.closures().stream().anyMatch(time::overlaps), ConflictKind.ROOM_CLOSED, facts);
            note(room.capacity() != 0 && room.capacity() < facts.audience(), ConflictKind.ROOM_TOO_SMALL, facts);
            note(
                    !room.online()
                            && facts.needs().equipment().stream()
                                    .anyMatch(each -> !room.equipment().contains(each)),
                    ConflictKind.EQUIPMENT_MISSING,
                    facts);
            note(facts.needs().booths() > room.booths(), ConflictKind.INTERPRETATION_MISSING, facts);
            if (room.online()) {
                var asleep = facts.people().stream()
                        .filter(person -> agenda.zones().containsKey(person))
                        .filter(person -> !inside(
                                time,
                                Objects.requireNonNull(agenda.zones().get(person)),
                                limits.wakes(),
                                limits.sleeps()))
                        .collect(Collectors.toSet());
                note(!asleep.isEmpty(), ConflictKind.OUTSIDE_HUMANE_HOURS, asleep, facts);
            }
        }
        var said = facts.availability().getFirst();
        var cannot = said.cannot().stream().anyMatch(time::overlaps);
        var ratherNot = said.ratherNot().stream().anyMatch(time::overlaps);
        note(cannot, ConflictKind.PERSON_UNAVAILABLE, said.people(), facts);
        note(ratherNot && !cannot, ConflictKind.RATHER_NOT, said.people(), facts);
        note(!said.stated(), ConflictKind.AVAILABILITY_UNKNOWN, said.people(), facts);
        note(
                facts.talks().stream()
                                        .mapToLong(SessionFacts.TalkFacts::minutes)
                                        .sum()
                                * 60
                        > time.end() - time.start(),
                ConflictKind.TALKS_EXCEED_SESSION,
                facts);
        var days = days(time);
        note(!agenda.days().containsAll(days), ConflictKind.OUTSIDE_DAYS, facts);
        note(!inside(time, agenda.zone(), limits.opens(), limits.closes()), ConflictKind.OUTSIDE_HOURS, facts);
        note(days.stream().anyMatch(agenda.holidays()::containsKey), ConflictKind.ON_HOLIDAY, facts);
        note(days.size() > 1, ConflictKind.ACROSS_MIDNIGHT, facts);
    }

    private void pair(SessionFacts one, Spot spot, SessionFacts other, Spot otherSpot) {
        var atOnce = spot.time().overlaps(otherSpot.time());
        var breaks = List.of(one.pause() && spot.room() == null, other.pause() && otherSpot.room() == null);
        var meet = atOnce
                && (spot.room() == null
                        || otherSpot.room() == null
                        || spot.room().equals(otherSpot.room()));
        note(meet && breaks.getFirst().equals(breaks.getLast()), ConflictKind.ROOM_TWICE, one, other);
        note(meet && !breaks.getFirst().equals(breaks.getLast()), ConflictKind.OVER_BREAK, one, other);
        var shareRoom =
                spot.room() == null || otherSpot.room() == null || spot.room().equals(otherSpot.room());
        note(
                shareRoom
                        && !atOnce
                        && (reaches(one, spot.time(), otherSpot.time())
                                || reaches(other, otherSpot.time(), spot.time())),
                ConflictKind.GAP_TOO_SHORT,
                one,
                other);
        var both = new HashSet<>(one.people());
        both.retainAll(other.people());
        if (!both.isEmpty()) {
            note(atOnce, ConflictKind.PERSON_TWICE, both, one, other);
            var here = rooms.get(spot.room());
            var there = rooms.get(otherSpot.room());
            var gap = Math.max(
                    spot.time().start() - otherSpot.time().end(),
                    otherSpot.time().start() - spot.time().end());
            note(
                    here != null
                            && there != null
                            && !here.online()
                            && !there.online()
                            && !here.venue().equals(there.venue())
                            && gap >= 0
                            && gap < limits.travelMinutes() * 60L,
                    ConflictKind.TRAVEL_TOO_SHORT,
                    both,
                    one,
                    other);
        }
        if (atOnce && one.topic().isPresent() && other.topic().isPresent()) {
            var same = one.topic().equals(other.topic());
            note(same, ConflictKind.TOPIC_PARALLEL, one, other);
            var near = one.topics().stream().anyMatch(other.topics()::contains)
                    || Objects.requireNonNull(agenda.topics().get(one.topic().get()))
                            .similar()
                            .contains(other.topic().get());
            note(!same && near, ConflictKind.SIMILAR_PARALLEL, one, other);
        }
        var listeners = new HashSet<>(one.interested());
        listeners.retainAll(other.interested());
        listeners.removeAll(one.people());
        listeners.removeAll(other.people());
        note(atOnce && listeners.size() >= limits.commonAudience(), ConflictKind.AUDIENCE_IN_COMMON, one, other);
    }

    /** Whether the time that a session keeps free around itself reaches into another one. */
    private static boolean reaches(SessionFacts facts, Interval own, Interval other) {
        var needs = facts.needs();
        return new Interval(own.start() - needs.before() * 60L, own.start()).overlaps(other)
                || new Interval(own.end(), own.end() + needs.after() * 60L).overlaps(other);
    }

    private Set<LocalDate> days(Interval time) {
        var days = new HashSet<LocalDate>();
        for (var second = time.start(); second < time.end(); second += 60) {
            days.add(local(second, agenda.zone()).toLocalDate());
        }
        return days;
    }

    /** Minute by minute: each is on the day on which it begins, after its opening and before its close. */
    private static boolean inside(Interval time, ZoneId zone, LocalTime from, LocalTime to) {
        var day = local(time.start(), zone).toLocalDate();
        for (var second = time.start(); second < time.end(); second += 60) {
            var minute = local(second, zone);
            if (!minute.toLocalDate().equals(day)
                    || minute.toLocalTime().isBefore(from)
                    || !minute.toLocalTime().isBefore(to)) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime local(long second, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    private void note(boolean is, ConflictKind kind, SessionFacts... sessions) {
        note(is, kind, Set.of(), sessions);
    }

    private void note(boolean is, ConflictKind kind, Set<UUID> people, SessionFacts... sessions) {
        if (is) {
            found.add(new Found(
                    kind,
                    java.util.Arrays.stream(sessions).map(SessionFacts::session).collect(Collectors.toSet()),
                    people));
        }
    }
}
