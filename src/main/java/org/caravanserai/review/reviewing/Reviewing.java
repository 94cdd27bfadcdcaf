package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer's desk: she takes an assignment or declines it, writes, and submits. What is typed is kept as it is typed, and
 * of two who type at once neither loses a word.
 */
@Service
public class Reviewing {

    private final Assignments assignments;
    private final ReviewDrafts drafts;
    private final ReviewAsides asides;
    private final Reviews reviews;
    private final ReviewVersions versions;
    private final ReviewedProposals proposals;
    private final Conflicts conflicts;
    private final ProposalLocks locks;
    private final PlanReading plans;
    private final Persons persons;
    private final Access access;
    private final Arrival arrival;
    private final Clock clock;

    Reviewing(
            Assignments assignments,
            ReviewDrafts drafts,
            ReviewAsides asides,
            Reviews reviews,
            ReviewVersions versions,
            ReviewedProposals proposals,
            Conflicts conflicts,
            ProposalLocks locks,
            PlanReading plans,
            Persons persons,
            Access access,
            Arrival arrival,
            Clock clock) {
        this.assignments = assignments;
        this.drafts = drafts;
        this.asides = asides;
        this.reviews = reviews;
        this.versions = versions;
        this.proposals = proposals;
        this.conflicts = conflicts;
        this.locks = locks;
        this.plans = plans;
        this.persons = persons;
        this.access = access;
        this.arrival = arrival;
        this.clock = clock;
    }

    /**
     * A criterion as the form asks it.
     *
     * @param key what a score is given under
     */
    public record Asked(UUID key, Criterion.Content content) {}

    /**
     * A review as it stands.
     *
     * @param proposal what it is about; the proposal's own service shows it
     * @param criteria what the form asks, in order
     * @param form what is typed
     * @param version to be given back with the next save
     * @param savedAt when something was last typed; empty for never
     * @param savedBy who typed it
     * @param aside what the acting person typed while another saved first, until she has chosen
     * @param submitted what she submitted last
     * @param submittedAt when
     * @param due until when; empty for without end
     * @param open whether it can be submitted now
     * @param own whether it is hers to submit; else she writes for the reviewer
     * @param subReviewer who writes for the reviewer
     * @param round 1, and one more for each revision of the proposal
     */
    public record OpenReview(
            UUID assignment,
            ProposalId proposal,
            AssignmentState state,
            List<Asked> criteria,
            ReviewForm form,
            long version,
            Optional<Instant> savedAt,
            Optional<PersonName> savedBy,
            Optional<ReviewForm> aside,
            Optional<ReviewForm> submitted,
            Optional<Instant> submittedAt,
            Optional<Instant> due,
            boolean open,
            boolean own,
            Optional<PersonName> subReviewer,
            int round) {}

    /** What became of a save. */
    public sealed interface SaveResult permits Saved, StaleReview {}

    /** It is kept. */
    public record Saved(long version, Instant at) implements SaveResult {}

    /**
     * It was saved from elsewhere meanwhile. Both texts are kept: that one as the draft, what was typed beside it.
     *
     * @param mine what was typed
     * @param theirs what the draft says
     * @param version to be given back with the choice
     * @param who saved first
     * @param at when
     */
    public record StaleReview(ReviewForm mine, ReviewForm theirs, long version, Optional<PersonName> who, Instant at)
            implements SaveResult {}

    /** The review as it stands. */
    @PreAuthorize("@reviewAccess.writes(#assignment)")
    @Transactional(readOnly = true)
    public OpenReview open(UUID assignment) {
        var stored = assignments.findById(assignment).orElseThrow();
        var proposal = proposals.findById(stored.proposal().value()).orElseThrow();
        var plan = plans.of(proposal);
        var draft = drafts.findByAssignment(assignment);
        var review = reviews.findByAssignment(assignment);
        var due = stored.due().or(() -> plan.deadlines().reviewing());
        return new OpenReview(
                assignment,
                proposal.id(),
                stored.state(),
                plans.criteria(plan).stream()
                        .map(c -> new Asked(c.key(), c.content()))
                        .toList(),
                draft.map(ReviewDraft::content)
                        .or(() -> review.map(Review::form))
                        .orElse(ReviewForm.EMPTY),
                draft.map(ReviewDraft::version).orElse(0L),
                draft.map(ReviewDraft::savedAt),
                draft.flatMap(ReviewDraft::savedBy).flatMap(this::name),
                access.me()
                        .flatMap(me -> asides.findByAssignmentAndPerson(assignment, me.value()))
                        .map(ReviewAside::content),
                review.map(Review::form),
                review.map(Review::submittedAt),
                due,
                stored.state().isLive() && isReviewed(proposal) && isInTime(due),
                access.self(stored.person()),
                stored.subReviewer().flatMap(this::name),
                stored.round());
    }

