package org.caravanserai.review.reviewing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** How far everybody has read. */
interface DiscussionMarks extends JpaRepository<DiscussionMark, UUID> {

    Optional<DiscussionMark> findByProposalAndPerson(UUID proposal, UUID person);
}
