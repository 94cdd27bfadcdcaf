package org.caravanserai.agenda.conflict;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.agenda.conflict.AgendaFacts.TopicFacts;
import org.caravanserai.agenda.conflict.Conflict.Detail;
import org.caravanserai.agenda.conflict.Lane.Entry;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong between two sessions. It keeps what is placed by room, by person, by topic and by time alone, and
 * looks only where the session has something to meet.
 */
final class SharedConflicts {

    private final ConflictRules rules;
    private final Map<UUID, TopicFacts> topics;
    private final Map<UUID, RoomFacts> rooms;
    private final Listeners listeners = new Listeners();
    private final Lane everywhere = new Lane();
    private final Map<UUID, Lane> byRoom = new HashMap<>();
    private final Map<UUID, Lane> byPerson = new HashMap<>();
    private final Map<UUID, Lane> byTopic = new HashMap<>();
    private final Lane byTime = new Lane();
    private final boolean watchesRooms;
    private final boolean watchesPeople;
    private final boolean watchesTopic;
    private final boolean watchesSimilar;
    private final boolean watchesAudience;

    SharedConflicts(AgendaFacts agenda, ConflictRules rules, Map<UUID, RoomFacts> rooms) {
        this.rules = rules;
        this.topics = agenda.topics();
        this.rooms = rooms;
        watchesRooms = rules.watches(ConflictKind.ROOM_TWICE) || rules.watches(ConflictKind.OVER_BREAK);
        watchesPeople = rules.watches(ConflictKind.PERSON_TWICE) || rules.watches(ConflictKind.TRAVEL_TOO_SHORT);
        watchesTopic = rules.watches(ConflictKind.TOPIC_PARALLEL);
        watchesSimilar = rules.watches(ConflictKind.SIMILAR_PARALLEL);
        watchesAudience = rules.watches(ConflictKind.AUDIENCE_IN_COMMON);
    }

    /** Learns who wants to hear a session, placed or not. */
    void describe(SessionFacts facts) {
        if (watchesAudience) {
            listeners.describe(facts);
        }
    }

    void add(Entry entry) {
        byTime.add(entry);
        roomLane(entry.spot().room()).add(entry);
        for (var person : entry.facts().people()) {
            byPerson.computeIfAbsent(person, p -> new Lane()).add(entry);
        }
        entry.facts()
                .topic()
                .ifPresent(
                        topic -> byTopic.computeIfAbsent(topic, t -> new Lane()).add(entry));
    }

    void remove(Entry entry) {
        byTime.remove(entry);
        roomLane(entry.spot().room()).remove(entry);
        for (var person : entry.facts().people()) {
            Objects.requireNonNull(byPerson.get(person)).remove(entry);
        }
        entry.facts()
                .topic()
                .ifPresent(topic -> Objects.requireNonNull(byTopic.get(topic)).remove(entry));
    }

    /** Tells of the conflicts that a session would have there with all that was added. */
    void find(SessionFacts facts, Spot spot, Consumer<Conflict> found) {
        if (watchesRooms) {
            inRooms(facts, spot, found);
        }
        if (watchesPeople) {
            ofPeople(facts, spot, found);
        }
        if (watchesTopic) {
            facts.topic().ifPresent(topic -> ofTopic(topic, facts, spot, found));
        }
        if (watchesSimilar || watchesAudience) {
            byTime.forEachOverlap(spot.time(), other -> ofAudience(facts, other.facts(), found));
        }
    }

    private void inRooms(SessionFacts facts, Spot spot, Consumer<Conflict> found) {
        everywhere.forEachOverlap(spot.time(), other -> noteRoom(facts, spot, other, found));
        var room = spot.room();
        if (room == null) {
            byRoom.values()
                    .forEach(lane -> lane.forEachOverlap(spot.time(), other -> noteRoom(facts, spot, other, found)));
        } else {
            var lane = byRoom.get(room);
            if (lane != null) {
                lane.forEachOverlap(spot.time(), other -> noteRoom(facts, spot, other, found));
            }
        }
    }

    private void noteRoom(SessionFacts facts, Spot spot, Entry other, Consumer<Conflict> found) {
        var oneIsBreak = isBreakForAll(facts, spot) != isBreakForAll(other.facts(), other.spot());
        var kind = oneIsBreak ? ConflictKind.OVER_BREAK : ConflictKind.ROOM_TWICE;
        if (rules.watches(kind)) {
            // A conflict is the same from either side: it names the one room of the two, if there is one.
            var room = spot.room() == null ? other.spot().room() : spot.room();
            found.accept(Conflict.between(kind, facts, other.facts(), room, Set.of(), Conflict.NONE));
        }
    }

