package org.caravanserai.gathering.poll;

/** Where a poll stands. */
public enum PollState {
    /** Only its organiser sees it. */
    DRAFT,
    /** Those who are invited answer it, until its deadline. */
    OPEN,
    /** One of its times was chosen. */
    CLOSED,
    /** Nothing will come of it. */
    CANCELLED
}
