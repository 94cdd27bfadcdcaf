package org.caravanserai.partnering.directory;

import java.util.UUID;
import org.caravanserai.meeting.MeetingAccess;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Answers who takes part in the partner finding of a meeting, for {@code @PreAuthorize("@partnering.…")}. */
@Component("partnering")
public class PartneringAccess {

    private final Access access;
    private final MeetingAccess meetings;
    private final DirectoryEntries entries;
    private final PartneringBars bars;

    PartneringAccess(Access access, MeetingAccess meetings, DirectoryEntries entries, PartneringBars bars) {
        this.access = access;
        this.meetings = meetings;
        this.entries = entries;
        this.bars = bars;
    }

    /** Whether the acting person may look for partners at a meeting: whoever is signed in and may see it. */
    public boolean takesPart(MeetingId meeting) {
        return access.signedIn() && meetings.maySee(meeting.value());
    }

    /** Whether the acting person is in the directory of a meeting, which lets her see the others in it. */
    public boolean member(MeetingId meeting) {
        return Actor.isSystem()
                || Actor.person()
                        .filter(me -> entries.existsByMeetingAndPerson(meeting.value(), me))
                        .isPresent();
    }

    /** Whether the acting person deals with what is reported at a meeting. */
    public boolean keepsOrder(MeetingId meeting) {
        return access.organiser(meeting.value()) || access.administrator();
    }

    /**
     * The acting person.
     *
     * @throws Refusal if nobody known is acting
     */
    public PersonId me() {
        return access.requireMe();
    }

    /**
     * Makes sure that the acting person was not excluded from the partner finding of a meeting.
     *
     * @throws Refusal if she was
     */
    public void requireWelcome(MeetingId meeting) {
        if (bars.existsByMeetingAndPerson(meeting.value(), me().value())) {
            throw Refusal.of("partner.barred");
        }
    }

    /** Whether two people are both in the directory of a meeting, so that each may know of the other. */
    public boolean know(MeetingId meeting, UUID one, UUID other) {
        return entries.existsByMeetingAndPerson(meeting.value(), one)
                && entries.existsByMeetingAndPerson(meeting.value(), other);
    }
}
