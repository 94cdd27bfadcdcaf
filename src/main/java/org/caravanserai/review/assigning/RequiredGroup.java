package org.caravanserai.review.assigning;

/** Reviewers of whom each proposal can be made to need one. */
public enum RequiredGroup {
    SENIOR,
    CENTRAL_ASIA,
    JAPAN
}
