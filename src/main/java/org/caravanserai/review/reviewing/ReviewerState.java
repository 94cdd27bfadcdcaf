package org.caravanserai.review.reviewing;

import java.util.EnumSet;
import java.util.Set;

/** How a person stands to reviewing for a meeting. */
public enum ReviewerState {
    /** Asked, and has not answered. */
    INVITED,
    /** Has offered, and was not answered. */
    VOLUNTEERED,
    /** Reviews. */
    ACCEPTED,
    /** Does not want to, or the committee did not take the offer. */
    DECLINED,
    /** Reviewed and does so no more. */
    RETIRED;

    /** The states that may follow this one. */
    public Set<ReviewerState> next() {
        return switch (this) {
            case INVITED, VOLUNTEERED -> EnumSet.of(ACCEPTED, DECLINED);
            case ACCEPTED -> EnumSet.of(RETIRED);
            case DECLINED -> EnumSet.of(INVITED, VOLUNTEERED);
            case RETIRED -> EnumSet.of(ACCEPTED, INVITED);
        };
    }
}
