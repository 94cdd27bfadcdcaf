package org.caravanserai.agenda;

import org.caravanserai.people.Access;
import org.springframework.stereotype.Component;

/** Answers who may change a session, for {@code @PreAuthorize("@agendaAccess.…")}. */
@Component("agendaAccess")
public class AgendaAccess {

    private final Access access;
    private final Sessions sessions;

    AgendaAccess(Access access, Sessions sessions) {
        this.access = access;
        this.sessions = sessions;
    }

    /** Whether the acting person is an organiser of the session's meeting. */
    public boolean organises(SessionId session) {
        return sessions.findById(session.value())
                .filter(s -> access.organiser(s.meeting().value()))
                .isPresent();
    }
}
