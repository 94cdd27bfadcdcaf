package org.caravanserai.review.reviewing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All bids. */
interface Bids extends JpaRepository<Bid, UUID> {

    Optional<Bid> findByProposalAndPerson(UUID proposal, UUID person);
}
