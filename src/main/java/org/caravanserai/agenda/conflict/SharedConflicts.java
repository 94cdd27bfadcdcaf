package org.caravanserai.agenda.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.caravanserai.agenda.conflict.Conflict.Detail;
import org.caravanserai.agenda.conflict.Lane.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong between two sessions. It keeps what is placed by room, by person, by topic and by time alone, and
 * looks only where the session has something to meet.
 */
final class SharedConflicts {

    /** Is told of what is found. */
    interface Finding {
        void between(Entry other, Conflict conflict);
    }

    private final ConflictRules rules;
    private final Map<UUID, RoomFacts> rooms;
    private final Profiles profiles;
    private final Lane everywhere = new Lane();
    private final Map<UUID, Lane> byRoom = new HashMap<>();
    private final Lane byTime = new Lane();
    private final boolean watchesRooms;
    private final boolean watchesGaps;
    private final boolean watchesPeople;
    private final boolean watchesTopic;
    private final boolean watchesSimilar;
    private final boolean watchesAudience;
    private final long travel;
    private long widestGap;

    SharedConflicts(AgendaFacts agenda, ConflictRules rules, Map<UUID, RoomFacts> rooms) {
        this.rules = rules;
        this.rooms = rooms;
        watchesGaps = rules.watches(ConflictKind.GAP_TOO_SHORT);
        watchesRooms = watchesGaps || rules.watches(ConflictKind.ROOM_TWICE) || rules.watches(ConflictKind.OVER_BREAK);
        watchesPeople = rules.watches(ConflictKind.PERSON_TWICE) || rules.watches(ConflictKind.TRAVEL_TOO_SHORT);
        watchesTopic = rules.watches(ConflictKind.TOPIC_PARALLEL);
        watchesSimilar = rules.watches(ConflictKind.SIMILAR_PARALLEL);
        watchesAudience = rules.watches(ConflictKind.AUDIENCE_IN_COMMON);
        travel = rules.watches(ConflictKind.TRAVEL_TOO_SHORT) ? rules.limits().travelMinutes() * 60L : 0;
        profiles = new Profiles(agenda.topics(), watchesAudience);
    }

    /** Makes a session ready to be compared, placed or not. */
    Profile profile(SessionFacts facts) {
        if (watchesGaps) {
            widestGap = Math.max(
                    widestGap,
                    60L * Math.max(facts.needs().before(), facts.needs().after()));
        }
        return profiles.of(facts);
    }

    void add(Entry entry) {
        byTime.add(entry);
        roomLane(entry.spot().room()).add(entry);
        for (var lane : entry.profile().lanes()) {
            lane.add(entry);
        }
        var topic = entry.profile().topicLane();
        if (topic != null) {
            topic.add(entry);
        }
    }

    void remove(Entry entry) {
        byTime.remove(entry);
        roomLane(entry.spot().room()).remove(entry);
        for (var lane : entry.profile().lanes()) {
            lane.remove(entry);
        }
        var topic = entry.profile().topicLane();
        if (topic != null) {
            topic.remove(entry);
        }
    }

    /** Tells of the conflicts that a session would have there with all that was added. */
    void find(Entry entry, Finding found) {
        if (watchesRooms) {
            inRooms(entry, found);
        }
        if (watchesPeople) {
            ofPeople(entry, found);
        }
        if (watchesTopic) {
            ofTopic(entry, found);
        }
        if (watchesSimilar || watchesAudience) {
            byTime.forEachOverlap(entry.start(), entry.end(), other -> ofAudience(entry, other, found));
        }
    }

    private void inRooms(Entry entry, Finding found) {
        inLane(everywhere, entry, found);
        var room = entry.spot().room();
        if (room == null) {
            byRoom.values().forEach(lane -> inLane(lane, entry, found));
        } else {
            var lane = byRoom.get(room);
            if (lane != null) {
                inLane(lane, entry, found);
            }
        }
    }

    private void inLane(Lane lane, Entry entry, Finding found) {
        lane.forEachOverlap(entry.start() - widestGap, entry.end() + widestGap, other -> noteRoom(entry, other, found));
    }

    private void noteRoom(Entry entry, Entry other, Finding found) {
        // A conflict is the same from either side: it names the one room of the two, if there is one.
        var room =
                entry.spot().room() == null ? other.spot().room() : entry.spot().room();
        if (!entry.overlaps(other)) {
            noteGap(entry, other, room, found);
            return;
        }
        var kind = entry.isBreakForAll() == other.isBreakForAll() ? ConflictKind.ROOM_TWICE : ConflictKind.OVER_BREAK;
        if (rules.watches(kind)) {
            found.between(other, Conflict.between(kind, entry.facts(), other.facts(), room, Set.of(), Conflict.NONE));
        }
    }