    private static boolean isBreakForAll(SessionFacts facts, Spot spot) {
        return facts.pause() && spot.room() == null;
    }

    private void ofPeople(SessionFacts facts, Spot spot, Consumer<Conflict> found) {
        var travel =
                rules.watches(ConflictKind.TRAVEL_TOO_SHORT) ? rules.limits().travelMinutes() * 60L : 0;
        var time = spot.time();
        var near = new Interval(time.start() - travel, time.end() + travel);
        // One entry is the same object in all its lanes.
        var met = new IdentityHashMap<Entry, Set<UUID>>();
        for (var person : facts.people()) {
            var lane = byPerson.get(person);
            if (lane != null) {
                lane.forEachOverlap(
                        near,
                        other ->
                                met.computeIfAbsent(other, o -> new TreeSet<>()).add(person));
            }
        }
        met.forEach((other, people) -> {
            if (other.time().overlaps(time)) {
                if (rules.watches(ConflictKind.PERSON_TWICE)) {
                    found.accept(
                            Conflict.between(ConflictKind.PERSON_TWICE, facts, other.facts(), people, Conflict.NONE));
                }
            } else if (areApart(spot.room(), other.spot().room())) {
                var between =
                        Math.max(time.start() - other.time().end(), other.time().start() - time.end());
                found.accept(Conflict.between(
                        ConflictKind.TRAVEL_TOO_SHORT,
                        facts,
                        other.facts(),
                        people,
                        new Detail.Way((int) (between / 60), rules.limits().travelMinutes())));
            }
        });
    }

    private boolean areApart(@Nullable UUID one, @Nullable UUID other) {
        var from = one == null ? null : rooms.get(one);
        var to = other == null ? null : rooms.get(other);
        return from != null && to != null && from.isAwayFrom(to);
    }

    private void ofTopic(UUID topic, SessionFacts facts, Spot spot, Consumer<Conflict> found) {
        var lane = byTopic.get(topic);
        if (lane != null) {
            var name = named(List.of(topic));
            lane.forEachOverlap(
                    spot.time(),
                    other -> found.accept(
                            Conflict.between(ConflictKind.TOPIC_PARALLEL, facts, other.facts(), Set.of(), name)));
        }
    }

    private void ofAudience(SessionFacts facts, SessionFacts other, Consumer<Conflict> found) {
        if (watchesSimilar) {
            var similar = similar(facts, other);
            if (!similar.isEmpty()) {
                found.accept(Conflict.between(ConflictKind.SIMILAR_PARALLEL, facts, other, Set.of(), named(similar)));
            }
        }
        if (watchesAudience) {
            var both = listeners.ofBoth(facts, other);
            if (both > 0 && both >= rules.limits().commonAudience()) {
                found.accept(Conflict.between(
                        ConflictKind.AUDIENCE_IN_COMMON, facts, other, Set.of(), new Detail.Listeners(both)));
            }
        }
    }

    /** What two sessions of different main topics have in common: topics of both, or else their main ones if similar. */
    private Set<UUID> similar(SessionFacts one, SessionFacts other) {
        if (one.topics().isEmpty()
                || other.topics().isEmpty()
                || one.topics().getFirst().equals(other.topics().getFirst())) {
            return Set.of();
        }
        var first = one.topics().getFirst();
        var second = other.topics().getFirst();
        var common = haveOneInCommon(one.topics(), other.topics());
        if (!common && !isSimilar(first, second) && !isSimilar(second, first)) {
            return Set.of();
        }
        var similar = new TreeSet<>(common ? one.topics() : List.of(first, second));
        if (common) {
            similar.retainAll(other.topics());
        }
        return similar;
    }

    /** Asked of every pair that is told at once, so without a stream. */
    private static boolean haveOneInCommon(List<UUID> some, List<UUID> others) {
        for (var topic : some) {
            if (others.contains(topic)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSimilar(UUID topic, UUID other) {
        var facts = topics.get(topic);
        return facts != null && facts.similar().contains(other);
    }

    private Detail named(Iterable<UUID> keys) {
        var names = new java.util.ArrayList<LocalizedText>();
        for (var key : keys) {
            var facts = topics.get(key);
            if (facts != null) {
                names.add(facts.name());
            }
        }
        return new Detail.Topics(List.copyOf(names));
    }

    private Lane roomLane(@Nullable UUID room) {
        return room == null ? everywhere : byRoom.computeIfAbsent(room, r -> new Lane());
    }
}
