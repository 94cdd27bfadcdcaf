package org.caravanserai.review.reviewing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.Access;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the contributors of a proposal read of its reviews, and what they answer. The reviews come in an order that depends
 * on their texts alone, so that nothing tells who wrote which, or when.
 */
@Service
public class AuthorFeedback {

    private static final String WAITING = """
            select p.code, p.title, p.state,
                   case when p.state = 'REVISING' then p.revise_until else plan.rebuttal_until end, m.zone, m.city
             from proposal p join meeting m on m.id = p.meeting
            """ + ReviewSql.PLAN + """
             where (p.proposer = :me or exists (select 1 from contributor c where c.proposal = p.id and c.person = :me
                    and c.answer = 'CONFIRMED' and c.role in ('CONVENER', 'PRESENTER', 'AUTHOR')))
             and ((p.state = 'REVISING' and p.revise_until >= :now)
                  or (p.state in ('SUBMITTED', 'UNDER_REVIEW') and plan.rebuttal and plan.reviewing_until < :now
                      and plan.rebuttal_until >= :now
                      and exists (select 1 from review r join review_assignment a on a.id = r.assignment
                                  where r.proposal = p.id and a.state in
            """ + ReviewSql.LIVE + """
            )
                      and not exists (select 1 from rebuttal b where b.proposal = p.id)))
             order by 4, p.code
            """;

    private final ReviewedProposals proposals;
    private final Reviews reviews;
    private final Assignments assignments;
    private final Rebuttals rebuttals;
    private final PlanReading plans;
    private final Access access;
    private final Arrival arrival;
    private final JdbcClient jdbc;

    AuthorFeedback(
            ReviewedProposals proposals,
            Reviews reviews,
            Assignments assignments,
            Rebuttals rebuttals,
            PlanReading plans,
            Access access,
            Arrival arrival,
            JdbcClient jdbc) {
        this.proposals = proposals;
        this.reviews = reviews;
        this.assignments = assignments;
        this.rebuttals = rebuttals;
        this.plans = plans;
        this.access = access;
        this.arrival = arrival;
        this.jdbc = jdbc;
    }

    /** A score as contributors see it. */
    public record Score(Criterion.Content criterion, int score) {}

    /**
     * A review as contributors see it.
     *
     * @param scores empty unless the plan shows them
     */
    public record Seen(String notes, List<Score> scores) {}

    /**
     * What contributors see.
     *
     * @param reviews empty until they may be read
     * @param rebuttal what they have answered; empty for nothing yet
     * @param rebuttalOpen whether they may answer now
     * @param rebuttalUntil until when, where the plan has a time for answers
     */
    public record Feedback(
            List<Seen> reviews, String rebuttal, boolean rebuttalOpen, Optional<Instant> rebuttalUntil) {}

    /**
     * Something about a proposal that waits for its contributors.
     *
     * @param revise whether it is to be revised; else its reviews may be answered
     * @param until until when
     */
    public record Waiting(
            String code, LocalizedText title, boolean revise, Instant until, ZoneId zone, LocalizedText city) {}

    /** What reviewing makes wait for the acting person as a contributor; one statement for all her proposals. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return access.me()
                .map(me -> jdbc.sql(WAITING)
                        .param("me", me.value())
                        .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                        .query((row, number) -> new Waiting(
                                row.getString(1),
                                LocalizedText.fromJson(row.getString(2)),
                                row.getString(3).equals("REVISING"),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                ZoneId.of(row.getString(5)),
                                LocalizedText.fromJson(row.getString(6))))
                        .list())
                .orElse(List.of());
    }

    /** What the contributors of a proposal may read now. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional(readOnly = true)
    public Feedback of(ProposalId proposal) {
        var stored = proposals.findById(proposal.value()).orElseThrow();
        var plan = plans.of(stored);
        return new Feedback(
                mayRead(stored, plan) ? seen(stored, plan) : List.of(),
                rebuttals.findByProposal(proposal.value()).map(Rebuttal::text).orElse(""),
                answers(stored, plan),
                plan.content().rebuttal() ? plan.deadlines().rebuttal() : Optional.empty());
    }

    /**
     * Answers the reviews; answering again replaces the answer. What arrived before the deadline counts.
     *
     * @throws Refusal if it is not the time for answers, or the answer is empty or too long
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void answer(ProposalId proposal, String text) {
        var held = proposals.hold(proposal.value()).orElseThrow();
        if (!answers(held, plans.of(held))) {
            throw Refusal.of("reviewing.rebuttal.closed");
        }
        var me = access.me().orElse(null);
        var now = arrival.instant();
        var rebuttal = rebuttals
                .findByProposal(proposal.value())
                .orElseGet(() -> new Rebuttal(held.meeting(), proposal, text, me, now));
        rebuttal.write(text, me, now);
        rebuttals.save(rebuttal);
    }

    private boolean answers(Proposal proposal, ReviewPlan plan) {
        return switch (proposal.state()) {
            case SUBMITTED, UNDER_REVIEW -> plan.takesRebuttalsAt(arrival.instant());
            case DRAFT, REVISING, ACCEPTED, WAITING, DECLINED, CONFIRMED, WITHDRAWN, CANCELLED -> false;
        };
    }

    private boolean mayRead(Proposal proposal, ReviewPlan plan) {
        var content = plan.content();
        if (content.authorsSee() == AuthorsSee.NOTHING) {
            return false;
        }
        return (content.authorsWhen() == AuthorsWhen.AFTER_REVIEWING
                        && plan.phaseAt(arrival.instant()) == ReviewPhase.DISCUSSION)
                || jdbc.sql("select count(*) from decision where proposal = ? and sent_at is not null")
                                .param(proposal.key())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private List<Seen> seen(Proposal proposal, ReviewPlan plan) {
        var counting = assignments.findByProposal(proposal.key()).stream()
                .filter(a -> a.state().isLive())
                .map(Assignment::key)
                .collect(Collectors.toSet());
        var criteria = plans.criteria(plan);
        var shown = plan.content().authorsSee() == AuthorsSee.SCORES;
        return reviews.findByProposal(proposal.key()).stream()
                .filter(r -> counting.contains(r.assignment()))
                .map(Review::form)
                .map(form -> new Seen(
                        form.toAuthors(),
                        shown
                                ? criteria.stream()
                                        .flatMap(c ->
                                                score(form, c.key()).stream().map(s -> new Score(c.content(), s)))
                                        .toList()
                                : List.of()))
                .filter(s -> !s.notes().isEmpty() || !s.scores().isEmpty())
                .sorted(Comparator.comparing(Seen::notes)
                        .thenComparing(s -> s.scores().stream()
                                .map(score -> Integer.toString(score.score()))
                                .collect(Collectors.joining(","))))
                .toList();
    }

    private static Optional<Integer> score(ReviewForm form, UUID criterion) {
        return Optional.ofNullable(form.scores().get(criterion));
    }
}
