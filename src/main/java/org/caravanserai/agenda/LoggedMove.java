package org.caravanserai.agenda;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One move of one session as the log of its agenda keeps it.
 *
 * @param number its position in the log, from 1 without a gap; the version of the place it made
 * @param batch what was moved together shares it
 * @param takesBack the batch that an undoing took back, or a redoing made again
 * @param mover null for the system
 * @param from empty if the session was not placed
 * @param to empty if it is not placed any more
 */
record LoggedMove(
        long number,
        UUID batch,
        MoveKind kind,
        @Nullable UUID takesBack,
        UUID session,
        @Nullable UUID mover,
        Instant at,
        Optional<AgendaSpot> from,
        Optional<AgendaSpot> to) {}
