package org.caravanserai.programme;

import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.springframework.stereotype.Component;

/** Answers who may read what was said of a session, for {@code @PreAuthorize("@feedbackAccess.…")}. */
@Component("feedbackAccess")
public class FeedbackAccess {

    private final Access access;
    private final Programmes programmes;

    FeedbackAccess(Access access, Programmes programmes) {
        this.access = access;
        this.programmes = programmes;
    }

    /** Whether the acting person organises the meeting or takes part in the session. */
    public boolean mayRead(MeetingId meeting, String code) {
        return access.organiser(meeting.value())
                || access.me()
                        .map(PersonId::value)
                        .filter(me -> takesPart(meeting, code, me))
                        .isPresent();
    }

    private boolean takesPart(MeetingId meeting, String code, java.util.UUID person) {
        return programmes
                .latest(meeting)
                .flatMap(programme -> programme
                        .session(code)
                        .map(session -> programme.everyone(session).stream()
                                .anyMatch(p -> p.key().equals(person))))
                .orElse(false);
    }
}
