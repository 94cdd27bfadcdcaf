package org.caravanserai.partnering.tables.solver;

/** How the one who waits is told, and may stop the work. Called from the searching thread. */
public interface TablesProgress {

    /** A better plan or a better bound was found. */
    default void found(TablesResult best) {}

    /** Whether the work should stop and keep the best so far. */
    default boolean cancelled() {
        return false;
    }

    /** Nobody waits. */
    static TablesProgress none() {
        return new TablesProgress() {};
    }
}
