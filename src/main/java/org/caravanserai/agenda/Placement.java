package org.caravanserai.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A session in a room at a time, or in all rooms at once. Its version makes two moves of one session visible to each
 * other: the later of two is refused. A session has at most one.
 */
@Entity
public class Placement extends Aggregate {

    private UUID session;

    private UUID meeting;

    private @Nullable UUID room;

    @Column(name = "starts_at")
    private Instant start;

    private int minutes;

    @SuppressWarnings("NullAway.Init")
    protected Placement() {}

    /** A placement; {@code room} is null for all rooms. */
    public Placement(SessionId session, MeetingId meeting, @Nullable UUID room, Instant start, int minutes) {
        this.session = session.value();
        this.meeting = meeting.value();
        this.room = room;
        this.start = start;
        this.minutes = minutes;
    }

    public SessionId session() {
        return new SessionId(session);
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    /** The room; empty for all rooms. */
    public Optional<UUID> room() {
        return Optional.ofNullable(room);
    }

    public Instant start() {
        return start;
    }

    public int minutes() {
        return minutes;
    }

    /** The first instant after it. */
    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** Moves it; {@code room} is null for all rooms. */
    public void move(@Nullable UUID room, Instant start, int minutes) {
        this.room = room;
        this.start = start;
        this.minutes = minutes;
    }
}
