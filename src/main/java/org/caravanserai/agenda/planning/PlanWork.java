package org.caravanserai.agenda.planning;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSpot;

/**
 * What a run has reached.
 *
 * @param targets where its best agenda puts each session
 * @param end how it has ended, if it has
 */
record PlanWork(PlanPicture picture, Map<UUID, Optional<AgendaSpot>> targets, Optional<PlanStanding> end) {

    /** How far it is while it works. */
    PlanWork(PlanPicture picture, Map<UUID, Optional<AgendaSpot>> targets) {
        this(picture, targets, Optional.empty());
    }
}
