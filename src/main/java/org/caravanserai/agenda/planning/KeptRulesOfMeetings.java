package org.caravanserai.agenda.planning;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rules of all meetings. */
interface KeptRulesOfMeetings extends JpaRepository<KeptRules, UUID> {

    Optional<KeptRules> findByMeeting(UUID meeting);
}
