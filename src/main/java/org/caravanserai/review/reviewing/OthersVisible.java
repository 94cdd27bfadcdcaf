package org.caravanserai.review.reviewing;

/** When a reviewer sees the other reviews of a proposal, their scores and the discussion. */
public enum OthersVisible {
    /** From the beginning. */
    ALWAYS,
    /** Once her own review is submitted. */
    AFTER_OWN,
    /** Never; chairs alone do. */
    NEVER
}
