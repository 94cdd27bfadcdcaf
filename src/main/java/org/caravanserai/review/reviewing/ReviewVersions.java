package org.caravanserai.review.reviewing;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Every submission of every review. */
interface ReviewVersions extends JpaRepository<ReviewVersion, UUID> {

    List<ReviewVersion> findByReviewOrderByNumber(UUID review);

    int countByReview(UUID review);
}
