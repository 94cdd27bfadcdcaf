package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All closures of all rooms. */
public interface RoomClosures extends JpaRepository<RoomClosure, UUID> {

    @Query(
            "select c from RoomClosure c where c.room in (select r.id from Room r where r.meeting = :meeting) order by c.start")
    List<RoomClosure> ofMeeting(UUID meeting);

    List<RoomClosure> findByRoomOrderByStart(UUID room);
}
