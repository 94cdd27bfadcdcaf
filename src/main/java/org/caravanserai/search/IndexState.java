package org.caravanserai.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How it stands with the index of this process. */
public sealed interface IndexState {

    /** It has not been looked at since the process started. */
    record Starting() implements IndexState {}

    /**
     * It is being made; meanwhile the one before answers, if there is one.
     *
     * @param done things read so far
     * @param total things to be read in all
     */
    record Building(Instant since, int done, int total) implements IndexState {

        /** How much is done, 0 to 1. */
        public double part() {
            return total == 0 ? 0 : Math.min(1, (double) done / total);
        }

        /** How long it will yet take at the present pace; empty while nobody can tell. */
        public Optional<Duration> left(Instant now) {
            var took = Duration.between(since, now).toMillis();
            return part() < 0.02 || took < 500
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis((long) (took * (1 - part()) / part())));
        }
    }

    /**
     * It answers.
     *
     * @param madeAt when it was made; empty if another process before this one made it
     * @param cancelled whether the last attempt to make it anew was cancelled
     */
    record Ready(int documents, Optional<Instant> madeAt, boolean cancelled) implements IndexState {}

    /** There is none: making it failed or was cancelled. */
    record Missing(boolean cancelled) implements IndexState {}
}
