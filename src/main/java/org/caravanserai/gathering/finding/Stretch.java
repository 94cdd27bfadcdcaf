package org.caravanserai.gathering.finding;

import java.time.Instant;

/**
 * A stretch of time in which a person is engaged, or a room is taken.
 *
 * @param from its first instant
 * @param until the first instant after it
 * @param firm whether she cannot meet then; otherwise she would rather not
 */
public record Stretch(Instant from, Instant until, boolean firm) {

    /** A stretch in which nothing else is possible. */
    public static Stretch firm(Instant from, Instant until) {
        return new Stretch(from, until, true);
    }
}
