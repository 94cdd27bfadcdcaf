package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All wishes of all parties. */
interface PartyWishes extends JpaRepository<PartyWish, UUID> {

    List<PartyWish> findByEvent(UUID event);

    List<PartyWish> findByWisherOrderByRank(UUID wisher);

    List<PartyWish> findByWished(UUID wished);

    Optional<PartyWish> findByWisherAndWished(UUID wisher, UUID wished);
}
