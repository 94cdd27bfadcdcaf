package org.caravanserai.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room and a stretch of time on the agenda.
 *
 * @param room the room's key; null for all rooms
 * @param start the instant it starts at
 * @param minutes how long it lasts
 */
public record AgendaSpot(@Nullable UUID room, Instant start, int minutes) {

    /** The first instant after it. */
    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }
}
