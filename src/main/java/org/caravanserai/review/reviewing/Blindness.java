package org.caravanserai.review.reviewing;

/** Who knows whom while a phase lasts. */
public enum Blindness {
    /** Reviewers know the contributors, and contributors who reviewed. */
    OPEN,
    /** Reviewers know the contributors, who do not know them. */
    SINGLE,
    /** Neither knows the other. */
    DOUBLE
}
