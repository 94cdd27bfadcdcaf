package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rooms of all meetings. */
public interface Rooms extends JpaRepository<Room, UUID> {

    List<Room> findByMeetingOrderByPosition(UUID meeting);
}