    /** Agrees to review. */
    @PreAuthorize("@reviewAccess.holds(#assignment)")
    @Transactional
    public void accept(UUID assignment) {
        var held = hold(assignment);
        held.accept();
        assignments.save(held);
    }

    /**
     * Declines to review; what was typed is kept.
     *
     * @param suggestion whom she suggests instead; may be empty
     */
    @PreAuthorize("@reviewAccess.holds(#assignment)")
    @Transactional
    public void decline(UUID assignment, String reason, String suggestion) {
        var held = hold(assignment);
        held.decline(reason, suggestion);
        assignments.save(held);
    }

    /**
     * Asks another to write the review, which she herself reads and submits.
     *
     * @throws Refusal if the other has a conflict or is the reviewer herself
     */
    @PreAuthorize("@reviewAccess.holds(#assignment)")
    @Transactional
    public void askToWrite(UUID assignment, PersonId other) {
        var proposal = new ProposalId(assignments.proposalOf(assignment).orElseThrow());
        locks.hold(proposal);
        var held = hold(assignment);
        if (held.person().equals(other) || persons.findById(other.value()).isEmpty()) {
            throw Refusal.at("person", "reviewing.sub.self");
        }
        if (conflicts.existsByProposalAndPersonAndStandingTrue(proposal.value(), other.value())
                || plans.contributes(proposal, other)) {
            throw Refusal.at("person", "reviewing.sub.conflict");
        }
        held.writtenBy(other);
        assignments.save(held);
    }

    /** Writes the review herself after all. */
    @PreAuthorize("@reviewAccess.holds(#assignment)")
    @Transactional
    public void writeAlone(UUID assignment) {
        var held = hold(assignment);
        held.writtenBy(null);
        assignments.save(held);
    }

    /**
     * Saves what is typed, complete or not, in time or not.
     *
     * @param basedOn the version that the typing began with
     */
    @PreAuthorize("@reviewAccess.writes(#assignment)")
    @Transactional
    public SaveResult save(UUID assignment, long basedOn, ReviewForm typed) {
        requireLengths(typed);
        // The assignment is locked, so that of two saves at once the second sees the first.
        hold(assignment);
        return keep(assignment, basedOn, typed);
    }

    /**
     * Submits the review, for the first time or again. What arrived before the deadline counts, however long it waited for
     * its turn. What is typed is kept even when it cannot be submitted.
     *
     * @return how the text was kept; submitted only if it is {@link Saved}
     * @throws Refusal with every problem at once, each at its field: {@code recommendation}, {@code confidence} or the
     *     criterion's key; or if the time is over or the proposal is not reviewed any more
     */
    @PreAuthorize("@reviewAccess.holds(#assignment)")
    @Transactional(noRollbackFor = Refusal.class)
    public SaveResult submit(UUID assignment, long basedOn, ReviewForm typed) {
        requireLengths(typed);
        var about = new ProposalId(assignments.proposalOf(assignment).orElseThrow());
        // The proposal first, as whoever declares a conflict or decides does.
        locks.hold(about);
        var proposal = proposals.findById(about.value()).orElseThrow();
        var held = hold(assignment);
        var kept = keep(assignment, basedOn, typed);
        if (!(kept instanceof Saved)) {
            return kept;
        }
        requireSubmittable(held, proposal);
        var plan = plans.of(proposal);
        var problems = problems(typed, plans.criteria(plan));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        held.submit();
        assignments.save(held);
        record(held, typed);
        return kept;
    }

