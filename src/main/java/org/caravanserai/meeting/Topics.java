package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All topics of all meetings. */
public interface Topics extends JpaRepository<Topic, UUID> {

    List<Topic> findByMeetingOrderByPosition(UUID meeting);
}
