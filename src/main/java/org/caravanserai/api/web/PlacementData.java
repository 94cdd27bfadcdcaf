package org.caravanserai.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.conflict.Conflict;
import org.jspecify.annotations.Nullable;

/** Where sessions of the working agenda are, as organisers see and move them. */
final class PlacementData {

    private PlacementData() {}

    /** A place in the agenda. */
    record Spot(
            @Says("The room's id; leave it out for all rooms") @Nullable
            UUID room,

            @Says("Between 1970 and 2200") Instant start,
            int minutes) {}

    /** A session of the working agenda, placed or waiting. */
    record Placement(
            @Says("The session's public code of six characters")
            String id,

            LocalizedData title,
            @Says("Its wished length") int minutes,
            @Says("Where it is; left out while it waits") Optional<Spot> place,

            @Says("What a move of it must name as seen; left out while it waits")
            Optional<Long> version) {

        static Placement of(BoardSession session) {
            return new Placement(
                    session.code(),
                    LocalizedData.of(session.title()),
                    session.minutes(),
                    session.place()
                            .map(place -> new Spot(
                                    place.spot().room(),
                                    place.spot().start(),
                                    place.spot().minutes())),
                    session.place().map(AgendaBoard.BoardPlace::version));
        }
    }

    /** What is to become of one session. */
    record Move(
            @Says("The session's id") String session,

            @Says("The version that you have seen; leave it out for one that waits") @Nullable
            Long version,

            @Says("Where it is to be; leave it out to let it wait") @Nullable
            Spot place) {}

    /** What is to become of several sessions: all of it or nothing. */
    record Moves(List<Move> moves) {}

    /** What became of a move. */
    record Moved(@Says("The moved sessions as they are now") List<Placement> placements) {}

    /** Something that the organisers forbid. */
    record ForbiddenConflict(String kind, List<String> sessions) {

        static List<ForbiddenConflict> of(Set<Conflict> conflicts, AgendaBoard board) {
            return conflicts.stream()
                    .map(conflict -> new ForbiddenConflict(
                            conflict.kind().name(),
                            board.sessions().stream()
                                    .filter(session -> session.key().equals(conflict.session())
                                            || session.key().equals(conflict.other()))
                                    .map(BoardSession::code)
                                    .sorted()
                                    .toList()))
                    .distinct()
                    .sorted(java.util.Comparator.comparing(ForbiddenConflict::toString))
                    .toList();
        }
    }
}
