package org.caravanserai.agenda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.caravanserai.agenda.conflict.ConflictIndex.RoomFacts;
import org.caravanserai.agenda.conflict.ConflictIndex.SessionFacts;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.RoomClosures;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the agendas that are being worked on in memory, so that a move costs neither a query nor a comparison of all with
 * all. The database is the truth: a board that is opened is read anew, and moves are taken in in the order of the log.
 */
@Component
class LiveAgendas {

    private final Meetings meetings;
    private final Rooms rooms;
    private final RoomClosures closures;
    private final Topics topics;
    private final SessionTypes types;
    private final Sessions sessions;
    private final Talks talks;
    private final SessionPersons sessionPersons;
    private final Placements placements;
    private final PlacementLog log;
    private final LiveUpdates updates;
    private final TransactionTemplate transaction;
    private final Cache<UUID, LiveAgenda> kept = Caffeine.newBuilder()
            .maximumSize(20)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    LiveAgendas(
            Meetings meetings,
            Rooms rooms,
            RoomClosures closures,
            Topics topics,
            SessionTypes types,
            Sessions sessions,
            Talks talks,
            SessionPersons sessionPersons,
            Placements placements,
            PlacementLog log,
            LiveUpdates updates,
            TransactionTemplate transaction) {
        this.meetings = meetings;
        this.rooms = rooms;
        this.closures = closures;
        this.topics = topics;
        this.types = types;
        this.sessions = sessions;
        this.talks = talks;
        this.sessionPersons = sessionPersons;
        this.placements = placements;
        this.log = log;
        this.updates = updates;
        this.transaction = transaction;
    }

    /** The agenda as the database has it now. */
    LiveAgenda fresh(MeetingId meeting) {
        var agenda = read(meeting);
        kept.put(meeting.value(), agenda);
        // What was written to the one kept before, while this was read.
        catchUp(meeting, agenda);
        return agenda;
    }

    /** Lets the kept agenda know of moves that were noted in one that it has replaced meanwhile. */
    void settle(MeetingId meeting, LiveAgenda noted) {
        var agenda = kept.getIfPresent(meeting.value());
        if (agenda != null && agenda != noted) {
            catchUp(meeting, agenda);
        }
    }

    /** The agenda as it is kept. */
    LiveAgenda kept(MeetingId meeting) {
        return kept.get(meeting.value(), m -> read(meeting));
    }

    /** Takes in what others have written to the log since, or forgets the agenda if more than placements has changed. */
    Set<UUID> catchUp(MeetingId meeting, LiveAgenda agenda) {
        synchronized (agenda) {
            var now = log.clock(meeting);
            if (now.edition() != agenda.clock().edition()) {
                forget(meeting);
                return Set.of();
            }
            if (now.lastMove() <= agenda.clock().lastMove()) {
                return Set.of();
            }
            var moves = log.since(meeting, agenda.clock().lastMove());
            agenda.append(moves);
            return moves.stream().map(LoggedMove::session).collect(Collectors.toSet());
        }
    }

    /** The agenda as it is kept; empty if it is not. */
    Optional<LiveAgenda> inMemory(MeetingId meeting) {
        return Optional.ofNullable(kept.getIfPresent(meeting.value()));
    }

    /** The agenda is read anew when it is next asked for. */
    void forget(MeetingId meeting) {
        kept.invalidate(meeting.value());
    }

