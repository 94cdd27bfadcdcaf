package org.caravanserai.agenda;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
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
    private final LiveAgendas agendas;
    private final Access access;

    AgendaPlacing(PlacementChange change, LiveAgendas agendas, Access access) {
        this.change = change;
        this.agendas = agendas;
        this.access = access;
    }

    /**
     * Places or moves a session.
     *
     * @param version the version of the placement that was seen; null if the session was seen waiting
     * @param room null for all rooms
     * @throws Refusal if the session or the room is not of this meeting, is called off, or the length is out of range
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult place(
            MeetingId meeting,
            SessionId session,
            @Nullable Long version,
            @Nullable UUID room,
            Instant start,
            int minutes) {
        return change(meeting, session, version, Optional.of(new AgendaSpot(room, start, minutes)));
    }

    /** Takes a session out of its place, back among those that wait. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult unplace(MeetingId meeting, SessionId session, @Nullable Long version) {
        return change(meeting, session, version, Optional.empty());
    }

    /**
     * Undoes the acting person's last move on this board; asked again, the one before.
     *
     * @throws Refusal if there is none
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult undo(MeetingId meeting) {
        var mover = access.me().orElseThrow(() -> Refusal.of("agenda.undo.nothing"));
        var result = change.undo(meeting, mover);
        agendas.moved(meeting, result.session());
        return result;
    }

    private PlacingResult change(
            MeetingId meeting, SessionId session, @Nullable Long version, Optional<AgendaSpot> target) {
        PlacingResult result;
        try {
            result = change.change(meeting, session, version, target);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException raced) {
            // Of two moves at one moment the database let the other through.
            result = new PlacingResult.Stale(session, change.lastMover(session));
        }
        agendas.moved(meeting, session);
        return result;
    }
}
