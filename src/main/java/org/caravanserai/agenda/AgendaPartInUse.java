package org.caravanserai.agenda;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.PartInUse;
import org.springframework.stereotype.Component;

/** Keeps topics, session types and rooms that sessions of the agenda refer to. */
@Component
class AgendaPartInUse implements PartInUse {

    private final Sessions sessions;
    private final Placements placements;

    AgendaPartInUse(Sessions sessions, Placements placements) {
        this.sessions = sessions;
        this.placements = placements;
    }

    @Override
    public Optional<String> whyNeeded(MeetingId meeting, UUID part) {
        return placements.existsByMeetingAndRoom(meeting.value(), part)
                        || sessions.refersTo(meeting.value(), part, "%" + part + "%")
                ? Optional.of("meeting.part.placed")
                : Optional.empty();
    }
}
