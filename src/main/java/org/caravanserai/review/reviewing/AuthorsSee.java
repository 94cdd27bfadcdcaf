package org.caravanserai.review.reviewing;

/** What contributors get to read of the reviews of their proposal. */
public enum AuthorsSee {
    /** Nothing. */
    NOTHING,
    /** The notes meant for them. */
    NOTES,
    /** The notes and the scores. */
    SCORES
}
