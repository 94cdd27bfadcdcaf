package org.caravanserai.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard.BoardPerson;
import org.caravanserai.agenda.AgendaBoard.BoardPlace;
import org.caravanserai.agenda.AgendaBoard.BoardRoom;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.AgendaBoard.BoardTalk;
import org.caravanserai.agenda.AgendaBoard.BoardType;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Person;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a whole agenda from the database: the board that organisers see, and the index of its conflicts. */
@Component
@Transactional(readOnly = true)
class AgendaReading {

    private final Meetings meetings;
    private final Rooms rooms;
    private final Topics topics;
    private final SessionTypes types;
    private final Sessions sessions;
    private final Talks talks;
    private final SessionPersons sessionPersons;
    private final Placements placements;
    private final AgendaFactsReading facts;
    private final AgendaRulesStore rules;
    private final PlacementLog log;

    AgendaReading(
            Meetings meetings,
            Rooms rooms,
            Topics topics,
            SessionTypes types,
            Sessions sessions,
            Talks talks,
            SessionPersons sessionPersons,
            Placements placements,
            AgendaFactsReading facts,
            AgendaRulesStore rules,
            PlacementLog log) {
        this.meetings = meetings;
        this.rooms = rooms;
        this.topics = topics;
        this.types = types;
        this.sessions = sessions;
        this.talks = talks;
        this.sessionPersons = sessionPersons;
        this.placements = placements;
        this.facts = facts;
        this.rules = rules;
        this.log = log;
    }

    /** The agenda as it is now. */
    LiveAgenda read(MeetingId id) {
        // Before the places: a move that commits between the two is then taken in again, which does no harm.
        var clock = log.clock(id);
        var key = id.value();
        var meeting = meetings.findById(key).orElseThrow();
        var demanded = rules.findByMeeting(key).map(AgendaRules::rules).orElse(MeetingRules.USUAL);
        var all = sessions.findByMeeting(key);
        var source = new Source(
                meeting,
                rooms.findByMeetingOrderByPosition(key),
                byKey(topics.findByMeetingOrderByPosition(key), Topic::key),
                byKey(types.findByMeetingOrderByPosition(key), SessionType::key),
                all.stream()
                        .filter(session -> !session.isCancelled())
                        .sorted(Comparator.comparing(Session::code))
                        .toList(),
                talks.ofMeeting(key),
                sessionPersons.ofMeeting(key),
                byKey(sessionPersons.personsOf(key), Person::key));
        return new LiveAgenda(
                board(source, clock.lastMove()),
                new ConflictIndex(facts.of(source, demanded), demanded.conflicts()),
                clock,
                log.lastMovers(id),
                all.stream().filter(Session::isCancelled).map(Session::key).collect(Collectors.toSet()));
    }

    /**
     * What a board and the facts of its sessions are both made of.
     *
     * @param sessions those that take place, in the order of their codes
     */
    record Source(
            org.caravanserai.meeting.Meeting meeting,
            List<org.caravanserai.meeting.Room> rooms,
            Map<UUID, Topic> topics,
            Map<UUID, SessionType> types,
            List<Session> sessions,
            List<Talk> talks,
            List<SessionPerson> roles,
            Map<UUID, Person> persons) {

        SessionType typeOf(Session session) {
            return Objects.requireNonNull(types.get(session.sessionType()));
        }

        /** The people of each session and its talks, each once, in their order. */
        Map<UUID, Set<UUID>> peopleBySession() {
            return roles.stream()
                    .collect(Collectors.groupingBy(
                            role -> role.session().value(),
                            Collectors.mapping(
                                    role -> role.person().value(),
                                    Collectors.toCollection(java.util.LinkedHashSet::new))));
        }
    }

    private AgendaBoard board(Source source, long lastMove) {
        var meeting = source.meeting();
        var places = new HashMap<UUID, BoardPlace>();
        placements
                .findByMeeting(meeting.key())
                .forEach(p -> places.put(p.session().value(), place(p)));
        var talksBySession = source.talks().stream()
                .collect(Collectors.groupingBy(
                        talk -> talk.session().value(),
                        Collectors.mapping(
                                talk -> new BoardTalk(talk.key(), talk.title(), talk.minutes()), Collectors.toList())));
        var people = source.peopleBySession();
        var boardSessions = new ArrayList<BoardSession>();
        for (var session : source.sessions()) {
            var type = source.typeOf(session);
            var topic = session.topics().stream().findFirst().map(source.topics()::get);
            boardSessions.add(new BoardSession(
                    session.key(),
                    session.code(),
                    session.title(),
                    type.name(),
                    topic.map(Topic::name).orElse(LocalizedText.EMPTY),
                    topic.map(Topic::hue).orElse(-1),
                    session.minutes(),
                    session.beforeMinutes(),
                    session.afterMinutes(),
                    type.kind() == SessionType.Kind.ITEM,
                    people.getOrDefault(session.key(), Set.of()).stream()
                            .map(person -> new BoardPerson(
                                    person,
                                    Objects.requireNonNull(source.persons().get(person))
                                            .name()))
                            .toList(),
                    talksBySession.getOrDefault(session.key(), List.of()),
                    Optional.ofNullable(places.get(session.key()))));
        }
        return new AgendaBoard(
                meeting.id(),
                meeting.slug().value(),
                meeting.name(),
                meeting.city(),
                meeting.zone(),
                meeting.days(),
                source.rooms().stream()
                        .map(room ->
                                new BoardRoom(room.key(), room.name(), room.venue(), room.capacity(), room.isOnline()))
                        .toList(),
                source.types().values().stream()
                        .filter(type -> type.kind() != SessionType.Kind.TALK)
                        .map(type -> new BoardType(type.key(), type.name(), type.minutes()))
                        .toList(),
                boardSessions,
                Set.of(),
                lastMove);
    }

    private static <T> Map<UUID, T> byKey(List<T> all, java.util.function.Function<T, UUID> key) {
        var byKey = new LinkedHashMap<UUID, T>();
        all.forEach(each -> byKey.put(key.apply(each), each));
        return byKey;
    }

    private static BoardPlace place(Placement placement) {
        return new BoardPlace(
                new AgendaSpot(placement.room().orElse(null), placement.start(), placement.minutes()),
                placement.version());
    }
}
