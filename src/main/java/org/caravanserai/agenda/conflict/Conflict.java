package org.caravanserai.agenda.conflict;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot be. A conflict warns and never refuses: real agendas are published with some.
 *
 * @param kind what is wrong
 * @param session the session; of two, the one with the smaller key
 * @param other the other session; null for a conflict of one session with the world around it
 * @param people whom it concerns; empty when no person is concerned
 */
public record Conflict(Kind kind, UUID session, @Nullable UUID other, Set<UUID> people) {

    /** What can be wrong. */
    public enum Kind {
        /** Two sessions are in one room at once. */
        ROOM_TWICE,
        /** People are in two sessions at once. */
        PERSON_TWICE,
        /** The session stands at a time that its proposer said does not suit. */
        PERSON_UNAVAILABLE,
        /** The room cannot be used then. */
        ROOM_CLOSED,
        /** More people are expected than the room has seats. */
        ROOM_TOO_SMALL,
        /** The session is not within the days of the meeting. */
        OUTSIDE_DAYS,
        /** The talks need more time than the session has. */
        TALKS_EXCEED_SESSION
    }

    static Conflict between(Kind kind, UUID one, UUID other, Set<UUID> people) {
        return one.compareTo(other) < 0
                ? new Conflict(kind, one, other, people)
                : new Conflict(kind, other, one, people);
    }

    static Conflict of(Kind kind, UUID session) {
        return new Conflict(kind, session, null, Set.of());
    }
}
