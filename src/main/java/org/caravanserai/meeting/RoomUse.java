package org.caravanserai.meeting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stretch of time in which a room of a meeting is used.
 *
 * @param room its key; empty for all rooms
 * @param from the first instant
 * @param until the first instant after it
 */
public record RoomUse(Optional<UUID> room, Instant from, Instant until) {}
