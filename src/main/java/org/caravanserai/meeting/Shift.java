package org.caravanserai.meeting;

import java.time.Instant;
import java.time.ZoneId;

/** Moves instants from one meeting to a later one: what was at half past eight there is at half past eight here. */
public final class Shift {

    private Shift() {}

    /** The instant that shows, some days later and in another zone, the same clock time. */
    public static Instant later(Instant instant, ZoneId from, ZoneId to, long days) {
        return instant.atZone(from).toLocalDateTime().plusDays(days).atZone(to).toInstant();
    }
}
