package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the acting person has to review, as reviewer or for another who asked her to write; one statement for all. */
@Service
@SignedIn
public class ReviewQueue {

    private static final String ITEMS =
            """
            select a.id, p.id, p.code,
            """ + ReviewSql.TITLE + """
                   , p.state, p.topics, p.session_type, p.talk_language, a.state, a.round,
                   coalesce(a.due, plan.reviewing_until), d.saved_at, r.submitted_at, r.round, a.person = :me,
            """ + ReviewSql.BLIND + "," + ReviewSql.NAME + """
             from review_assignment a join proposal p on p.id = a.proposal join person pe on pe.id = p.proposer
             left join review_draft d on d.assignment = a.id left join review r on r.assignment = a.id
            """ + ReviewSql.PLAN + """
             where a.meeting = :meeting and (a.person = :me or a.sub_reviewer = :me)
             and a.state in
            """
                    + ReviewSql.LIVE + " and p.state <> 'DRAFT' and not" + ReviewSql.HIDDEN
                    + " order by a.assigned_at, p.code, a.id";

    private final Access access;
    private final Arrival arrival;
    private final JdbcClient jdbc;

    ReviewQueue(Access access, Arrival arrival, JdbcClient jdbc) {
        this.access = access;
        this.arrival = arrival;
        this.jdbc = jdbc;
    }

    /**
     * A proposal to review.
     *
     * @param assignment what the other services ask for
     * @param topics the topics' keys, the main one first
     * @param proposalState a proposal that was withdrawn or decided is reviewed no more
     * @param state how far she is
     * @param round 1, and one more for each revision
     * @param due until when; empty for without end
     * @param draftSavedAt when she last typed
     * @param submittedAt when her review came in last
     * @param done whether her review of this round is in
     * @param own whether it is hers; else she writes for another
     * @param proposer whose proposal it is; empty where the review is double-blind
     */
    public record Item(
            UUID assignment,
            ProposalId proposal,
            String code,
            LocalizedText title,
            ProposalState proposalState,
            List<UUID> topics,
            UUID sessionType,
            String talkLanguage,
            AssignmentState state,
            int round,
            Optional<Instant> due,
            Optional<Instant> draftSavedAt,
            Optional<Instant> submittedAt,
            boolean done,
            boolean own,
            Optional<PersonName> proposer) {}

    /** Everything she has to review for a meeting, in the order in which it came to her. */
    @Transactional(readOnly = true)
    public List<Item> mine(MeetingId meeting) {
        return access.me()
                .map(me -> jdbc.sql(ITEMS)
                        .param("me", me.value())
                        .param("meeting", meeting.value())
                        .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                        .query((row, number) -> item(row))
                        .list())
                .orElse(List.of());
    }

    /** How many reviews of hers are still missing, in all meetings, about proposals that can still be reviewed. */
    @Transactional(readOnly = true)
    public int open() {
        return access.me()
                .map(PersonId::value)
                .map(me -> jdbc.sql("select count(*) from review_assignment a join proposal p on p.id = a.proposal"
                                + " where a.person = :me and a.state in ('ASSIGNED', 'ACCEPTED')"
                                + " and p.state in ('SUBMITTED', 'UNDER_REVIEW') and not" + ReviewSql.HIDDEN)
                        .param("me", me)
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    private static Item item(ResultSet row) throws SQLException {
        var round = row.getInt(10);
        return new Item(
                row.getObject(1, UUID.class),
                new ProposalId(row.getObject(2, UUID.class)),
                row.getString(3),
                LocalizedText.fromJson(row.getString(4)),
                ProposalState.valueOf(row.getString(5)),
                SqlNames.keys(row.getString(6)),
                row.getObject(7, UUID.class),
                row.getString(8),
                AssignmentState.valueOf(row.getString(9)),
                round,
                SqlNames.instant(row, 11),
                SqlNames.instant(row, 12),
                SqlNames.instant(row, 13),
                SqlNames.number(row, 14).orElse(0) >= round,
                row.getBoolean(15),
                row.getBoolean(16) ? Optional.empty() : Optional.of(SqlNames.name(row, 17)));
    }
}
