package org.caravanserai.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All places of rooms on plans. */
interface RoomSpots extends JpaRepository<RoomSpot, UUID> {

    Optional<RoomSpot> findByRoom(UUID room);

    List<RoomSpot> findByPlan(UUID plan);

    /** Those on the plans of a meeting. */
    @Query("select s from RoomSpot s join RoomPlan p on p.id = s.plan where p.meeting = :meeting")
    List<RoomSpot> ofMeeting(UUID meeting);
}
