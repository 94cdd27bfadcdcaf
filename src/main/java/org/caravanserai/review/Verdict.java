package org.caravanserai.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;

/** What a committee can decide about a proposal. */
public enum Verdict {
    ACCEPT(ProposalState.ACCEPTED),
    WAITING(ProposalState.WAITING),
    DECLINE(ProposalState.DECLINED),
    /** Not yet: its contributors revise it, and the same reviewers look again. */
    REVISE(ProposalState.REVISING);

    private final ProposalState state;

    Verdict(ProposalState state) {
        this.state = state;
    }

    /** The state that a proposal goes to when the decision is sent. */
    public ProposalState state() {
        return state;
    }

    /** Whether it can be decided about a proposal in this state. */
    public boolean isPossibleFrom(ProposalState now) {
        return now != ProposalState.DRAFT && now.next().contains(state);
    }

    /**
     * Moves a proposal on.
     *
     * @param reviseUntil until when it may be revised; for {@link #REVISE} alone
     */
    void applyTo(Proposal proposal, Optional<Instant> reviseUntil, Clock clock) {
        switch (this) {
            case ACCEPT -> proposal.accept(clock);
            case WAITING -> proposal.putOnWaitingList(clock);
            case DECLINE -> proposal.decline(clock);
            case REVISE -> proposal.askToRevise(reviseUntil.orElseThrow(), clock);
        }
    }
}
