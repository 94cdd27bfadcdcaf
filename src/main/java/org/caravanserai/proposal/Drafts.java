package org.caravanserai.proposal;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All drafts, at most one for a proposal. */
interface Drafts extends JpaRepository<Draft, UUID> {

    Optional<Draft> findByProposal(UUID proposal);

    /** Those of these proposals into whose forms somebody has typed. */
    @Query("select d.proposal from Draft d where d.proposal in :proposals")
    List<UUID> withDrafts(Collection<UUID> proposals);

    /** The draft of a proposal, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Draft d where d.proposal = :proposal")
    Optional<Draft> lock(UUID proposal);
}
