package org.caravanserai.agenda.conflict;

import java.time.Instant;

/**
 * A half-open stretch of time: what ends at ten does not touch what starts at ten.
 *
 * @param start the first second, as seconds of the epoch
 * @param end the first second after it
 */
public record Interval(long start, long end) {

    public Interval {
        if (end < start) {
            throw new IllegalArgumentException("an interval ends after it starts");
        }
    }

    /** From one instant to another. */
    public static Interval of(Instant start, Instant end) {
        return new Interval(start.getEpochSecond(), end.getEpochSecond());
    }

    /** Whether the two have a second in common. */
    public boolean overlaps(Interval other) {
        return start < other.end && other.start < end;
    }

    /** Whether the other lies wholly in this one. */
    public boolean contains(Interval other) {
        return start <= other.start && other.end <= end;
    }
}
