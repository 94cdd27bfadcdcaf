package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All sessions of all meetings. */
public interface Sessions extends JpaRepository<Session, UUID> {

    List<Session> findByMeeting(UUID meeting);

    Optional<Session> findByProposal(UUID proposal);
}
