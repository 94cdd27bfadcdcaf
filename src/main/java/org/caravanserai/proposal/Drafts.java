package org.caravanserai.proposal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All drafts, at most one for a proposal. */
interface Drafts extends JpaRepository<Draft, UUID> {

    Optional<Draft> findByProposal(UUID proposal);
}
