package org.caravanserai.review.reviewing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All texts set aside, at most one for a person and an assignment. */
interface ReviewAsides extends JpaRepository<ReviewAside, UUID> {

    Optional<ReviewAside> findByAssignmentAndPerson(UUID assignment, UUID person);
}
