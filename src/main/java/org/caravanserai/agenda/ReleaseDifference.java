package org.caravanserai.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one release to the next, session by session: what a reader who had made her plans must know. Lengths
 * and people count as much as times and rooms.
 *
 * @param changes the changed sessions, by start
 */
public record ReleaseDifference(List<SessionChange> changes) {

    /**
     * What changed in one session.
     *
     * @param session the session's key
     * @param code its public code
     * @param title its title as it is now
     * @param start when it starts now, or started when it is no longer there
     * @param changes what changed, at least one
     */
    public record SessionChange(UUID session, String code, LocalizedText title, Instant start, List<Change> changes) {}

    /** One thing that changed in a session. */
    public sealed interface Change {

        /** It was not in the release before. */
        record Added() implements Change {}

        /** It is no longer in the agenda. */
        record Removed() implements Change {}

        /** It is a talk of this session now. */
        record BecameTalk(LocalizedText session) implements Change {}

        /** It was a talk of this session before. */
        record WasTalk(LocalizedText session) implements Change {}

        /** It was called off. */
        record Cancelled() implements Change {}

        /** It had been called off and takes place after all. */
        record Reinstated() implements Change {}

        /** It starts at another time. */
        record OtherTime(Instant before, Instant after) implements Change {}

        /** It is in another room; an empty name means all rooms. */
        record OtherRoom(LocalizedText before, LocalizedText after) implements Change {}

        /** It lasts longer or shorter. */
        record OtherLength(int before, int after) implements Change {}

        /** Other people take part. */
        record OtherPeople(List<PersonName> joined, List<PersonName> left) implements Change {}

        /** It has another title. */
        record OtherTitle(LocalizedText before) implements Change {}

        /** Other talks, or talks in another order or of another length. */
        record OtherTalks() implements Change {}
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What changed from {@code before}, which is null for a first release, to {@code after}. */
    public static ReleaseDifference between(@Nullable AgendaSnapshot before, AgendaSnapshot after) {
        var changes = new ArrayList<SessionChange>();
        if (before == null) {
            for (var session : after.sessions()) {
                changes.add(change(session, List.of(new Change.Added())));
            }
            return new ReleaseDifference(List.copyOf(changes));
        }
        var old = new LinkedHashMap<UUID, SessionPart>();
        before.sessions().forEach(s -> old.put(s.key(), s));
        var names = new Names(before, after);
        for (var session : after.sessions()) {
            var was = old.remove(session.key());
            var found = was == null
                    ? List.of(talkLike(session, before, after)
                            .<Change>map(s -> new Change.WasTalk(s.title()))
                            .orElseGet(Change.Added::new))
                    : names.compare(was, session);
            if (!found.isEmpty()) {
                changes.add(change(session, found));
            }
        }
        for (var gone : old.values()) {
            // What had been called off before may go silently.
            if (!gone.cancelled()) {
                changes.add(change(
                        gone,
                        List.of(talkLike(gone, after, before)
                                .<Change>map(s -> new Change.BecameTalk(s.title()))
                                .orElseGet(Change.Removed::new))));
            }
        }
        changes.sort(java.util.Comparator.comparing(SessionChange::start).thenComparing(SessionChange::code));
        return new ReleaseDifference(List.copyOf(changes));
    }

    /** The session of one release that has a talk, unknown to the other release, of this title and these people. */
    private static Optional<SessionPart> talkLike(SessionPart alone, AgendaSnapshot in, AgendaSnapshot notIn) {
        var known = new HashSet<UUID>();
        notIn.sessions().forEach(s -> s.talks().forEach(t -> known.add(t.key())));
        return in.sessions().stream()
                .filter(s -> s.talks().stream()
                        .anyMatch(t -> !known.contains(t.key())
                                && t.title().equals(alone.title())
                                && persons(t.people()).equals(persons(alone.people()))))
                .findFirst();
    }

    private static Set<UUID> persons(List<RolePart> roles) {
        return roles.stream().map(RolePart::person).collect(Collectors.toSet());
    }

    private static SessionChange change(SessionPart session, List<Change> changes) {
        return new SessionChange(session.key(), session.code(), session.title(), session.start(), changes);
    }

    /** The names of rooms and people in both releases. */
    private static final class Names {

        private final Map<UUID, LocalizedText> roomsBefore = new HashMap<>();
        private final Map<UUID, LocalizedText> roomsAfter = new HashMap<>();
        private final Map<UUID, PersonName> people = new HashMap<>();

        Names(AgendaSnapshot before, AgendaSnapshot after) {
            for (RoomPart room : before.rooms()) {
                roomsBefore.put(room.key(), room.name());
            }
            for (RoomPart room : after.rooms()) {
                roomsAfter.put(room.key(), room.name());
            }
            for (PersonPart person : before.people()) {
                people.put(person.key(), person.name());
            }
            for (PersonPart person : after.people()) {
                people.put(person.key(), person.name());
            }
        }

        List<Change> compare(SessionPart was, SessionPart is) {
            if (is.cancelled()) {
                return was.cancelled() ? List.of() : List.of(new Change.Cancelled());
            }
            var found = new ArrayList<Change>();
            if (was.cancelled()) {
                found.add(new Change.Reinstated());
            }
            if (!was.start().equals(is.start())) {
                found.add(new Change.OtherTime(was.start(), is.start()));
            }
            if (!java.util.Objects.equals(was.room(), is.room())) {
                found.add(new Change.OtherRoom(name(roomsBefore, was.room()), name(roomsAfter, is.room())));
            }
            if (was.minutes() != is.minutes()) {
                found.add(new Change.OtherLength(was.minutes(), is.minutes()));
            }
            var peopleBefore = peopleOf(was);
            var peopleAfter = peopleOf(is);
            if (!peopleBefore.equals(peopleAfter)) {
                found.add(new Change.OtherPeople(names(peopleAfter, peopleBefore), names(peopleBefore, peopleAfter)));
            }
            if (!was.title().equals(is.title())) {
                found.add(new Change.OtherTitle(was.title()));
            }
            if (!outline(was).equals(outline(is))) {
                found.add(new Change.OtherTalks());
            }
            return List.copyOf(found);
        }

        private static LocalizedText name(Map<UUID, LocalizedText> rooms, @Nullable UUID room) {
            return room == null ? LocalizedText.EMPTY : rooms.getOrDefault(room, LocalizedText.EMPTY);
        }

        private List<PersonName> names(Set<UUID> some, Set<UUID> without) {
            var left = new LinkedHashSet<>(some);
            left.removeAll(without);
            return left.stream()
                    .map(key -> people.getOrDefault(key, PersonName.published("")))
                    .toList();
        }

        private static Set<UUID> peopleOf(SessionPart session) {
            var keys = new LinkedHashSet<UUID>();
            session.people().forEach(r -> keys.add(r.person()));
            session.talks().forEach(t -> t.people().forEach(r -> keys.add(r.person())));
            return keys;
        }

        private static List<List<Object>> outline(SessionPart session) {
            return session.talks().stream()
                    .map(t -> List.<Object>of(t.key(), t.minutes(), t.title()))
                    .toList();
        }
    }
}
