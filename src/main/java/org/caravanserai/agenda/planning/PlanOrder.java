package org.caravanserai.agenda.planning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser asks the optimiser to do.
 *
 * @param trouble what has happened, for {@link Aim#REPAIR}
 */
public record PlanOrder(Aim aim, PlanRules rules, Optional<Trouble> trouble) {

    /** What is to be done. */
    public enum Aim {
        /** From empty, but for what is pinned. */
        BUILD,
        /** Places what waits, and leaves what is placed. */
        FILL,
        /** Betters the agenda as it is; everything but what is pinned may move. */
        IMPROVE,
        /** Mends the agenda after something has happened, with the fewest moves. */
        REPAIR
    }

    /**
     * What has happened.
     *
     * @param subject the person's or the room's key; null for a day
     * @param day the day; null for all days of the meeting
     */
    public record Trouble(
            Kind kind, @Nullable UUID subject, @Nullable LocalDate day) {

        /** Which kind of thing. */
        public enum Kind {
            /** A person cannot come. */
            PERSON_AWAY,
            /** A room cannot be used. */
            ROOM_LOST,
            /** A day is closed. */
            DAY_CLOSED
        }
    }
}
