package org.caravanserai.people;

import java.time.Instant;

/**
 * A stretch of time in which a person has something to do. It does not say what: who looks for a time learns only that she is
 * not free.
 *
 * @param from its first instant
 * @param until the first instant after it
 * @param kind where it comes from
 */
public record Engagement(PersonId person, Instant from, Instant until, Kind kind) {

    /** What keeps a person, as far as others may know. */
    public enum Kind {
        /** She stands on the programme of a meeting. */
        SESSION,
        /** She has marked a session she wants to hear. */
        STARRED,
        /** She meets somebody. */
        APPOINTMENT,
        /** A calendar of hers elsewhere says so. */
        CALENDAR
    }
}