    /** Forgets the agenda when the current transaction commits, because more than a placement changes, and tells the boards. */
    void changed(MeetingId meeting) {
        log.newEdition(meeting);
        kept.invalidate(meeting.value());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    kept.invalidate(meeting.value());
                }
            });
        }
        updates.send(AgendaBoards.channel(meeting), new AgendaMoved(Set.of()));
    }

    private LiveAgenda read(MeetingId meeting) {
        return Objects.requireNonNull(transaction.execute(t -> readNow(meeting)));
    }

    private LiveAgenda readNow(MeetingId id) {
        var key = id.value();
        // Before the places: a move that commits between the two is then taken in again, which does no harm.
        var clock = log.clock(id);
        var meeting = meetings.findById(key).orElseThrow();
        var roomsInOrder = rooms.findByMeetingOrderByPosition(key);
        var typesByKey = new HashMap<UUID, SessionType>();
        var addable = new ArrayList<BoardType>();
        for (var type : types.findByMeetingOrderByPosition(key)) {
            typesByKey.put(type.key(), type);
            if (type.kind() != SessionType.Kind.TALK) {
                addable.add(new BoardType(type.key(), type.name(), type.minutes()));
            }
        }
        var topicsByKey = new HashMap<UUID, Topic>();
        topics.findByMeetingOrderByPosition(key).forEach(topic -> topicsByKey.put(topic.key(), topic));
        var places = new HashMap<UUID, BoardPlace>();
        placements.findByMeeting(key).forEach(p -> places.put(p.session().value(), place(p)));
        var people = peopleBySession(key);
        var talkMinutes = new HashMap<UUID, Integer>();
        var talksBySession = new HashMap<UUID, List<BoardTalk>>();
        for (var talk : talks.ofMeeting(key)) {
            talkMinutes.merge(talk.session().value(), talk.minutes(), Integer::sum);
            talksBySession
                    .computeIfAbsent(talk.session().value(), s -> new ArrayList<>())
                    .add(new BoardTalk(talk.key(), talk.title(), talk.minutes()));
        }
        var unsuitable = unsuitableBySession(key, meeting.zone());

        var days = meeting.days();
        var index = new ConflictIndex(
                roomFacts(key, roomsInOrder),
                Interval.of(
                        days.getFirst().atStartOfDay(meeting.zone()).toInstant(),
                        days.getLast().plusDays(1).atStartOfDay(meeting.zone()).toInstant()));
        var boardSessions = new ArrayList<BoardSession>();
        var calledOff = new HashSet<UUID>();
        for (var session : sessions.findByMeeting(key)) {
            if (session.isCancelled()) {
                calledOff.add(session.key());
                continue;
            }
            var type = Objects.requireNonNull(typesByKey.get(session.sessionType()));
            var topic = session.topics().isEmpty()
                    ? null
                    : topicsByKey.get(session.topics().getFirst());
            var persons = people.getOrDefault(session.key(), Map.of());
            boardSessions.add(new BoardSession(
                    session.key(),
                    session.code(),
                    session.title(),
                    type.name(),
                    topic == null ? LocalizedText.EMPTY : topic.name(),
                    topic == null ? -1 : topic.hue(),
                    session.minutes(),
                    session.beforeMinutes(),
                    session.afterMinutes(),
                    type.kind() == SessionType.Kind.ITEM,
                    List.copyOf(persons.values()),
                    talksBySession.getOrDefault(session.key(), List.of()),
                    Optional.ofNullable(places.get(session.key()))));
            index.describe(new SessionFacts(
                    session.key(),
                    session.expectedAudience(),
                    talkMinutes.getOrDefault(session.key(), 0),
                    Set.copyOf(persons.keySet()),
                    unsuitable.getOrDefault(session.key(), List.of())));
        }
        boardSessions.sort(Comparator.comparing(BoardSession::code));
        return new LiveAgenda(
                new AgendaBoard(
                        id,
                        meeting.slug().value(),
                        meeting.name(),
                        meeting.city(),
                        meeting.zone(),
                        days,
                        roomsInOrder.stream()
                                .map(r -> new BoardRoom(r.key(), r.name(), r.venue(), r.capacity(), r.isOnline()))
                                .toList(),
                        addable,
                        boardSessions,
                        Set.of(),
                        clock.lastMove()),
                index,
                clock,
                log.lastMovers(id),
                calledOff);
    }

    private Map<UUID, Map<UUID, BoardPerson>> peopleBySession(UUID meeting) {
        var names = new HashMap<UUID, BoardPerson>();
        sessionPersons.personsOf(meeting).forEach(p -> names.put(p.key(), new BoardPerson(p.key(), p.name())));
        var people = new HashMap<UUID, Map<UUID, BoardPerson>>();
        for (var person : sessionPersons.ofMeeting(meeting)) {
            people.computeIfAbsent(person.session().value(), s -> new LinkedHashMap<>())
                    .put(
                            person.person().value(),
                            Objects.requireNonNull(names.get(person.person().value())));
        }
        return people;
    }

    private List<RoomFacts> roomFacts(UUID meeting, Collection<Room> inOrder) {
        var closed = new HashMap<UUID, List<Interval>>();
        for (var closure : closures.ofMeeting(meeting)) {
            closed.computeIfAbsent(closure.room(), r -> new ArrayList<>())
                    .add(Interval.of(closure.start(), closure.end()));
        }
        return inOrder.stream()
                .map(r -> new RoomFacts(r.key(), r.capacity(), closed.getOrDefault(r.key(), List.of())))
                .toList();
    }

    private Map<UUID, List<Interval>> unsuitableBySession(UUID meeting, ZoneId zone) {
        var unsuitable = new HashMap<UUID, List<Interval>>();
        for (var source : List.of(sessions.proposalsOf(meeting), sessions.talkProposalsOf(meeting))) {
            for (var row : source) {
                var times = unsuitable.computeIfAbsent((UUID) row[0], s -> new ArrayList<>());
                for (var time : ((Proposal) row[1]).unsuitable()) {
                    times.add(interval(time, zone));
                }
            }
        }
        return unsuitable;
    }

    private static Interval interval(UnsuitableTime time, ZoneId zone) {
        LocalDateTime from = time.part() == UnsuitableTime.Part.AFTERNOON
                ? time.day().atTime(UnsuitableTime.MIDDAY)
                : time.day().atStartOfDay();
        LocalDateTime to = time.part() == UnsuitableTime.Part.MORNING
                ? time.day().atTime(UnsuitableTime.MIDDAY)
                : time.day().plusDays(1).atStartOfDay();
        return Interval.of(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
    }

    private static BoardPlace place(Placement placement) {
        return new BoardPlace(
                new AgendaSpot(placement.room().orElse(null), placement.start(), placement.minutes()),
                placement.version());
    }
}
