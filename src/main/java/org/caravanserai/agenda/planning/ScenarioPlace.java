package org.caravanserai.agenda.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.jspecify.annotations.Nullable;

/** Where a scenario puts a session. Not a decision of anybody before the scenario is adopted. */
@Entity
@NotAudited
class ScenarioPlace extends Aggregate {

    private UUID scenario;

    private UUID session;

    private @Nullable UUID room;

    @Column(name = "starts_at")
    private Instant start;

    private int minutes;

    @SuppressWarnings("NullAway.Init")
    protected ScenarioPlace() {}

    ScenarioPlace(Scenario scenario, UUID session, AgendaSpot spot) {
        this.scenario = scenario.key();
        this.session = session;
        move(spot);
    }

    UUID session() {
        return session;
    }

    AgendaSpot spot() {
        return new AgendaSpot(room, start, minutes);
    }

    final void move(AgendaSpot spot) {
        room = spot.room();
        start = spot.start();
        minutes = spot.minutes();
    }
}
