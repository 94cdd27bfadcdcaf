package org.caravanserai.agenda.planning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The wishes for all sessions. */
interface SessionWishes extends JpaRepository<SessionWish, UUID> {

    List<SessionWish> findByMeeting(UUID meeting);

    Optional<SessionWish> findBySession(UUID session);
}
