package org.caravanserai.review.reviewing;

/** What a meeting's reviewing is at. */
public enum ReviewPhase {
    /** Reviewers say what they would like to review. */
    BIDDING,
    /** Reviews are written. */
    REVIEWING,
    /** Reviews are in; contributors answer and the committee discusses. */
    DISCUSSION
}