    /** Of what the one needs after itself and the other before, the longer stretch does for both. */
    private static void noteGap(Entry entry, Entry other, @Nullable UUID room, Finding found) {
        var first = entry.start() < other.start() ? entry : other;
        var second = first == entry ? other : entry;
        var needed =
                Math.max(first.facts().needs().after(), second.facts().needs().before());
        var between = first.secondsBetween(second);
        if (between < needed * 60L) {
            found.between(
                    other,
                    Conflict.between(
                            ConflictKind.GAP_TOO_SHORT,
                            entry.facts(),
                            other.facts(),
                            room,
                            Set.of(),
                            new Detail.Way((int) (between / 60), needed)));
        }
    }

    private void ofPeople(Entry entry, Finding found) {
        List<Entry> met = List.of();
        List<Set<UUID>> whom = List.of();
        var from = entry.start() - travel;
        var to = entry.end() + travel;
        var profile = entry.profile();
        for (int i = 0; i < profile.lanes().size(); i++) {
            var person = profile.people().get(i);
            var here = new ArrayList<Entry>(0);
            profile.lanes().get(i).forEachOverlap(from, to, here::add);
            if (!here.isEmpty() && met.isEmpty()) {
                met = new ArrayList<>();
                whom = new ArrayList<>();
            }
            for (var other : here) {
                var at = met.indexOf(other);
                if (at < 0) {
                    met.add(other);
                    whom.add(Set.of(person));
                } else {
                    var people = new TreeSet<>(whom.get(at));
                    people.add(person);
                    whom.set(at, people);
                }
            }
        }
        for (int i = 0; i < met.size(); i++) {
            ofPeople(entry, met.get(i), whom.get(i), found);
        }
    }

    private void ofPeople(Entry entry, Entry other, Set<UUID> people, Finding found) {
        if (entry.overlaps(other)) {
            if (rules.watches(ConflictKind.PERSON_TWICE)) {
                found.between(
                        other,
                        Conflict.between(
                                ConflictKind.PERSON_TWICE, entry.facts(), other.facts(), people, Conflict.NONE));
            }
        } else if (areApart(entry.spot().room(), other.spot().room())) {
            found.between(
                    other,
                    Conflict.between(
                            ConflictKind.TRAVEL_TOO_SHORT,
                            entry.facts(),
                            other.facts(),
                            people,
                            new Detail.Way(
                                    (int) (entry.secondsBetween(other) / 60),
                                    rules.limits().travelMinutes())));
        }
    }

    private boolean areApart(@Nullable UUID one, @Nullable UUID other) {
        var from = one == null ? null : rooms.get(one);
        var to = other == null ? null : rooms.get(other);
        return from != null && to != null && from.isAwayFrom(to);
    }

    private void ofTopic(Entry entry, Finding found) {
        var profile = entry.profile();
        var lane = profile.topicLane();
        if (lane != null) {
            var name = profiles.named(profile.mainTopic());
            lane.forEachOverlap(
                    entry.start(),
                    entry.end(),
                    other -> found.between(
                            other,
                            Conflict.between(
                                    ConflictKind.TOPIC_PARALLEL, entry.facts(), other.facts(), Set.of(), name)));
        }
    }

    private void ofAudience(Entry entry, Entry other, Finding found) {
        var one = entry.profile();
        var two = other.profile();
        if (watchesSimilar && one.isSimilarTo(two)) {
            found.between(
                    other,
                    Conflict.between(
                            ConflictKind.SIMILAR_PARALLEL,
                            entry.facts(),
                            other.facts(),
                            Set.of(),
                            profiles.named(one.similarTopics(two))));
        }
        if (watchesAudience) {
            var both = one.listenersOfBoth(two);
            if (both > 0 && both >= rules.limits().commonAudience()) {
                found.between(
                        other,
                        Conflict.between(
                                ConflictKind.AUDIENCE_IN_COMMON,
                                entry.facts(),
                                other.facts(),
                                Set.of(),
                                new Detail.Listeners(both)));
            }
        }
    }

    private Lane roomLane(@Nullable UUID room) {
        return room == null ? everywhere : byRoom.computeIfAbsent(room, r -> new Lane());
    }
}
