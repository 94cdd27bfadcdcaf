package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Folding;
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

    /**
     * Which conflicts a list shows; what is empty narrows nothing.
     *
     * @param words words of the name of who must keep away, in any script and spelling, or the proposal's code
     * @param standing whether they stand or were dismissed
     */
    public record Filter(String words, Optional<ConflictKind> kind, Optional<Boolean> standing) {

        /** All. */
        public static final Filter ALL = new Filter("", Optional.empty(), Optional.empty());
    }

    /** A page of the conflicts of a meeting, by proposal and person; those about proposals hidden from her are left out. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Row> list(MeetingId meeting, int offset, int limit) {
        return find(meeting, Filter.ALL, offset, limit);
    }

    /** As {@link #list}, narrowed. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Row> find(MeetingId meeting, Filter filter, int offset, int limit) {
        return narrowed(
                        ROWS,
                        " order by p.code, lower(pe.published), c.kind, c.id limit :limit offset :offset",
                        meeting,
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    /** How many conflicts {@link #list} has in all. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public int count(MeetingId meeting) {
        return count(meeting, Filter.ALL);
    }

    /** How many conflicts {@link #find} has in all. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public int count(MeetingId meeting, Filter filter) {
        return narrowed(
                        "select count(*) from review_conflict c join proposal p on p.id = c.proposal"
                                + " join person pe on pe.id = c.person"
                                + " where c.meeting = :meeting and not" + ReviewSql.HIDDEN,
                        "",
                        meeting,
                        filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec narrowed(String from, String order, MeetingId meeting, Filter filter) {
        var sql = new StringBuilder(from);
        var parameters = new HashMap<String, Object>();
        filter.kind().ifPresent(kind -> {
            sql.append(" and c.kind = :kind");
            parameters.put("kind", kind.name());
        });
        filter.standing().ifPresent(standing -> {
            sql.append(" and c.standing = :standing");
            parameters.put("standing", standing);
        });
        int number = 0;
        for (var word : Folding.fold(filter.words()).split(" ")) {
            if (!word.isEmpty()) {
                sql.append(" and (pe.search_key like :word%1$d or lower(p.code) like :word%1$d)".formatted(number));
                parameters.put("word" + number++, "%" + word + "%");
            }
        }
        return rows(sql.append(order).toString(), meeting).params(parameters);
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
