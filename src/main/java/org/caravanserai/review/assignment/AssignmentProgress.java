package org.caravanserai.review.assignment;

/** How the one who waits is told, and may stop the work. Called from the solving thread and from a watching one. */
public interface AssignmentProgress {

    /** Where the work stands. */
    enum Step {
        /** Looking for an assignment that respects every bound. */
        CHECKING,
        /** Lifting the proposal that fares worst. */
        LIFTING_THE_WORST,
        /** Raising the sum. */
        RAISING_THE_TOTAL,
        /** Looking for the least relaxation. */
        FINDING_WHAT_IS_TO_BLAME
    }

    /** A step began. */
    default void began(Step step) {}

    /** Whether the work should stop; it then ends with a {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** Nobody waits. */
    static AssignmentProgress none() {
        return new AssignmentProgress() {};
    }
}
