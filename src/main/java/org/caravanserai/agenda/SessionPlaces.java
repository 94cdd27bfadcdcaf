package org.caravanserai.agenda;

import java.time.Clock;
import java.util.Optional;
import org.caravanserai.people.Access;
import org.springframework.stereotype.Component;

/** Takes sessions that no longer take place by themselves out of their places, and notes the move. */
@Component
class SessionPlaces {

    private final Placements placements;
    private final PlacementLog log;
    private final Access access;
    private final Clock clock;

    SessionPlaces(Placements placements, PlacementLog log, Access access, Clock clock) {
        this.placements = placements;
        this.log = log;
        this.access = access;
        this.clock = clock;
    }

    /** Takes a session out of its place; where it was, or empty if it was nowhere. */
    Optional<AgendaSpot> vacate(Session session) {
        return placements.findBySession(session.key()).map(placement -> {
            var spot = new AgendaSpot(placement.room().orElse(null), placement.start(), placement.minutes());
            log.vacated(session.meeting(), session.key(), spot, access.me(), clock.instant());
            placements.delete(placement);
            return spot;
        });
    }
}
