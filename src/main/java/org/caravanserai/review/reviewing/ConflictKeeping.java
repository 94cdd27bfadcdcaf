package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisers and track chairs see to the conflicts of interest of a meeting. Nobody sees or changes her own. */
@Service
public class ConflictKeeping {

    private static final String ROWS = """
            select c.id, p.id, p.code, p.title, c.person, c.kind, c.reason, c.declared_at, c.standing,
                   (select d.published from person d where d.id = c.declared_by),
            """ + ReviewSql.NAME + """
             from review_conflict c join proposal p on p.id = c.proposal join person pe on pe.id = c.person
             where c.meeting = :meeting and not
            """ + ReviewSql.HIDDEN;

    private final Conflicts conflicts;
    private final ConflictRegister register;
    private final ConflictFinding finding;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    ConflictKeeping(
            Conflicts conflicts,
            ConflictRegister register,
            ConflictFinding finding,
            Access access,
            JdbcClient jdbc,
            Clock clock) {
        this.conflicts = conflicts;
        this.register = register;
        this.finding = finding;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A conflict as the committee's list shows it.
     *
     * @param person who must keep away
     * @param reason as told; for what was found, the contributor who is the cause
     * @param by the printed name of who says so; empty for what was found
     * @param standing whether it stands; else it was dismissed
     */
    public record Row(
            UUID conflict,
            ProposalId proposal,
            String code,
            LocalizedText title,
            PersonId person,
            PersonName name,
            ConflictKind kind,
            String reason,
            Instant at,
            Optional<String> by,
            boolean standing) {}

    /** A page of the conflicts of a meeting, by proposal and person; those about proposals hidden from her are left out. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Row> list(MeetingId meeting, int offset, int limit) {
        return rows(ROWS + " order by p.code, lower(pe.published), c.kind, c.id limit :limit offset :offset", meeting)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    /** How many conflicts {@link #list} has in all. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public int count(MeetingId meeting) {
        return rows(
                        "select count(*) from review_conflict c join proposal p on p.id = c.proposal"
                                + " where c.meeting = :meeting and not" + ReviewSql.HIDDEN,
                        meeting)
                .query(Integer.class)
                .single();
    }

    /** The conflicts of one proposal. */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional(readOnly = true)
    public List<Row> of(ProposalId proposal) {
        return jdbc.sql(ROWS.replace("c.meeting = :meeting", "c.proposal = :proposal")
                        + " order by lower(pe.published), c.kind, c.id")
                .param("proposal", proposal.value())
                .param("me", me())
                .query((row, number) -> row(row))
                .list();
    }

    /** Says that a person must keep away from a proposal. */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional
    public UUID set(ProposalId proposal, PersonId person, String reason) {
        return register.enter(proposal, person, ConflictKind.BY_CHAIR, reason).key();
    }

    /**
     * Finds that a conflict is none.
     *
     * @throws Refusal if it is her own, or of a kind that nobody can dismiss
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void dismiss(MeetingId meeting, UUID conflict) {
        var stored = conflict(meeting, conflict);
        stored.dismiss(access.me().orElse(null), clock);
        conflicts.save(stored);
    }

    /** Lets a dismissed conflict stand again. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void reinstate(MeetingId meeting, UUID conflict) {
        register.reinstate(conflict(meeting, conflict));
    }

    /** Looks for conflicts in the whole meeting again. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public ConflictFinding.Result search(MeetingId meeting) {
        return finding.search(meeting);
    }

    private Conflict conflict(MeetingId meeting, UUID key) {
        var stored = conflicts
                .findById(key)
                .filter(c -> c.meeting().equals(meeting))
                .orElseThrow(() -> Refusal.of("reviewing.gone"));
        if (access.me().filter(stored.person()::equals).isPresent()) {
            throw Refusal.of("reviewing.conflict.own");
        }
        // What is hidden from her she cannot open for others either.
        if (conflicts.existsByProposalAndPersonAndStandingTrue(stored.proposal().value(), me())) {
            throw Refusal.of("reviewing.gone");
        }
        return stored;
    }

    private JdbcClient.StatementSpec rows(String sql, MeetingId meeting) {
        return jdbc.sql(sql).param("meeting", meeting.value()).param("me", me());
    }

    private UUID me() {
        return access.me().map(PersonId::value).orElse(ReviewPlan.ALL_TYPES);
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new ProposalId(row.getObject(2, UUID.class)),
                row.getString(3),
                LocalizedText.fromJson(row.getString(4)),
                new PersonId(row.getObject(5, UUID.class)),
                SqlNames.name(row, 11),
                ConflictKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(10)),
                row.getBoolean(9));
    }
}
