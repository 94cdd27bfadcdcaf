package org.caravanserai.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.MeetingPart;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.AgendaSnapshot.TypePart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Degree;
import org.caravanserai.people.Orcid;
import org.caravanserai.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the working agenda of a meeting into a snapshot, with nine queries whatever its size. */
@Component
class AgendaSnapshotBuilder {

    private final Meetings meetings;
    private final Rooms rooms;
    private final Topics topics;
    private final SessionTypes types;
    private final Sessions sessions;
    private final Talks talks;
    private final SessionPersons sessionPersons;
    private final Placements placements;

    AgendaSnapshotBuilder(
            Meetings meetings,
            Rooms rooms,
            Topics topics,
            SessionTypes types,
            Sessions sessions,
            Talks talks,
            SessionPersons sessionPersons,
            Placements placements) {
        this.meetings = meetings;
        this.rooms = rooms;
        this.topics = topics;
        this.types = types;
        this.sessions = sessions;
        this.talks = talks;
        this.sessionPersons = sessionPersons;
        this.placements = placements;
    }

    /**
     * The agenda as it stands.
     *
     * @param before the latest release, or null: a session of it that has been called off since stays in its place, marked
     *     as cancelled, so that nobody waits before a closed door
     */
    AgendaSnapshot build(MeetingId id, @Nullable AgendaSnapshot before) {
        var key = id.value();
        var meeting = meetings.findById(key).orElseThrow();
        var roomParts = rooms.findByMeetingOrderByPosition(key).stream()
                .map(r -> new RoomPart(r.key(), r.name(), r.venue(), r.capacity()))
                .toList();
        var placed = new HashMap<UUID, Placement>();
        placements.findByMeeting(key).forEach(p -> placed.put(p.session().value(), p));
        var rolesOfSessions = new HashMap<UUID, List<RolePart>>();
        var rolesOfTalks = new HashMap<UUID, List<RolePart>>();
        for (var person : sessionPersons.ofMeeting(key)) {
            var roles = person.talk().isPresent() ? rolesOfTalks : rolesOfSessions;
            roles.computeIfAbsent(person.talk().orElse(person.session().value()), k -> new ArrayList<>())
                    .add(new RolePart(person.person().value(), person.role().name()));
        }
        var talksOfSessions = new HashMap<UUID, List<TalkPart>>();
        for (var talk : talks.ofMeeting(key)) {
            talksOfSessions
                    .computeIfAbsent(talk.session().value(), k -> new ArrayList<>())
                    .add(new TalkPart(
                            talk.key(),
                            talk.title(),
                            talk.abstractText(),
                            talk.minutes(),
                            talk.talkLanguage(),
                            List.copyOf(rolesOfTalks.getOrDefault(talk.key(), List.of()))));
        }
        var publishedBefore = new HashMap<UUID, SessionPart>();
        if (before != null) {
            before.sessions().forEach(s -> publishedBefore.put(s.key(), s));
        }
        var parts = new ArrayList<SessionPart>();
        for (var session : sessions.findByMeeting(key)) {
            var placement = placed.get(session.key());
            var was = publishedBefore.get(session.key());
            if (placement != null && !session.isCancelled()) {
                parts.add(part(
                        session,
                        placement.room().orElse(null),
                        placement.start(),
                        placement.minutes(),
                        rolesOfSessions,
                        talksOfSessions));
            } else if (session.isCancelled() && session.joined().isEmpty() && was != null) {
                parts.add(part(session, was.room(), was.start(), was.minutes(), rolesOfSessions, talksOfSessions));
            }
        }
        parts.sort(order(roomParts));
        return new AgendaSnapshot(
                new MeetingPart(
                        meeting.slug().value(),
                        meeting.name(),
                        meeting.description(),
                        meeting.firstDay(),
                        meeting.lastDay(),
                        meeting.zone().getId(),
                        meeting.city()),
                roomParts,
                topics.findByMeetingOrderByPosition(key).stream()
                        .map(t -> new TopicPart(t.key(), t.topicKey(), t.name(), t.hue()))
                        .toList(),
                types.findByMeetingOrderByPosition(key).stream()
                        .map(t -> new TypePart(
                                t.key(), t.typeKey(), t.name(), t.kind().name()))
                        .toList(),
                peopleOf(parts, sessionPersons.personsOf(key)),
                List.copyOf(parts));
    }

    private static SessionPart part(
            Session session,
            @Nullable UUID room,
            java.time.Instant start,
            int minutes,
            Map<UUID, List<RolePart>> roles,
            Map<UUID, List<TalkPart>> talks) {
        return new SessionPart(
                session.key(),
                session.code(),
                session.sessionType(),
                session.title(),
                session.abstractText(),
                session.topics(),
                room,
                start,
                minutes,
                session.talkLanguage(),
                session.slideLanguage(),
                session.isCancelled(),
                List.copyOf(roles.getOrDefault(session.key(), List.of())),
                List.copyOf(talks.getOrDefault(session.key(), List.of())));
    }

    private static Comparator<SessionPart> order(List<RoomPart> rooms) {
        var positions = new HashMap<@Nullable UUID, Integer>();
        for (var room : rooms) {
            positions.put(room.key(), positions.size());
        }
        return Comparator.comparing(SessionPart::start)
                .thenComparing(s -> positions.getOrDefault(s.room(), -1))
                .thenComparing(SessionPart::code);
    }

    /** Only people of placed sessions: the names on others are not public yet. */
    private static List<PersonPart> peopleOf(List<SessionPart> sessions, List<Person> persons) {
        var named = new java.util.HashSet<UUID>();
        for (var session : sessions) {
            session.people().forEach(r -> named.add(r.person()));
            session.talks().forEach(t -> t.people().forEach(r -> named.add(r.person())));
        }
        return persons.stream()
                .filter(p -> named.contains(p.key()))
                .distinct()
                .sorted(Comparator.comparing((Person p) -> p.name().published()).thenComparing(Person::key))
                .map(p -> new PersonPart(
                        p.key(),
                        p.code(),
                        p.name(),
                        p.degree() == Degree.NONE ? "" : p.degree().name(),
                        p.affiliation(),
                        p.country(),
                        p.orcid().map(Orcid::value).orElse(""),
                        p.biography()))
                .toList();
    }
}
