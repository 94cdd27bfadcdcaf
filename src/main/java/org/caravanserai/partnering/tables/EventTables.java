package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All tables of all events. */
interface EventTables extends JpaRepository<EventTable, UUID> {

    List<EventTable> findByEventOrderByDownAscAcrossAscName(UUID event);
}
