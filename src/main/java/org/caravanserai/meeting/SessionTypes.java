package org.caravanserai.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All session types of all meetings. */
public interface SessionTypes extends JpaRepository<SessionType, UUID> {

    List<SessionType> findByMeetingOrderByPosition(UUID meeting);

    Optional<SessionType> findByMeetingAndTypeKey(UUID meeting, String typeKey);
}
