package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All plans of all meetings. */
interface RoomPlans extends JpaRepository<RoomPlan, UUID> {

    List<RoomPlan> findByMeetingOrderByPosition(UUID meeting);
}
