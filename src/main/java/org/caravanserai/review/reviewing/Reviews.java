package org.caravanserai.review.reviewing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All reviews that were submitted. */
interface Reviews extends JpaRepository<Review, UUID> {

    Optional<Review> findByAssignment(UUID assignment);

    List<Review> findByProposal(UUID proposal);
}
