package org.caravanserai.review.reviewing;

/** When contributors get to read it. */
public enum AuthorsWhen {
    /** When the time for reviewing is over. */
    AFTER_REVIEWING,
    /** When a decision was sent. */
    WITH_DECISION
}
