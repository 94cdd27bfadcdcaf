package org.caravanserai.agenda;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All talks of all sessions. */
public interface Talks extends JpaRepository<Talk, UUID> {

    List<Talk> findBySessionInOrderByPosition(List<UUID> sessions);
}
