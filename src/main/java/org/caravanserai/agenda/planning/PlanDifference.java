package org.caravanserai.agenda.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.meeting.MeetingId;
import org.springframework.stereotype.Component;

/** Tells what placements would change on the board as it is now. */
@Component
class PlanDifference {

    private static final Comparator<PlanMove> ORDER = Comparator.<PlanMove, java.time.Instant>comparing(
                    move -> move.to().or(move::from).map(AgendaSpot::start).orElse(java.time.Instant.MAX))
            .thenComparing(PlanMove::code);

    private final AgendaBoards boards;

    PlanDifference(AgendaBoards boards) {
        this.boards = boards;
    }

    /** By the time at which they would be; sessions that are not named stay. */
    List<PlanMove> of(MeetingId meeting, Map<UUID, Optional<AgendaSpot>> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        return moves(
                meeting,
                session -> session.place().map(AgendaBoard.BoardPlace::spot),
                (session, from) -> targets.getOrDefault(session.key(), from));
    }

    /** What would have to move for one agenda to become another. */
    List<PlanMove> between(MeetingId meeting, Map<UUID, AgendaSpot> from, Map<UUID, AgendaSpot> to) {
        return moves(
                meeting,
                session -> Optional.ofNullable(from.get(session.key())),
                (session, was) -> Optional.ofNullable(to.get(session.key())));
    }

    private List<PlanMove> moves(
            MeetingId meeting,
            Function<BoardSession, Optional<AgendaSpot>> before,
            BiFunction<BoardSession, Optional<AgendaSpot>, Optional<AgendaSpot>> after) {
        var moves = new ArrayList<PlanMove>();
        for (var session : boards.board(meeting).sessions()) {
            var from = before.apply(session);
            var to = after.apply(session, from);
            if (!from.equals(to)) {
                moves.add(new PlanMove(
                        new SessionId(session.key()),
                        session.code(),
                        session.title(),
                        session.place().map(AgendaBoard.BoardPlace::version).orElse(null),
                        from,
                        to));
            }
        }
        moves.sort(ORDER);
        return List.copyOf(moves);
    }
}
