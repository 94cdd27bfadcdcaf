package org.caravanserai.agenda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard.BoardPlace;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.agenda.conflict.Interval;

/** A board with its conflicts, kept in memory while organisers work on it and told of each move. Guarded by itself. */
final class LiveAgenda {

    private final AgendaBoard frame;
    private final Map<UUID, BoardSession> sessions = new LinkedHashMap<>();
    private final ConflictIndex index;

    /** A board whose sessions {@code index} knows but has not placed yet. */
    LiveAgenda(AgendaBoard board, ConflictIndex index) {
        this.frame = board;
        this.index = index;
        for (var session : board.sessions()) {
            sessions.put(session.key(), session);
            session.place().ifPresent(place -> index.place(session.key(), spot(place.spot())));
        }
    }

    /** Notes where a session is now, and gives the sessions whose look may have changed. */
    synchronized Set<UUID> put(UUID key, Optional<BoardPlace> place) {
        var session = sessions.get(key);
        if (session == null) {
            return Set.of();
        }
        sessions.put(key, session.at(place));
        return place.map(p -> index.place(key, spot(p.spot()))).orElseGet(() -> index.unplace(key));
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
                index.all());
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

    synchronized Set<Conflict> conflicts() {
        return index.all();
    }

    private static ConflictIndex.Spot spot(AgendaSpot spot) {
        return new ConflictIndex.Spot(spot.room(), Interval.of(spot.start(), spot.end()));
    }
}
