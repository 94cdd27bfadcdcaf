package org.caravanserai.agenda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard.BoardPlace;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.conflict.Spot;
import org.jspecify.annotations.Nullable;

/** A board with its conflicts, kept in memory while organisers work on it and told of each move. Guarded by itself. */
final class LiveAgenda {

    private final AgendaBoard frame;
    private final Map<UUID, BoardSession> sessions = new LinkedHashMap<>();
    private final ConflictIndex index;
    private final Map<UUID, UUID> movers;
    private final Map<UUID, MoveHistory> histories = new HashMap<>();
    private final Set<UUID> rooms;
    private final Set<UUID> calledOff;
    private PlacementLog.Clock clock;

    /**
     * A board whose sessions {@code index} knows but has not placed yet.
     *
     * @param clock how far the log had come before the board was read
     * @param movers who moved each session last
     * @param calledOff the keys of sessions that take place no more
     */
    LiveAgenda(
            AgendaBoard board,
            ConflictIndex index,
            PlacementLog.Clock clock,
            Map<UUID, UUID> movers,
            Set<UUID> calledOff) {
        this.frame = board;
        this.index = index;
        this.clock = clock;
        this.movers = new HashMap<>(movers);
        this.calledOff = calledOff;
        this.rooms = board.rooms().stream().map(AgendaBoard.BoardRoom::key).collect(Collectors.toSet());
        for (var session : board.sessions()) {
            sessions.put(session.key(), session);
            session.place().ifPresent(place -> index.place(session.key(), spot(place.spot())));
        }
    }

    /** Puts its sessions into these places and no others; for an agenda that nobody else works on. */
    synchronized LiveAgenda with(Map<UUID, BoardPlace> places) {
        for (var session : List.copyOf(sessions.values())) {
            var place = Optional.ofNullable(places.get(session.key()));
            sessions.put(session.key(), session.at(place));
            place.ifPresentOrElse(
                    at -> index.place(session.key(), spot(at.spot())), () -> index.unplace(session.key()));
        }
        return this;
    }

    /** How far the log has been read. */
    synchronized PlacementLog.Clock clock() {
        return clock;
    }

    /** Takes in the next moves of the log. */
    synchronized void append(List<LoggedMove> moves) {
        for (var move : moves) {
            put(move);
        }
        for (int from = 0; from < moves.size(); ) {
            var first = moves.get(from);
            int to = from;
            while (to < moves.size() && moves.get(to).batch().equals(first.batch())) {
                to++;
            }
            var history = first.mover() == null ? null : histories.get(first.mover());
            if (history != null) {
                history.add(moves.subList(from, to));
            }
            from = to;
        }
    }

    private void put(LoggedMove move) {
        clock = new PlacementLog.Clock(move.number(), clock.edition());
        if (move.mover() == null || move.kind() == MoveKind.SYSTEM) {
            movers.remove(move.session());
        } else {
            movers.put(move.session(), move.mover());
        }
        var session = sessions.get(move.session());
        if (session == null) {
            return;
        }
        sessions.put(session.key(), session.at(move.to().map(spot -> new BoardPlace(spot, move.number()))));
        move.to().ifPresentOrElse(spot -> index.place(session.key(), spot(spot)), () -> index.unplace(session.key()));
    }

    /** Where each session moved by this or a later move was before it, of those that are still there and elsewhere now. */
    synchronized Map<UUID, Optional<AgendaSpot>> before(List<LoggedMove> moves) {
        var places = new LinkedHashMap<UUID, Optional<AgendaSpot>>();
        moves.forEach(move -> places.putIfAbsent(move.session(), move.from()));
        places.entrySet()
                .removeIf(e -> !knows(e.getKey()) || placeOf(e.getKey()).equals(e.getValue()));
        return places;
    }

    /** The conflicts that forbid moves, of those that the moved sessions would have if all were made. */
    synchronized Set<Conflict> forbidding(List<SessionMove> moves) {
        var spots = new HashMap<UUID, Optional<Spot>>();
        moves.forEach(move -> spots.put(move.session().value(), move.target().map(LiveAgenda::spot)));
        return index.after(spots).stream()
                .filter(conflict -> index.rules().of(conflict.kind()) == Handling.BLOCK)
                .collect(Collectors.toSet());
    }

    /** What is known of the meeting, and how its conflicts are judged. */
    AgendaBoards.Known known() {
        return new AgendaBoards.Known(index.agenda(), index.rules());
    }

    synchronized Map<ConflictKind, Integer> counts() {
        return index.counts();
    }

    /** Whether a key is this meeting's or one of its rooms'. */
    boolean belongsTo(UUID owner) {
        return frame.meeting().value().equals(owner) || hasRoom(owner);
    }

    synchronized boolean knows(UUID session) {
        return sessions.containsKey(session);
    }

    boolean hasCalledOff(UUID session) {
        return calledOff.contains(session);
    }

    boolean hasRoom(UUID room) {
        return rooms.contains(room);
    }

    synchronized Optional<AgendaSpot> placeOf(UUID session) {
        return place(session).map(BoardPlace::spot);
    }

    /** The version of a session's place; null while it waits. */
    synchronized @Nullable Long version(UUID session) {
        return place(session).map(BoardPlace::version).orElse(null);
    }

    /** The versions of the places of the sessions that these moves move. */
    synchronized Map<UUID, Long> versions(List<LoggedMove> moves) {
        var versions = new HashMap<UUID, Long>();
        for (var move : moves) {
            place(move.session()).ifPresent(place -> versions.put(move.session(), place.version()));
        }
        return versions;
    }

    /** Who moved a session last; empty if the system did, or nobody. */
    synchronized Optional<UUID> lastMover(UUID session) {
        return Optional.ofNullable(movers.get(session));
    }

    /** What a person can undo here; {@code read} gives her moves so far, if they are not known yet. */
    synchronized MoveHistory history(UUID person, Supplier<List<LoggedMove>> read) {
        var known = histories.get(person);
        if (known == null) {
            known = new MoveHistory(read.get().stream()
                    .filter(move -> move.number() <= clock.lastMove())
                    .toList());
            histories.put(person, known);
        }
        return known;
    }

    private Optional<BoardPlace> place(UUID session) {
        return Optional.ofNullable(sessions.get(session)).flatMap(BoardSession::place);
    }

    synchronized AgendaBoard board() {
        return new AgendaBoard(
                frame.meeting(),
                frame.slug(),
                frame.name(),
                frame.city(),
                frame.zone(),
                frame.days(),
                frame.rooms(),
                frame.types(),
                List.copyOf(sessions.values()),
                index.all(),
                clock.lastMove());
    }

    synchronized List<BoardSession> sessions(Set<UUID> keys) {
        var found = new ArrayList<BoardSession>();
        for (var key : keys) {
            var session = sessions.get(key);
            if (session != null) {
                found.add(session);
            }
        }
        return found;
    }

    /** The conflicts of some sessions, each once. */
    synchronized Set<Conflict> conflicts(Set<UUID> keys) {
        var found = new HashSet<Conflict>();
        keys.forEach(key -> found.addAll(index.of(key)));
        return found;
    }

    private static Spot spot(AgendaSpot spot) {
        return new Spot(spot.room(), Interval.of(spot.start(), spot.end()));
    }
}
