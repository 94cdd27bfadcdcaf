package org.caravanserai.meeting;

import java.util.UUID;
import org.caravanserai.people.Access;
import org.springframework.stereotype.Component;

/** Answers who may see a meeting, for {@code @PreAuthorize("@meetingAccess.…")} and for services of modules above. */
@Component("meetingAccess")
public class MeetingAccess {

    private final Access access;
    private final Meetings meetings;

    MeetingAccess(Access access, Meetings meetings) {
        this.access = access;
        this.meetings = meetings;
    }

    /** Whether the acting person may see a meeting: everyone an open one, those with a role in it a hidden one too. */
    public boolean maySee(UUID meeting) {
        return access.in(meeting, "ORGANISER", "CHAIR", "REVIEWER", "DESK") || meetings.existsByIdAndOpenTrue(meeting);
    }

    /**
     * Whether the acting person may make further meetings of a series: administrators, and organisers of one of its
     * meetings.
     */
    public boolean mayExtend(UUID series) {
        return access.administrator()
                || meetings.findBySeriesOrderByFirstDay(series).stream().anyMatch(m -> access.organiser(m.key()));
    }

    /** Whether the acting person may make a copy of a meeting: administrators and its organisers. */
    public boolean mayCopy(UUID meeting) {
        return access.administrator() || access.organiser(meeting);
    }
}
