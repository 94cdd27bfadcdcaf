package org.caravanserai.agenda.conflict;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows at every moment all conflicts of one agenda. A move re-evaluates the moved session and those it touched or touches,
 * and no others. Not thread safe.
 */
public final class ConflictIndex {

    private final Map<UUID, RoomFacts> rooms = new HashMap<>();
    private final Interval days;
    private final Map<UUID, SessionFacts> sessions = new HashMap<>();
    private final Map<UUID, Spot> spots = new HashMap<>();
    private final Map<UUID, Lane> roomLanes = new HashMap<>();
    private final Lane everywhere = new Lane();
    private final Map<UUID, Lane> personLanes = new HashMap<>();
    private final Map<UUID, Set<Conflict>> conflicts = new HashMap<>();

    /**
     * What must be known of a room.
     *
     * @param room the room's key
     * @param capacity seats; 0 when not known
     * @param closures when it cannot be used
     */
    public record RoomFacts(UUID room, int capacity, List<Interval> closures) {}

    /**
     * What must be known of a session.
     *
     * @param session the session's key
     * @param audience how many people may come; 0 when not known
     * @param talkMinutes what its talks need together; 0 without talks
     * @param people everyone in it and in its talks
     * @param unsuitable when it cannot take place
     */
    public record SessionFacts(
            UUID session, int audience, int talkMinutes, Set<UUID> people, List<Interval> unsuitable) {}

    /** A room and a time; {@code room} is null for all rooms. */
    public record Spot(@Nullable UUID room, Interval time) {}

    /** An empty agenda over the days of a meeting, from the first's first second to the last's last. */
    public ConflictIndex(Collection<RoomFacts> rooms, Interval days) {
        rooms.forEach(room -> this.rooms.put(room.room(), room));
        this.days = days;
    }

    /** Tells what is known of a session, or that it has changed. */
    public void describe(SessionFacts facts) {
        var spot = spots.get(facts.session());
        if (spot == null) {
            sessions.put(facts.session(), facts);
        } else {
            unplace(facts.session());
            sessions.put(facts.session(), facts);
            place(facts.session(), spot);
        }
    }

    /**
     * Places or moves a session.
     *
     * @return all sessions whose conflicts may have changed, itself included
     */
    public Set<UUID> place(UUID session, Spot spot) {
        var facts = sessions.get(session);
        if (facts == null) {
            throw new IllegalArgumentException("nothing is known of session " + session);
        }
        var touched = unplace(session);
        spots.put(session, spot);
        findAlone(facts, spot);
        findInRooms(session, spot);
        findOfPeople(facts, spot);
        var entry = new Lane.Entry(session, spot.time());
        lane(spot.room()).add(entry);
        facts.people()
                .forEach(person ->
                        personLanes.computeIfAbsent(person, p -> new Lane()).add(entry));
        for (var conflict : of(session)) {
            touched.add(otherThan(session, conflict));
        }
        return touched;
    }

    /**
     * Takes a session out of its place, if it has one.
     *
     * @return all sessions whose conflicts may have changed, itself included
     */
    public Set<UUID> unplace(UUID session) {
        var touched = new HashSet<UUID>();
        touched.add(session);
        var spot = spots.remove(session);
        if (spot == null) {
            return touched;
        }
        var entry = new Lane.Entry(session, spot.time());
        lane(spot.room()).remove(entry);
        for (var person : Objects.requireNonNull(sessions.get(session)).people()) {
            Objects.requireNonNull(personLanes.get(person)).remove(entry);
        }
        var gone = conflicts.remove(session);
        if (gone != null) {
            for (var conflict : gone) {
                var other = otherThan(session, conflict);
                if (!other.equals(session)) {
                    touched.add(other);
                    Objects.requireNonNull(conflicts.get(other)).remove(conflict);
                }
            }
        }
        return touched;
    }

    /** Where a session is; empty while it has no place. */
    public Optional<Spot> spot(UUID session) {
        return Optional.ofNullable(spots.get(session));
    }

    /** The conflicts of one session. */
    public Set<Conflict> of(UUID session) {
        return Set.copyOf(conflicts.getOrDefault(session, Set.of()));
    }

    /** All conflicts, each once. */
    public Set<Conflict> all() {
        var all = new HashSet<Conflict>();
        conflicts.values().forEach(all::addAll);
        return all;
    }

    private void findAlone(SessionFacts facts, Spot spot) {
        var session = facts.session();
        var time = spot.time();
        if (facts.unsuitable().stream().anyMatch(time::overlaps)) {
            note(Conflict.of(Conflict.Kind.PERSON_UNAVAILABLE, session));
        }
        if (!days.contains(time)) {
            note(Conflict.of(Conflict.Kind.OUTSIDE_DAYS, session));
        }
        if (facts.talkMinutes() * 60L > time.end() - time.start()) {
            note(Conflict.of(Conflict.Kind.TALKS_EXCEED_SESSION, session));
        }
        var room = spot.room() == null ? null : rooms.get(spot.room());
        if (room != null) {
            if (room.closures().stream().anyMatch(time::overlaps)) {
                note(Conflict.of(Conflict.Kind.ROOM_CLOSED, session));
            }
            if (room.capacity() > 0 && facts.audience() > room.capacity()) {
                note(Conflict.of(Conflict.Kind.ROOM_TOO_SMALL, session));
            }
        }
    }

    private void findInRooms(UUID session, Spot spot) {
        everywhere.forEachOverlap(spot.time(), found -> noteRoomTwice(session, found.session()));
        if (spot.room() == null) {
            roomLanes
                    .values()
                    .forEach(
                            lane -> lane.forEachOverlap(spot.time(), found -> noteRoomTwice(session, found.session())));
        } else {
            lane(spot.room()).forEachOverlap(spot.time(), found -> noteRoomTwice(session, found.session()));
        }
    }

    private void noteRoomTwice(UUID session, UUID other) {
        note(Conflict.between(Conflict.Kind.ROOM_TWICE, session, other, Set.of()));
    }

    private void findOfPeople(SessionFacts facts, Spot spot) {
        var busy = new HashMap<UUID, Set<UUID>>();
        for (var person : facts.people()) {
            var lane = personLanes.get(person);
            if (lane != null) {
                lane.forEachOverlap(
                        spot.time(),
                        found -> busy.computeIfAbsent(found.session(), s -> new TreeSet<>())
                                .add(person));
            }
        }
        busy.forEach(
                (other, people) -> note(Conflict.between(Conflict.Kind.PERSON_TWICE, facts.session(), other, people)));
    }

    private void note(Conflict conflict) {
        conflicts.computeIfAbsent(conflict.session(), s -> new HashSet<>()).add(conflict);
        if (conflict.other() != null) {
            conflicts.computeIfAbsent(conflict.other(), s -> new HashSet<>()).add(conflict);
        }
    }

    private Lane lane(@Nullable UUID room) {
        return room == null ? everywhere : roomLanes.computeIfAbsent(room, r -> new Lane());
    }

    private static UUID otherThan(UUID session, Conflict conflict) {
        var other = conflict.other();
        if (other == null) {
            return session;
        }
        return other.equals(session) ? conflict.session() : other;
    }
}
