package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalRevised;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives proposals to reviewers, one by one or as computed for all. Holds the proposals meanwhile: a conflict declared at the
 * same moment either comes first and bars the pair, or comes after and takes the proposal away again.
 */
@Service
public class Assigning {

    private final Assignments assignments;
    private final Reviews reviews;
    private final Reviewers reviewers;
    private final ReviewerOffice office;
    private final ReviewedProposals proposals;
    private final Conflicts conflicts;
    private final HiddenProposals concealed;
    private final PlanReading plans;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    Assigning(
            Assignments assignments,
            Reviews reviews,
            Reviewers reviewers,
            ReviewerOffice office,
            ReviewedProposals proposals,
            Conflicts conflicts,
            HiddenProposals concealed,
            PlanReading plans,
            Access access,
            JdbcClient jdbc,
            Clock clock) {
        this.assignments = assignments;
        this.reviews = reviews;
        this.reviewers = reviewers;
        this.office = office;
        this.proposals = proposals;
        this.conflicts = conflicts;
        this.concealed = concealed;
        this.plans = plans;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A proposal and who is to review it. */
    public record Pair(ProposalId proposal, PersonId reviewer) {}

    /** Why a pair was not made. */
    public enum Reason {
        /** A conflict of interest bars it, of the reviewer or of the acting person. */
        CONFLICT,
        /** The proposal is not to be reviewed, for example because it was withdrawn. */
        STATE,
        /** The person does not review for this meeting. */
        REVIEWER,
        /** The reviewer has it already. */
        TWICE,
        /** The reviewer has declined it. */
        DECLINED
    }

    /** A pair that was not made. */
    public record Skipped(Pair pair, Reason reason) {}

    /**
     * What applying came to.
     *
     * @param made how many pairs were made
     * @param released how many were taken back
     * @param skipped the pairs that were not made
     */
    public record Applied(int made, int released, List<Skipped> skipped) {}

    /**
     * A proposal given to a reviewer, as the committee sees it.
     *
     * @param since when it was given to her
     * @param due until when the review is due, where that differs from the plan
     * @param submittedAt when her review came in last
     */
    public record Row(
            UUID assignment,
            Pair pair,
            PersonName name,
            AssignmentState state,
            AssignmentSource source,
            Instant since,
            Optional<Instant> due,
            int round,
            String reason,
            String suggestion,
            Optional<Instant> submittedAt) {}

    /** All assignments of a meeting, whatever became of them, without those of proposals hidden from her; one statement. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Row> current(MeetingId meeting) {
        return jdbc.sql("select a.id, a.proposal, a.person, a.state, a.source, a.assigned_at, a.due, a.round, a.reason,"
                        + " a.suggestion, r.submitted_at," + ReviewSql.NAME
                        + "from review_assignment a join proposal p on p.id = a.proposal"
                        + " join person pe on pe.id = a.person left join review r on r.assignment = a.id"
                        + " where a.meeting = :meeting and not" + ReviewSql.HIDDEN
                        + "order by p.code, lower(pe.published), a.id")
                .param("meeting", meeting.value())
                .param("me", concealed.me())
                .query((row, number) -> new Row(
                        row.getObject(1, UUID.class),
                        new Pair(
                                new ProposalId(row.getObject(2, UUID.class)),
                                new PersonId(row.getObject(3, UUID.class))),
                        SqlNames.name(row, 12),
                        AssignmentState.valueOf(row.getString(4)),
                        AssignmentSource.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        SqlNames.instant(row, 7),
                        row.getInt(8),
                        row.getString(9),
                        row.getString(10),
                        SqlNames.instant(row, 11)))
                .list();
    }

    /**
     * Gives one proposal to one reviewer; also to one who had declined it.
     *
     * @throws Refusal if a conflict bars it, she does not review, she has it already, or it is not to be reviewed
     */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional
    public UUID assign(ProposalId proposal, PersonId reviewer) {
        var meeting = proposals.meetingOf(proposal.value()).map(MeetingId::new).orElseThrow();
        var pair = new Pair(proposal, reviewer);
        var applied = make(meeting, List.of(pair), AssignmentSource.BY_HAND);
        if (!applied.skipped().isEmpty()) {
            throw Refusal.of(
                    "reviewing.assign." + applied.skipped().getFirst().reason().name());
        }
        return assignments
                .findByProposalAndPerson(proposal.value(), reviewer.value())
                .orElseThrow()
                .key();
    }

    /**
     * Makes pairs and takes others back, in one transaction. Pairs that cannot be made any more are reported and the others
     * are made. Reviews that are in are never taken back.
     *
     * @param make the pairs to make
     * @param release the pairs to take back
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public Applied apply(MeetingId meeting, Collection<Pair> make, Collection<Pair> release, AssignmentSource source) {
        var released = release(meeting, release);
        var made = make(meeting, make, source);
        endWithoutReviewers(meeting, released);
        return new Applied(made.made(), released.size(), made.skipped());
    }

    private List<ProposalId> release(MeetingId meeting, Collection<Pair> pairs) {
        var released = new ArrayList<ProposalId>();
        if (!pairs.isEmpty()) {
            hold(meeting, pairs.stream().map(Pair::proposal));
            var wanted = Set.copyOf(pairs);
            var hidden = concealed.hiddenFromMe(meeting);
            for (var assignment : assignments.findByMeeting(meeting.value())) {
                if (assignment.state().isOpen()
                        && !hidden.contains(assignment.proposal().value())
                        && wanted.contains(new Pair(assignment.proposal(), assignment.person()))) {
                    assignment.release("");
                    assignments.save(assignment);
                    released.add(assignment.proposal());
                }
            }
        }
        return released;
    }

    /** What has no reviewer left after some were taken off waits for some again. */
    private void endWithoutReviewers(MeetingId meeting, Collection<ProposalId> released) {
        if (released.isEmpty()) {
            return;
        }
        var reviewed = assignments.findByMeeting(meeting.value()).stream()
                .filter(a -> a.state().isLive())
                .map(Assignment::proposal)
                .collect(Collectors.toSet());
        hold(meeting, released.stream().filter(p -> !reviewed.contains(p))).forEach(p -> proposals.end(p, clock));
    }

    private List<Proposal> hold(MeetingId meeting, Stream<ProposalId> keys) {
        var set = keys.map(ProposalId::value).collect(Collectors.toCollection(LinkedHashSet::new));
        return set.isEmpty() ? List.of() : proposals.hold(meeting.value(), set);
    }

    /** Takes a proposal from a reviewer; a review that she has submitted is kept and counts no more. */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional
    public void release(ProposalId proposal, PersonId reviewer, String reason) {
        var meeting = proposals.meetingOf(proposal.value()).map(MeetingId::new).orElseThrow();
        hold(meeting, Stream.of(proposal));
        change(proposal, reviewer, a -> a.release(reason));
        endWithoutReviewers(meeting, List.of(proposal));
    }

    /** Gives a reviewer more time, or less. */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional
    public void extend(ProposalId proposal, PersonId reviewer, Instant until) {
        change(proposal, reviewer, a -> a.dueBy(until));
    }

    @EventListener
    @Transactional
    void on(ProposalRevised event) {
        var proposal = proposals.findById(event.proposal().value()).orElseThrow();
        var plan = plans.of(proposal);
        var soon = clock.instant().plus(Duration.ofDays(plan.content().revisionDays()));
        var until = plan.deadlines().reviewing().filter(d -> d.isAfter(soon)).orElse(soon);
        assignments.findByProposal(proposal.key()).stream()
                .filter(a -> a.state().isLive())
                .forEach(a -> {
                    a.reviseUntil(until);
                    assignments.save(a);
                });
    }

    private Applied make(MeetingId meeting, Collection<Pair> pairs, AssignmentSource source) {
        if (pairs.isEmpty()) {
            return new Applied(0, 0, List.of());
        }
        office.enterThoseInOffice(meeting);
        var held = hold(meeting, pairs.stream().map(Pair::proposal)).stream()
                .collect(Collectors.toMap(Proposal::key, Function.identity()));
        var reviewing = reviewers.findByMeeting(meeting.value()).stream()
                .filter(r -> r.state() == ReviewerState.ACCEPTED)
                .map(Reviewer::person)
                .collect(Collectors.toSet());
        var barred = conflicts.findByMeeting(meeting.value()).stream()
                .filter(Conflict::isStanding)
                .map(c -> new Pair(c.proposal(), c.person()))
                .collect(Collectors.toSet());
        var stored = assignments.findByMeeting(meeting.value()).stream()
                .collect(Collectors.toMap(a -> new Pair(a.proposal(), a.person()), Function.identity()));
        var me = access.me();
        var skipped = new ArrayList<Skipped>();
        int made = 0;
        for (var pair : new LinkedHashSet<>(pairs)) {
            var proposal = Optional.ofNullable(held.get(pair.proposal().value()));
            var already = Optional.ofNullable(stored.get(pair));
            var mine = me.filter(m -> barred.contains(new Pair(pair.proposal(), m)));
            if (mine.isPresent() || barred.contains(pair)) {
                skipped.add(new Skipped(pair, Reason.CONFLICT));
            } else if (proposal.filter(ReviewedProposals::isReviewed).isEmpty()) {
                skipped.add(new Skipped(pair, Reason.STATE));
            } else if (!reviewing.contains(pair.reviewer())) {
                skipped.add(new Skipped(pair, Reason.REVIEWER));
            } else if (already.filter(a -> a.state().isLive()).isPresent()) {
                skipped.add(new Skipped(pair, Reason.TWICE));
            } else if (source == AssignmentSource.SOLVER
                    && already.filter(a -> a.state() == AssignmentState.DECLINED)
                            .isPresent()) {
                skipped.add(new Skipped(pair, Reason.DECLINED));
            } else {
                give(proposal.orElseThrow(), pair, already, source);
                made++;
            }
        }
        return new Applied(made, 0, skipped);
    }

    private void give(Proposal proposal, Pair pair, Optional<Assignment> already, AssignmentSource source) {
        var me = access.me().orElse(null);
        if (already.isPresent()) {
            var again = already.get();
            again.assignAgain(source, reviews.findByAssignment(again.key()).isPresent(), me, clock);
            assignments.save(again);
        } else {
            assignments.save(new Assignment(proposal.meeting(), pair.proposal(), pair.reviewer(), source, me, clock));
        }
        proposals.begin(proposal, clock);
    }

    private void change(ProposalId proposal, PersonId reviewer, Consumer<Assignment> change) {
        var assignment = assignments
                .findByProposalAndPerson(proposal.value(), reviewer.value())
                .orElseThrow(() -> Refusal.of("reviewing.gone"));
        change.accept(assignment);
        assignments.save(assignment);
    }
}
