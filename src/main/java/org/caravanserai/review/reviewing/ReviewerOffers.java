package org.caravanserai.review.reviewing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All questions to addresses without an account. */
interface ReviewerOffers extends JpaRepository<ReviewerOffer, UUID> {

    List<ReviewerOffer> findByEmail(String email);

    List<ReviewerOffer> findByMeetingOrderByEmail(UUID meeting);

    Optional<ReviewerOffer> findByMeetingAndEmail(UUID meeting, String email);
}
