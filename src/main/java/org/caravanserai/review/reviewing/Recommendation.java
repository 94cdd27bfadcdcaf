package org.caravanserai.review.reviewing;

/** What a reviewer advises. */
public enum Recommendation {
    /** Accept as it is. */
    ACCEPT,
    /** Accept, if small things are changed. */
    ACCEPT_WITH_CHANGES,
    /** Let the contributors revise it, then look again. */
    REVISE,
    /** Talk about it first. */
    DISCUSS,
    /** Decline. */
    DECLINE,
    /** Cannot judge it: the review carries no scores and counts for none. */
    UNABLE
}
