package org.caravanserai.agenda.planning;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All scenarios. */
interface ScenarioRows extends JpaRepository<Scenario, UUID> {

    List<Scenario> findByMeetingAndDeletedAtIsNullOrderByMadeAtDesc(UUID meeting);

    long countByMeetingAndDeletedAtIsNull(UUID meeting);
}
