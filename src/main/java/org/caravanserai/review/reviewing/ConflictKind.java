package org.caravanserai.review.reviewing;

/** Why a person must keep away from a proposal. */
public enum ConflictKind {
    /** She is on it. */
    OWN_PROPOSAL,
    /** She works where one of its contributors works. */
    SAME_INSTITUTION,
    /** Her institution is part of that of a contributor, or the other way round, or both are of one. */
    ANCESTOR_INSTITUTION,
    /** She is or was on another proposal together with one of its contributors. */
    CO_CONTRIBUTOR,
    /** A hint: she has the family name of a contributor at the same institution. */
    SAME_FAMILY_NAME,
    /** She says so. */
    BY_REVIEWER,
    /** A contributor says so. */
    BY_AUTHOR,
    /** A chair says so. */
    BY_CHAIR;

    /** Whether the system finds it by itself, and takes it back by itself when its cause is gone. */
    public boolean isFound() {
        return switch (this) {
            case OWN_PROPOSAL, SAME_INSTITUTION, ANCESTOR_INSTITUTION, CO_CONTRIBUTOR, SAME_FAMILY_NAME -> true;
            case BY_REVIEWER, BY_AUTHOR, BY_CHAIR -> false;
        };
    }

    /** Whether a chair may find that it is none. */
    public boolean isDismissible() {
        return this != OWN_PROPOSAL && this != BY_REVIEWER;
    }
}
