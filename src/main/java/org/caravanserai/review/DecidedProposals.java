package org.caravanserai.review;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.Proposal;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Proposals held while a decision about them is made, so that two committees' members cannot both make one. */
interface DecidedProposals extends Repository<Proposal, UUID> {

    /** Those of the meeting among the keys, each locked until the transaction ends, always in the same order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.meeting = :meeting and p.id in :keys order by p.id")
    List<Proposal> hold(UUID meeting, Collection<UUID> keys);

    Optional<Proposal> findById(UUID proposal);

    Proposal save(Proposal proposal);
}
