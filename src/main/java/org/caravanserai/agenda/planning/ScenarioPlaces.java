package org.caravanserai.agenda.planning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The places of all scenarios. */
interface ScenarioPlaces extends JpaRepository<ScenarioPlace, UUID> {

    List<ScenarioPlace> findByScenario(UUID scenario);

    Optional<ScenarioPlace> findByScenarioAndSession(UUID scenario, UUID session);
}
