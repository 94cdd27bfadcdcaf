package org.caravanserai.review.reviewing;

import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Proposals as reviewing needs them. Assigning a proposal and declaring a conflict with it both hold it, so that neither
 * can slip past the other.
 */
interface ReviewedProposals extends Repository<Proposal, UUID> {

    Optional<Proposal> findById(UUID proposal);

    /** Whose meeting's a proposal is, read before it is held. */
    @Query("select p.meeting from Proposal p where p.id = :proposal")
    Optional<UUID> meetingOf(UUID proposal);

    /** Those of the meeting among the keys, each locked until the transaction ends, always in the same order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.meeting = :meeting and p.id in :keys order by p.id")
    List<Proposal> hold(UUID meeting, Collection<UUID> keys);

    /** One, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.id = :proposal")
    Optional<Proposal> hold(UUID proposal);

    Proposal save(Proposal proposal);

    /** Somebody is to review a proposal that is held: from now on it is under review. */
    default void begin(Proposal held, Clock clock) {
        if (held.state() == ProposalState.SUBMITTED) {
            held.beginReview(clock);
            save(held);
        }
    }

    /** The committee has taken a proposal that is held from everybody: it waits for reviewers as before. */
    default void end(Proposal held, Clock clock) {
        if (held.state() == ProposalState.UNDER_REVIEW) {
            held.endReview(clock);
            save(held);
        }
    }

    /** Whether a proposal can be given to reviewers as it stands. */
    static boolean isReviewed(Proposal proposal) {
        return switch (proposal.state()) {
            case SUBMITTED, UNDER_REVIEW, REVISING -> true;
            case DRAFT, ACCEPTED, WAITING, DECLINED, CONFIRMED, WITHDRAWN, CANCELLED -> false;
        };
    }
}
