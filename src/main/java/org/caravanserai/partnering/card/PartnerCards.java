package org.caravanserai.partnering.card;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All cards. */
interface PartnerCards extends JpaRepository<PartnerCard, UUID> {

    List<PartnerCard> findByMeetingAndAuthorOrderById(UUID meeting, UUID author);

    int countByMeetingAndAuthor(UUID meeting, UUID author);

    boolean existsByIdAndAuthor(UUID id, UUID author);
}
