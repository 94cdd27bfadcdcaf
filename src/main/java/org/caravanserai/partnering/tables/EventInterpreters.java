package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All interpreters of all events. */
interface EventInterpreters extends JpaRepository<EventInterpreter, UUID> {

    List<EventInterpreter> findByEventOrderByName(UUID event);
}
