package org.caravanserai.agenda;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All people of all sessions. */
public interface SessionPersons extends JpaRepository<SessionPerson, UUID> {

    List<SessionPerson> findBySessionInOrderByPosition(List<UUID> sessions);
}
