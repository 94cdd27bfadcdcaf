package org.caravanserai.agenda.optimiser;

/** How the one who waits is told, and may stop the work. Called from the searching thread. */
public interface SearchProgress {

    /**
     * A better agenda was found.
     *
     * @param best the agenda, which may change after the next call only
     * @param bound no agenda costs less
     */
    default void found(Agenda best, long bound) {}

    /** Whether the work should stop and keep the best so far. */
    default boolean cancelled() {
        return false;
    }

    /** Nobody waits. */
    static SearchProgress none() {
        return new SearchProgress() {};
    }
}
