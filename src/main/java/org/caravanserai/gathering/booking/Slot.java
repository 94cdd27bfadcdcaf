package org.caravanserai.gathering.booking;

import java.time.Instant;

/**
 * A slot that can be booked, or is.
 *
 * @param start its first instant
 * @param end the first instant after it
 */
public record Slot(Instant start, Instant end) {}
