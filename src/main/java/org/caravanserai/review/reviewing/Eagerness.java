package org.caravanserai.review.reviewing;

/** What a reviewer says to reviewing a proposal. */
public enum Eagerness {
    /** Very much. */
    EAGER,
    /** Yes. */
    WILLING,
    /** If nobody else can. */
    IN_A_PINCH,
    /** No. */
    NOT_WILLING,
    /** She must not: it becomes a {@link Conflict}. */
    CONFLICT
}
