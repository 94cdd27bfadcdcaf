package org.caravanserai.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All decisions of a meeting, sent or not, as they were made; nothing about proposals that a conflict of interest hides from
 * the acting person.
 */
@Service
public class DecisionRegister {

    private static final String MADE = """
            select d.id, p.code, p.title, d.verdict, d.note, d.decided_at, d.sent_at, d.revise_until
            from decision d join proposal p on p.id = d.proposal
            where d.meeting = :meeting and not
            """ + ReviewSql.HIDDEN + " and d.id > :last order by d.id limit :limit";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final HiddenProposals hidden;
    private final JdbcClient jdbc;

    DecisionRegister(HiddenProposals hidden, JdbcClient jdbc) {
        this.hidden = hidden;
        this.jdbc = jdbc;
    }

    /**
     * A decision.
     *
     * @param code the proposal's code
     * @param title the proposal's title
     * @param note what the authors are told beside the verdict; may be empty
     * @param sentAt when its mails left; empty while it can be taken back
     * @param reviseUntil until when the contributors may revise, if that is what was decided
     */
    public record Made(
            UUID key,
            String code,
            LocalizedText title,
            Verdict verdict,
            String note,
            Instant at,
            Optional<Instant> sentAt,
            Optional<Instant> reviseUntil) {}

    /** The decisions after one of them, or from the first on, in the order in which they were made. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public List<Made> after(MeetingId meeting, Optional<UUID> last, int limit) {
        return jdbc.sql(MADE)
                .param("meeting", meeting.value())
                .param("me", hidden.me())
                .param("last", last.orElse(BEFORE_ALL))
                .param("limit", limit)
                .query((row, number) -> new Made(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        LocalizedText.fromJson(row.getString(3)),
                        Verdict.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(7, OffsetDateTime.class)),
                        instant(row.getObject(8, OffsetDateTime.class))))
                .list();
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime stored) {
        return Optional.ofNullable(stored).map(OffsetDateTime::toInstant);
    }
}
