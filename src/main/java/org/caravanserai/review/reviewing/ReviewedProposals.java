package org.caravanserai.review.reviewing;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.Proposal;
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
}
