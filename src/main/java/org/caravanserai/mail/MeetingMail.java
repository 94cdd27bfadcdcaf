package org.caravanserai.mail;

import java.util.List;
import java.util.UUID;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of a meeting, for its organisers. Links in them are the recipient's alone, since they may hold a secret:
 * an organiser reads the message without.
 */
@Service
public class MeetingMail {

    private final MailQueries queries;

    MeetingMail(MailQueries queries) {
        this.queries = queries;
    }

    /** The messages of a meeting, newest first. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public List<MailLine> of(UUID meeting, int offset, int limit) {
        return queries.lines("meeting", meeting, offset, limit);
    }

    /** How many messages a meeting has. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public int count(UUID meeting) {
        return queries.count("meeting", meeting);
    }

    /**
     * One message of a meeting, without its link.
     *
     * @throws Refusal if the meeting has no such message
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public MailText read(UUID meeting, UUID message) {
        return queries.meetingOf(message)
                .filter(meeting::equals)
                .flatMap(m -> queries.text(message))
                .map(MeetingMail::withoutLink)
                .orElseThrow(() -> Refusal.of("mail.message.gone"));
    }

    private static MailText withoutLink(MailText message) {
        return message.actionAddress().isEmpty()
                ? message
                : new MailText(message.line(), message.text().replace(message.actionAddress(), "…"), "");
    }
}
