package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All meetings at tables that have been given out. */
interface TableMeetings extends JpaRepository<TableMeeting, UUID> {

    List<TableMeeting> findByEventOrderBySlot(UUID event);
}
