package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.SessionMove;
import org.caravanserai.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The working agenda of a meeting, for its organisers. A move goes the way that one on the board goes, undo included. */
@RestController
@RequestMapping("/api/v1/meetings/{meeting}/placements")
class PlacementEndpoints {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final AgendaBoards boards;
    private final AgendaPlacing placing;

    PlacementEndpoints(AgendaBoards boards, AgendaPlacing placing) {
        this.boards = boards;
        this.placing = placing;
    }

    @GetMapping
    @Endpoint(
            summary = "The sessions of the working agenda, placed and waiting, by their ids",
            needs = Scope.PLACEMENTS_READ,
            answers = PlacementData.Placement.class,
            paged = true)
    ResponseEntity<byte[]> placements(@PathVariable String meeting, Paging paging, HttpServletRequest request) {
        var after = paging.after("placements", 1).map(List::getFirst).orElse("");
        var rows = board(meeting).sessions().stream()
                .sorted(Comparator.comparing(BoardSession::code))
                .filter(session -> session.code().compareTo(after) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        return Answers.own(
                paging.page("placements", rows, row -> List.of(row.code()), PlacementData.Placement::of), request);
    }

    @GetMapping("/{code}")
    @Endpoint(summary = "Where a session is", needs = Scope.PLACEMENTS_READ, answers = PlacementData.Placement.class)
    ResponseEntity<byte[]> placement(
            @PathVariable String meeting, @PathVariable String code, HttpServletRequest request) {
        return Answers.writable(PlacementData.Placement.of(session(board(meeting), code)), request);
    }

    @PutMapping("/{code}")
    @Endpoint(
            summary = "Places or moves a session",
            needs = Scope.PLACEMENTS_WRITE,
            answers = PlacementData.Placement.class)
    ResponseEntity<byte[]> place(
            @PathVariable String meeting,
            @PathVariable String code,
            IfMatch seen,
            @Sent PlacementData.Spot spot,
            HttpServletRequest request) {
        return change(meeting, code, seen, spot(spot, ""), request);
    }

    @DeleteMapping("/{code}")
    @Endpoint(
            summary = "Takes a session out of its place, back among those that wait",
            needs = Scope.PLACEMENTS_WRITE,
            answers = PlacementData.Placement.class)
    ResponseEntity<byte[]> unplace(
            @PathVariable String meeting, @PathVariable String code, IfMatch seen, HttpServletRequest request) {
        return change(meeting, code, seen, Optional.empty(), request);
    }

    @PostMapping("/moves")
    @Endpoint(
            summary = "Moves several sessions, all or none",
            description = "A move of a session that somebody else has moved since makes all of it fail.",
            needs = Scope.PLACEMENTS_WRITE,
            answers = PlacementData.Moved.class)
    ResponseEntity<byte[]> move(@PathVariable String meeting, Once once, @Sent PlacementData.Moves moves) {
        return once.answer(() -> {
            var board = board(meeting);
            var wanted = new ArrayList<SessionMove>();
            var seen = new HashSet<String>();
            for (var move : moves.moves()) {
                var at = "moves[" + wanted.size() + "]";
                var session = board.sessions().stream()
                        .filter(found -> found.code().equals(move.session()) && seen.add(found.code()))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.body(at + ".session", "api.body.session"));
                wanted.add(new SessionMove(
                        new SessionId(session.key()), move.version(), spot(move.place(), at + ".place.")));
            }
            done(placing.move(board.meeting(), wanted), board);
            var now = board(meeting);
            return new PlacementData.Moved(now.sessions().stream()
                    .filter(session -> seen.contains(session.code()))
                    .map(PlacementData.Placement::of)
                    .toList());
        });
    }

    private ResponseEntity<byte[]> change(
            String meeting, String code, IfMatch seen, Optional<AgendaSpot> target, HttpServletRequest request) {
        var board = board(meeting);
        var session = session(board, code);
        seen.require(Answers.tag(PlacementData.Placement.of(session)));
        done(
                placing.move(
                        board.meeting(),
                        List.of(new SessionMove(
                                new SessionId(session.key()),
                                session.place()
                                        .map(AgendaBoard.BoardPlace::version)
                                        .orElse(null),
                                target))),
                board);
        return Answers.writable(PlacementData.Placement.of(session(board(meeting), code)), request);
    }

    private static void done(PlacingResult result, AgendaBoard board) {
        switch (result) {
            case PlacingResult.Done done -> {}
            case PlacingResult.Stale stale -> throw new ApiProblem(ProblemKind.STALE);
            case PlacingResult.Blocked blocked ->
                throw new ApiProblem(ProblemKind.FORBIDDEN_PLACE)
                        .with("conflicts", PlacementData.ForbiddenConflict.of(blocked.conflicts(), board));
        }
    }

    private AgendaBoard board(String slug) {
        return boards.board(boards.meeting(slug).orElseThrow(ApiProblem::notFound));
    }

    private static BoardSession session(AgendaBoard board, String code) {
        return board.sessions().stream()
                .filter(session -> session.code().equals(code))
                .findFirst()
                .orElseThrow(ApiProblem::notFound);
    }

    private static Optional<AgendaSpot> spot(PlacementData.@Nullable Spot stated, String at) {
        if (stated == null) {
            return Optional.empty();
        }
        if (stated.start().isBefore(EARLIEST) || stated.start().isAfter(LATEST)) {
            throw ApiProblem.body(at + "start", "api.body.wrong");
        }
        return Optional.of(new AgendaSpot(
                stated.room(), stated.start().truncatedTo(java.time.temporal.ChronoUnit.MINUTES), stated.minutes()));
    }
}
