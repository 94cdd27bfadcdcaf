package org.caravanserai.partnering.tables;

import java.util.UUID;
import org.caravanserai.meeting.MeetingAccess;
import org.caravanserai.people.Access;
import org.springframework.stereotype.Component;

/** Answers who may see and do what of a partnering event, for {@code @PreAuthorize("@tablesAccess.…")}. */
@Component("tablesAccess")
public class TablesAccess {

    private final PartneringEvents events;
    private final PartyMembers members;
    private final MeetingAccess meetings;
    private final Access access;

    TablesAccess(PartneringEvents events, PartyMembers members, MeetingAccess meetings, Access access) {
        this.events = events;
        this.members = members;
        this.meetings = meetings;
        this.access = access;
    }

    /** Whether the acting person organises the event's meeting. */
    public boolean organises(UUID event) {
        return events.findById(event)
                .filter(found -> access.organiser(found.meeting().value()))
                .isPresent();
    }

    /** Whether the event is more than a draft, of a meeting that the acting person may see, and she is known. */
    public boolean sees(UUID event) {
        return access.signedIn()
                && events.findById(event)
                        .filter(found -> found.state() != EventState.DRAFT)
                        .filter(found -> meetings.maySee(found.meeting().value()))
                        .isPresent();
    }

    /** Whether the acting person takes part. */
    public boolean takesPart(UUID event) {
        return access.system()
                || access.me()
                        .flatMap(me -> members.findByEventAndPerson(event, me.value()))
                        .isPresent();
    }
}
