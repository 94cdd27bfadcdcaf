package org.caravanserai.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** A stretch of time in which a room cannot be used. A room is available unless a closure says otherwise. */
@Entity
public class RoomClosure extends Aggregate {

    private UUID room;

    @Column(name = "starts_at")
    private Instant start;

    @Column(name = "ends_at")
    private Instant end;

    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected RoomClosure() {}

    /** A closure over the half-open interval from {@code start} to {@code end}. */
    public RoomClosure(UUID room, Instant start, Instant end, String reason) {
        if (!start.isBefore(end)) {
            throw Refusal.at("end", "meeting.closure.order");
        }
        this.room = room;
        this.start = start;
        this.end = end;
        this.reason = Clean.line(reason);
        if (this.reason.length() > 300) {
            throw Refusal.at("reason", "meeting.text.long", 300);
        }
    }

    public UUID room() {
        return room;
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return end;
    }

    public String reason() {
        return reason;
    }
}
