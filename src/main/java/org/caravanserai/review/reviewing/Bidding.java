package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer says what she would like to review, and where she has a conflict of interest. */
@Service
public class Bidding {

    private static final String FROM = """
             from proposal p join person pe on pe.id = p.proposer
             left join review_bid b on b.proposal = p.id and b.person = :me
            """ + ReviewSql.PLAN
            + " where p.meeting = :meeting and p.state in ('SUBMITTED', 'UNDER_REVIEW', 'REVISING')"
            + " and not" + ReviewSql.HIDDEN;

    private static final String COLUMNS = "select p.id, p.code," + ReviewSql.TITLE + "," + ReviewSql.ABSTRACT
            + ", p.topics, p.session_type, p.talk_language, pe.affiliation, b.eagerness," + ReviewSql.BLIND + ","
            + ReviewSql.NAME;

    private final Bids bids;
    private final ReviewedProposals proposals;
    private final Conflicts conflicts;
    private final ConflictRegister register;
    private final ProposalLocks locks;
    private final PlanReading plans;
    private final Access access;
    private final Arrival arrival;
    private final JdbcClient jdbc;
    private final Clock clock;

    Bidding(
            Bids bids,
            ReviewedProposals proposals,
            Conflicts conflicts,
            ConflictRegister register,
            ProposalLocks locks,
            PlanReading plans,
            Access access,
            Arrival arrival,
            JdbcClient jdbc,
            Clock clock) {
        this.bids = bids;
        this.proposals = proposals;
        this.conflicts = conflicts;
        this.register = register;
        this.locks = locks;
        this.plans = plans;
        this.access = access;
        this.arrival = arrival;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A proposal to bid on.
     *
     * @param topics the topics' keys, the main one first
     * @param talkLanguage BCP 47 tag of what is spoken
     * @param proposer whose it is; empty where the review is double-blind
     * @param affiliation where she works; empty where the review is double-blind
     * @param bid what the acting person has said; empty for nothing yet
     */
    public record Row(
            ProposalId proposal,
            String code,
            LocalizedText title,
            LocalizedText abstractText,
            List<UUID> topics,
            UUID sessionType,
            String talkLanguage,
            Optional<PersonName> proposer,
            String affiliation,
            Optional<Eagerness> bid) {}

    /**
     * A conflict that a reviewer has declared of herself.
     *
     * @param conflict its key, to take it back
     */
    public record Declared(UUID conflict, String code, LocalizedText title, String reason) {}

    /**
     * A page of the proposals that the acting person may bid on, in a steady order.
     *
     * @param onlyOpen whether those she has bid on are left out
     */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional(readOnly = true)
    public List<Row> list(MeetingId meeting, boolean onlyOpen, int offset, int limit) {
        return jdbc.sql(COLUMNS + FROM
                        + (onlyOpen ? " and b.id is null" : "")
                        + " order by p.code, p.id limit :limit offset :offset")
                .param("me", me().value())
                .param("meeting", meeting.value())
                .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    /** All proposals that the acting person may bid on, with what she said; one statement. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional(readOnly = true)
    public Map<ProposalId, Optional<Eagerness>> standing(MeetingId meeting) {
        var standing = new HashMap<ProposalId, Optional<Eagerness>>();
        jdbc.sql("select p.id, b.eagerness" + FROM)
                .param("me", me().value())
                .param("meeting", meeting.value())
                .query((row, number) -> standing.put(
                        new ProposalId(row.getObject(1, UUID.class)),
                        Optional.ofNullable(row.getString(2)).map(Eagerness::valueOf)))
                .list();
        return standing;
    }

    /** What the proposals that the acting person may bid on are found by, folded; one statement. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional(readOnly = true)
    public Map<ProposalId, String> searchKeys(MeetingId meeting) {
        var keys = new HashMap<ProposalId, String>();
        jdbc.sql("select p.id," + ReviewSql.SEARCH_KEY + FROM)
                .param("me", me().value())
                .param("meeting", meeting.value())
                .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    keys.put(new ProposalId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return keys;
    }

    /** Those among the proposals that the acting person may bid on, in no order. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional(readOnly = true)
    public List<Row> rows(MeetingId meeting, Collection<ProposalId> proposals) {
        return proposals.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + FROM + " and p.id in (:proposals)")
                        .param(
                                "proposals",
                                proposals.stream().map(ProposalId::value).toList())
                        .param("me", me().value())
                        .param("meeting", meeting.value())
                        .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                        .query((row, number) -> row(row))
                        .list();
    }

    /** How many proposals she may bid on, by what she said; those without a bid under an empty key. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional(readOnly = true)
    public Map<Optional<Eagerness>, Integer> count(MeetingId meeting) {
        var counts = new HashMap<Optional<Eagerness>, Integer>();
        jdbc.sql("select b.eagerness, count(*)" + FROM + " group by b.eagerness")
                .param("me", me().value())
                .param("meeting", meeting.value())
                .query((row, number) ->
                        counts.put(Optional.ofNullable(row.getString(1)).map(Eagerness::valueOf), row.getInt(2)))
                .list();
        return counts;
    }

    /**
     * Bids. Bidding {@link Eagerness#CONFLICT} hides the proposal from her from now on.
     *
     * @param reason why, for a conflict; may be empty
     * @throws Refusal if bids are taken no more; a conflict can be declared always
     */
    @PreAuthorize("@reviewAccess.mayBid(#proposal)")
    @Transactional
    public void bid(ProposalId proposal, Eagerness eagerness, String reason) {
        var me = me();
        // Before anything is read, so that two windows of hers bid one after the other.
        locks.hold(proposal);
        var about = proposals.findById(proposal.value()).orElseThrow();
        if (eagerness == Eagerness.CONFLICT) {
            bids.findByProposalAndPerson(proposal.value(), me.value()).ifPresent(bids::delete);
            register.enter(proposal, me, ConflictKind.BY_REVIEWER, reason);
            return;
        }
        if (!plans.of(about).takesBidsAt(arrival.instant())) {
            throw Refusal.of("reviewing.bid.late");
        }
        var bid = bids.findByProposalAndPerson(proposal.value(), me.value())
                .orElseGet(() -> new Bid(about.meeting(), proposal, me, eagerness, clock));
        bid.change(eagerness, clock);
        bids.save(bid);
    }

    /** Takes a bid back: as if she had said nothing. */
    @PreAuthorize("@reviewAccess.mayBid(#proposal)")
    @Transactional
    public void takeBack(ProposalId proposal) {
        bids.findByProposalAndPerson(proposal.value(), me().value()).ifPresent(bids::delete);
    }

    /** The conflicts that she has declared of herself. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional(readOnly = true)
    public List<Declared> declared(MeetingId meeting) {
        return jdbc.sql("select c.id, p.code," + ReviewSql.TITLE + ", c.reason from review_conflict c"
                        + " join proposal p on p.id = c.proposal" + ReviewSql.PLAN
                        + " where c.meeting = :meeting and c.person = :me and c.kind = 'BY_REVIEWER'"
                        + " order by c.declared_at desc, c.id")
                .param("meeting", meeting.value())
                .param("me", me().value())
                .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Declared(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        LocalizedText.fromJson(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    /** Takes back a conflict that she has declared of herself; others may still hide the proposal. */
    @PreAuthorize("@reviewAccess.declared(#conflict)")
    @Transactional
    public void undeclare(UUID conflict) {
        conflicts.findById(conflict).ifPresent(conflicts::delete);
    }

    private PersonId me() {
        return access.me().orElseThrow(() -> Refusal.of("reviewing.person.required"));
    }

    private static Row row(ResultSet row) throws SQLException {
        var blind = row.getBoolean(10);
        return new Row(
                new ProposalId(row.getObject(1, UUID.class)),
                row.getString(2),
                LocalizedText.fromJson(row.getString(3)),
                LocalizedText.fromJson(row.getString(4)),
                SqlNames.keys(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getString(7),
                blind ? Optional.empty() : Optional.of(SqlNames.name(row, 11)),
                blind ? "" : row.getString(8),
                Optional.ofNullable(row.getString(9)).map(Eagerness::valueOf));
    }
}
