package org.caravanserai.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Places sessions in rooms and times. Every move names the version of the placement that its mover saw; if somebody was
 * faster, the move is not made and its mover learns who it was. Its methods are no transactions themselves: each lets one
 * run to its end, so that it can tell of a lost race and the boards of what has committed.
 */
@Service
public class AgendaPlacing {

    private final PlacementChange change;

    AgendaPlacing(PlacementChange change) {
        this.change = change;
    }

    /**
     * What the acting person can take back on an agenda.
     *
     * @param undo whether there is a move of hers to undo
     * @param redo whether there is one to make again
     */
    public record Steps(boolean undo, boolean redo) {}

    /**
     * Moves many sessions in one transaction, all or none; undo takes them back as one.
     *
     * @throws Refusal if a session or a room is not of this meeting, a session is called off or named twice, or a length is out
     *     of range
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult move(MeetingId meeting, List<SessionMove> moves) {
        return change.move(meeting, MoveKind.MOVE, moves);
    }

    /**
     * Places or moves a session.
     *
     * @param version the version of the placement that was seen; null if the session was seen waiting
     * @param room null for all rooms
     * @throws Refusal as {@link #move} does
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult place(
            MeetingId meeting,
            SessionId session,
            @Nullable Long version,
            @Nullable UUID room,
            Instant start,
            int minutes) {
        return move(
                meeting, List.of(new SessionMove(session, version, Optional.of(new AgendaSpot(room, start, minutes)))));
    }

    /** Takes a session out of its place, back among those that wait. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult unplace(MeetingId meeting, SessionId session, @Nullable Long version) {
        return move(meeting, List.of(new SessionMove(session, version, Optional.empty())));
    }

    /**
     * Undoes what the acting person moved last on this agenda; asked again, what she moved before. What others have moved since
     * is not undone: then nothing of that batch is, and the next question is for the one before.
     *
     * @throws Refusal if there is none
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult undo(MeetingId meeting) {
        return change.undo(meeting);
    }

    /**
     * Makes again what the acting person has undone last, until she moves something else; refused as {@link #undo} is.
     *
     * @throws Refusal if there is none
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult redo(MeetingId meeting) {
        return change.redo(meeting);
    }

    /** What the acting person can undo and redo now. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Steps steps(MeetingId meeting) {
        return change.steps(meeting);
    }
}
