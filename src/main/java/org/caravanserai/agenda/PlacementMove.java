package org.caravanserai.agenda;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.jspecify.annotations.Nullable;

/** One move on the board: a trail by itself, from which its mover can undo it. */
@Entity
@NotAudited
class PlacementMove extends Aggregate {

    private UUID meeting;

    private UUID session;

    private @Nullable UUID mover;

    private Instant movedAt;

    private @Nullable UUID fromRoom;

    private @Nullable Instant fromStart;

    private int fromMinutes;

    private @Nullable UUID toRoom;

    private @Nullable Instant toStart;

    private int toMinutes;

    private boolean undone;

    @SuppressWarnings("NullAway.Init")
    protected PlacementMove() {}

    /** A move from one spot to another; an absent spot means that the session was, or is, not placed. */
    PlacementMove(
            MeetingId meeting,
            SessionId session,
            Optional<PersonId> mover,
            Optional<AgendaSpot> from,
            Optional<AgendaSpot> to,
            Clock clock) {
        this.meeting = meeting.value();
        this.session = session.value();
        this.mover = mover.map(PersonId::value).orElse(null);
        this.movedAt = clock.instant();
        from.ifPresent(spot -> {
            fromRoom = spot.room();
            fromStart = spot.start();
            fromMinutes = spot.minutes();
        });
        to.ifPresent(spot -> {
            toRoom = spot.room();
            toStart = spot.start();
            toMinutes = spot.minutes();
        });
    }

    SessionId session() {
        return new SessionId(session);
    }

    Optional<PersonId> mover() {
        return Optional.ofNullable(mover).map(PersonId::new);
    }

    Optional<AgendaSpot> from() {
        return fromStart == null ? Optional.empty() : Optional.of(new AgendaSpot(fromRoom, fromStart, fromMinutes));
    }

    Optional<AgendaSpot> to() {
        return toStart == null ? Optional.empty() : Optional.of(new AgendaSpot(toRoom, toStart, toMinutes));
    }

    /** Notes that it was undone, or that it is itself an undoing: in either case undo goes on to the move before. */
    void undo() {
        undone = true;
    }
}
