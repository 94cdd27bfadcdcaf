package org.caravanserai.platform.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as it is known here and now.
 *
 * @param key which run it is: another one for the same subject has another key
 * @param starter who began it; empty if the application itself did
 * @param since when it began
 * @param took how long it has worked, as far as that is known
 * @param state what it had reached when it was heard of last
 */
public record KeptRun<S>(UUID key, Optional<UUID> starter, Instant since, Duration took, Standing standing, S state) {

    /** What becomes of a run. */
    public enum Standing {
        /** It is at work, here or in another process. */
        WORKING,
        /** It is at work and has been asked to stop. */
        STOPPING,
        /** It has come to its end. */
        ENDED,
        /** Its process has ended, and it with its process. */
        INTERRUPTED
    }

    /** Whether it is still at work. */
    public boolean isAtWork() {
        return standing == Standing.WORKING || standing == Standing.STOPPING;
    }
}
