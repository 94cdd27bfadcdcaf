package org.caravanserai.review.reviewing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rebuttals, at most one for a proposal. */
interface Rebuttals extends JpaRepository<Rebuttal, UUID> {

    Optional<Rebuttal> findByProposal(UUID proposal);
}
