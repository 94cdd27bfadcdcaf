package org.caravanserai.proposal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All texts set aside, at most one for a person and a proposal. */
interface DraftAsides extends JpaRepository<DraftAside, UUID> {

    Optional<DraftAside> findByProposalAndPerson(UUID proposal, UUID person);
}
