package org.caravanserai.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has been decided and not yet sent, with the mails as they would leave; nothing about proposals that a conflict of
 * interest hides from the acting person.
 */
@Service
public class PendingDecisions {

    private static final String PENDING =
            """
            select d.id, p.id, p.code, p.title, d.verdict, d.note, d.decided_at,
                   (select pe.published from person pe where pe.id = d.decided_by),
                   (select count(*) from decision_mail m where m.decision = d.id)
            from decision d join proposal p on p.id = d.proposal
            where d.meeting = :meeting and d.sent_at is null and not
            """ + ReviewSql.HIDDEN + " order by d.decided_at desc, d.id desc limit :limit offset :offset";

    private static final String WAITING = " from decision d join proposal p on p.id = d.proposal"
            + " where d.meeting = :meeting and d.sent_at is null and not" + ReviewSql.HIDDEN;

    private final HiddenProposals hidden;
    private final JdbcClient jdbc;

    PendingDecisions(HiddenProposals hidden, JdbcClient jdbc) {
        this.hidden = hidden;
        this.jdbc = jdbc;
    }

    /**
     * A decision that waits.
     *
     * @param key the decision's key
     * @param proposal the proposal's key
     * @param code the proposal's code
     * @param title the proposal's title
     * @param verdict what was decided
     * @param note what the authors are told beside it
     * @param at when it was decided
     * @param by the printed name of who decided; empty for the system
     * @param mails how many mails wait with it
     */
    public record Pending(
            UUID key,
            UUID proposal,
            String code,
            LocalizedText title,
            Verdict verdict,
            String note,
            Instant at,
            Optional<String> by,
            int mails) {}

    /**
     * A mail that waits.
     *
     * @param key the mail's key
     * @param version what a change of it is based on
     * @param name whom it goes to
     * @param email the address
     * @param language what it is written in
     * @param subject its subject
     * @param text its text, without the button
     * @param edited whether someone has changed it by hand
     */
    public record Mail(
            UUID key,
            long version,
            String name,
            String email,
            Language language,
            String subject,
            String text,
            boolean edited) {}

    /** The decisions of a meeting that wait, newest first. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public List<Pending> of(MeetingId meeting, int offset, int limit) {
        return jdbc.sql(PENDING)
                .param("meeting", meeting.value())
                .param("me", hidden.me())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Pending(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        LocalizedText.fromJson(row.getString(4)),
                        Verdict.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(8)),
                        row.getInt(9)))
                .list();
    }

    /** How many decisions of a meeting wait. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public int count(MeetingId meeting) {
        return jdbc.sql("select count(*)" + WAITING)
                .param("meeting", meeting.value())
                .param("me", hidden.me())
                .query(Integer.class)
                .single();
    }

    /** The keys of all decisions of a meeting that wait. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public List<UUID> keys(MeetingId meeting) {
        return jdbc.sql("select d.id" + WAITING + " order by d.id")
                .param("meeting", meeting.value())
                .param("me", hidden.me())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The mails of a decision of this meeting, in the order of the contributors. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public List<Mail> mails(MeetingId meeting, UUID decision) {
        return jdbc.sql(
                        "select m.id, m.version, m.recipient_name, m.email, m.language, m.subject, m.text_body, m.edited"
                                + " from decision_mail m join decision d on d.id = m.decision"
                                + " join proposal p on p.id = d.proposal where d.meeting = :meeting and d.id = :decision"
                                + " and not" + ReviewSql.HIDDEN + " order by m.mail_position")
                .param("meeting", meeting.value())
                .param("decision", decision)
                .param("me", hidden.me())
                .query((row, number) -> new Mail(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Language.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8)))
                .list();
    }
}
