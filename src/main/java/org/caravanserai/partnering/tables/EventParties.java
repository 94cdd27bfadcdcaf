package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All who take part in any event. */
interface EventParties extends JpaRepository<EventParty, UUID> {

    List<EventParty> findByEventOrderById(UUID event);
}
