package org.caravanserai.review.assigning;

/** What an assignment of a meeting's reviewers is to be best at. */
public enum AssignmentAim {
    /** The greatest sum of affinities. What reviewers have begun stays. */
    GREATEST_TOTAL,
    /** The proposal that fares worst fares as well as it can, then the greatest sum. What reviewers have begun stays. */
    FAIREST,
    /** All that is assigned stays; what is missing is added so that the sum is greatest. */
    ADD_MISSING,
    /** As little as possible changes, provably: for late conflicts, withdrawals and reviewers who stop. */
    FEWEST_CHANGES
}
