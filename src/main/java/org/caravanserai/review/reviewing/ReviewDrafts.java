package org.caravanserai.review.reviewing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All drafts of reviews, at most one for an assignment. */
interface ReviewDrafts extends JpaRepository<ReviewDraft, UUID> {

    Optional<ReviewDraft> findByAssignment(UUID assignment);
}
