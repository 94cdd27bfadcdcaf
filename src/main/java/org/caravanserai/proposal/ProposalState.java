package org.caravanserai.proposal;

import java.util.EnumSet;
import java.util.Set;

/** Where a proposal stands. The named transitions of {@link Proposal} are the only way from one to another. */
public enum ProposalState {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    REVISING,
    ACCEPTED,
    WAITING,
    DECLINED,
    CONFIRMED,
    WITHDRAWN,
    CANCELLED;

    /** The states that may follow this one. */
    public Set<ProposalState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> EnumSet.of(DRAFT, UNDER_REVIEW, REVISING, ACCEPTED, WAITING, DECLINED, WITHDRAWN);
            case UNDER_REVIEW -> EnumSet.of(SUBMITTED, REVISING, ACCEPTED, WAITING, DECLINED, WITHDRAWN);
            case REVISING -> EnumSet.of(UNDER_REVIEW, ACCEPTED, WAITING, DECLINED, WITHDRAWN);
            case WAITING -> EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(CONFIRMED, WAITING, DECLINED, WITHDRAWN);
            case DECLINED -> EnumSet.of(ACCEPTED, WAITING);
            case CONFIRMED -> EnumSet.of(WITHDRAWN, CANCELLED);
            case WITHDRAWN, CANCELLED -> EnumSet.noneOf(ProposalState.class);
        };
    }

    /** Whether the committee has said yes and nobody has taken it back. */
    public boolean isAccepted() {
        return this == ACCEPTED || this == CONFIRMED;
    }
}