    private void record(Assignment held, ReviewForm form) {
        var now = arrival.instant();
        var review = reviews.findByAssignment(held.key()).orElseGet(() -> new Review(held, form, now));
        review.write(form, held.round(), now);
        reviews.saveAndFlush(review);
        versions.save(new ReviewVersion(
                review,
                versions.countByReview(review.key()) + 1,
                form,
                access.me().orElse(null)));
    }

    private SaveResult keep(UUID assignment, long basedOn, ReviewForm typed) {
        var me = access.me().orElse(null);
        var found = drafts.findByAssignment(assignment);
        var aside = access.me().flatMap(m -> asides.findByAssignmentAndPerson(assignment, m.value()));
        if (found.isEmpty()) {
            var draft = drafts.saveAndFlush(new ReviewDraft(assignment, typed, me, clock));
            return new Saved(draft.version(), draft.savedAt());
        }
        var draft = found.get();
        if (draft.version() != basedOn && !draft.content().equals(typed)) {
            if (aside.isPresent()) {
                aside.get().write(typed, clock);
            } else {
                access.me().ifPresent(m -> asides.save(new ReviewAside(assignment, m, typed, clock)));
            }
            return new StaleReview(
                    typed, draft.content(), draft.version(), draft.savedBy().flatMap(this::name), draft.savedAt());
        }
        if (!draft.content().equals(typed)) {
            draft.write(typed, me, clock);
        }
        aside.ifPresent(asides::delete);
        var saved = drafts.saveAndFlush(draft);
        return new Saved(saved.version(), saved.savedAt());
    }

    private void requireSubmittable(Assignment held, Proposal proposal) {
        if (held.state() == AssignmentState.RELEASED
                || conflicts.existsByProposalAndPersonAndStandingTrue(
                        proposal.key(), held.person().value())) {
            throw Refusal.of("reviewing.assignment.released");
        }
        if (!isReviewed(proposal)) {
            throw Refusal.of("reviewing.submit.closed");
        }
        if (!isInTime(held.due().or(() -> plans.of(proposal).deadlines().reviewing()))) {
            throw Refusal.of("reviewing.submit.late");
        }
    }

    private static List<Refusal.Problem> problems(ReviewForm form, List<Criterion> criteria) {
        var problems = new ArrayList<Refusal.Problem>();
        if (form.recommendation().isEmpty()) {
            problems.add(Refusal.Problem.at("recommendation", "reviewing.submit.recommendation"));
        }
        if (form.recommendation().filter(r -> r == Recommendation.UNABLE).isPresent()) {
            return problems;
        }
        if (form.confidence() < 1 || form.confidence() > ReviewForm.CERTAIN) {
            problems.add(Refusal.Problem.at("confidence", "reviewing.submit.confidence"));
        }
        for (var criterion : criteria) {
            var score = Optional.ofNullable(form.scores().get(criterion.key()));
            if (score.filter(s -> !criterion.allows(s)).isPresent()
                    || (score.isEmpty() && criterion.content().required())) {
                problems.add(Refusal.Problem.at(criterion.key().toString(), "reviewing.submit.score"));
            }
        }
        return problems;
    }

    private static void requireLengths(ReviewForm form) {
        if (form.toAuthors().length() > ReviewForm.LONGEST_NOTES) {
            throw Refusal.at("toAuthors", "reviewing.notes.long", ReviewForm.LONGEST_NOTES);
        }
        if (form.toCommittee().length() > ReviewForm.LONGEST_NOTES) {
            throw Refusal.at("toCommittee", "reviewing.notes.long", ReviewForm.LONGEST_NOTES);
        }
    }

    private boolean isInTime(Optional<Instant> due) {
        return due.filter(d -> arrival.instant().isAfter(d)).isEmpty();
    }

    private static boolean isReviewed(Proposal proposal) {
        return proposal.state() == ProposalState.SUBMITTED || proposal.state() == ProposalState.UNDER_REVIEW;
    }

    private Assignment hold(UUID assignment) {
        return assignments.hold(assignment).orElseThrow(() -> Refusal.of("reviewing.gone"));
    }

    private Optional<PersonName> name(PersonId person) {
        return persons.findById(person.value()).map(Person::name);
    }
}
