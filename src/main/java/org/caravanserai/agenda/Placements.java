package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All placements of all meetings. */
public interface Placements extends JpaRepository<Placement, UUID> {

    List<Placement> findByMeeting(UUID meeting);

    Optional<Placement> findBySession(UUID session);

    boolean existsByMeetingAndRoom(UUID meeting, UUID room);
}
