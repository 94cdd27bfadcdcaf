package org.caravanserai.agenda;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rules of all meetings whose organisers have changed any. */
interface AgendaRulesStore extends JpaRepository<AgendaRules, UUID> {

    Optional<AgendaRules> findByMeeting(UUID meeting);
}
