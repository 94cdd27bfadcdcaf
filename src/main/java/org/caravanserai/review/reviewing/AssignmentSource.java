package org.caravanserai.review.reviewing;

/** How an assignment came about. */
public enum AssignmentSource {
    /** Computed for all proposals together. */
    SOLVER,
    /** Chosen by a chair. */
    BY_HAND
}
