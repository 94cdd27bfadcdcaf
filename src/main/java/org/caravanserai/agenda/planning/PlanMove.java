package org.caravanserai.agenda.planning;

import java.util.Optional;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.SessionMove;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a session.
 *
 * @param version the version of the place it has; null if it waits
 * @param from where it is; empty if it waits
 * @param to where it would be; empty if it would wait
 */
public record PlanMove(
        SessionId session,
        String code,
        LocalizedText title,
        @Nullable Long version,
        Optional<AgendaSpot> from,
        Optional<AgendaSpot> to) {

    SessionMove asMove() {
        return new SessionMove(session, version, to);
    }
}
