package org.caravanserai.review.reviewing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewRulesTest {

    private static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final MeetingId MEETING = new MeetingId(UUID.randomUUID());

    private static final Map<ReviewerState, Consumer<Reviewer>> REVIEWER_STEPS = Map.of(
            ReviewerState.INVITED, r -> r.inviteAgain(CLOCK),
            ReviewerState.VOLUNTEERED, r -> r.volunteerAgain(CLOCK),
            ReviewerState.ACCEPTED,
                    r -> {
                        if (r.state() == ReviewerState.RETIRED) {
                            r.comeBack();
                        } else {
                            r.accept();
                        }
                    },
            ReviewerState.DECLINED, Reviewer::decline,
            ReviewerState.RETIRED, Reviewer::retire);

    /** Written down a second time on purpose. */
    private static final Map<ReviewerState, Set<ReviewerState>> REVIEWER_ALLOWED = Map.of(
            ReviewerState.INVITED, EnumSet.of(ReviewerState.ACCEPTED, ReviewerState.DECLINED),
            ReviewerState.VOLUNTEERED, EnumSet.of(ReviewerState.ACCEPTED, ReviewerState.DECLINED),
            ReviewerState.ACCEPTED, EnumSet.of(ReviewerState.RETIRED),
            ReviewerState.DECLINED, EnumSet.of(ReviewerState.INVITED, ReviewerState.VOLUNTEERED),
            ReviewerState.RETIRED, EnumSet.of(ReviewerState.ACCEPTED, ReviewerState.INVITED));

    @ParameterizedTest
    @EnumSource
    void aReviewerTakesExactlyTheAllowedSteps(ReviewerState from) {
        for (var to : ReviewerState.values()) {
            var reviewer = reviewer(from);
            var step = requireNonNull(REVIEWER_STEPS.get(to));
            if (requireNonNull(REVIEWER_ALLOWED.get(from)).contains(to)) {
                step.accept(reviewer);
                assertThat(reviewer.state()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> step.accept(reviewer))
                        .as("%s to %s", from, to)
                        .isInstanceOf(Refusal.class);
                assertThat(reviewer.state()).isEqualTo(from);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAssignmentTakesExactlyTheAllowedSteps(AssignmentState from) {
        var steps = Map.<String, Consumer<Assignment>>of(
                "accept", Assignment::accept,
                "decline", a -> a.decline("Too far from my field", "Ask SATO"),
                "submit", Assignment::submit,
                "release", a -> a.release("late"),
                "again", a -> a.assignAgain(AssignmentSource.BY_HAND, false, null, CLOCK));
        var outcomes = new EnumMap<AssignmentState, Map<String, AssignmentState>>(AssignmentState.class);
        outcomes.put(
                AssignmentState.ASSIGNED,
                Map.of(
                        "accept", AssignmentState.ACCEPTED,
                        "decline", AssignmentState.DECLINED,
                        "submit", AssignmentState.SUBMITTED,
                        "release", AssignmentState.RELEASED));
        outcomes.put(
                AssignmentState.ACCEPTED,
                Map.of(
                        "accept", AssignmentState.ACCEPTED,
                        "decline", AssignmentState.DECLINED,
                        "submit", AssignmentState.SUBMITTED,
                        "release", AssignmentState.RELEASED));
        outcomes.put(
                AssignmentState.DECLINED,
                Map.of(
                        "accept", AssignmentState.ACCEPTED,
                        "decline", AssignmentState.DECLINED,
                        "release", AssignmentState.RELEASED,
                        "again", AssignmentState.ASSIGNED));
        outcomes.put(
                AssignmentState.SUBMITTED,
                Map.of(
                        "accept", AssignmentState.SUBMITTED,
                        "submit", AssignmentState.SUBMITTED,
                        "release", AssignmentState.RELEASED));
        outcomes.put(
                AssignmentState.RELEASED,
                Map.of("release", AssignmentState.RELEASED, "again", AssignmentState.ASSIGNED));
        steps.forEach((name, step) -> {
            var assignment = assignment(from);
            var outcome = requireNonNull(outcomes.get(from)).get(name);
            if (outcome == null) {
                assertThatThrownBy(() -> step.accept(assignment))
                        .as("%s of %s", name, from)
                        .isInstanceOf(Refusal.class);
                assertThat(assignment.state()).isEqualTo(from);
            } else {
                step.accept(assignment);
                assertThat(assignment.state()).as("%s of %s", name, from).isEqualTo(outcome);
            }
        });
    }

    @Test
    void aRevisedProposalComesToItsReviewersAgainAndToNobodyWhoDeclined() {
        var reviewed = assignment(AssignmentState.SUBMITTED);
        var declined = assignment(AssignmentState.DECLINED);

        reviewed.reviseUntil(NOW);
        declined.reviseUntil(NOW);

        assertThat(reviewed.state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(reviewed.round()).isEqualTo(2);
        assertThat(reviewed.due()).contains(NOW);
        assertThat(declined.round()).isEqualTo(1);
    }

    @Test
    void aDeadlineStillBelongsToItsPhase() {
        var plan = plan(NOW, NOW.plus(Duration.ofDays(1)));
        assertThat(plan.phaseAt(NOW)).isEqualTo(ReviewPhase.BIDDING);
        assertThat(plan.takesBidsAt(NOW)).isTrue();
        assertThat(plan.phaseAt(NOW.plusMillis(1))).isEqualTo(ReviewPhase.REVIEWING);
        assertThat(plan.takesBidsAt(NOW.plusMillis(1))).isFalse();
        assertThat(plan.phaseAt(NOW.plus(Duration.ofDays(1)))).isEqualTo(ReviewPhase.REVIEWING);
        assertThat(plan.phaseAt(NOW.plus(Duration.ofDays(1)).plusMillis(1))).isEqualTo(ReviewPhase.DISCUSSION);
    }

    @Test
    void blindnessChangesWithThePhase() {
        var plan = plan(NOW, NOW.plus(Duration.ofDays(1)));
        var open = plan.content();
        plan.write(new ReviewPlan.Content(
                open.who(),
                open.wanted(),
                open.leastLoad(),
                open.mostLoad(),
                Map.of(
                        ReviewPhase.BIDDING, Blindness.DOUBLE,
                        ReviewPhase.REVIEWING, Blindness.DOUBLE,
                        ReviewPhase.DISCUSSION, Blindness.SINGLE),
                open.othersVisible(),
                open.authorsSee(),
                open.authorsWhen(),
                false,
                open.deadlines(),
                open.revisionDays()));
        assertThat(plan.blindnessAt(NOW)).isEqualTo(Blindness.DOUBLE);
        assertThat(plan.blindnessAt(NOW.plus(Duration.ofDays(2)))).isEqualTo(Blindness.SINGLE);
    }

    @Test
    void aPlanTellsEveryProblemAtOnceAndStaysAsItWas() {
        var plan = new ReviewPlan(MEETING, ReviewPlan.ALL_TYPES);
        var before = plan.content();
        var broken = new ReviewPlan.Content(
                Set.of(),
                0,
                5,
                4,
                before.blindness(),
                before.othersVisible(),
                AuthorsSee.NOTHING,
                before.authorsWhen(),
                true,
                new ReviewPlan.Deadlines(
                        Optional.of(NOW), Optional.of(NOW.minusSeconds(1)), Optional.empty(), Optional.empty()),
                0);

        assertThatThrownBy(() -> plan.write(broken))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::field)
                                .containsExactly(
                                        "who",
                                        "wanted",
                                        "mostLoad",
                                        "deadlines",
                                        "rebuttal",
                                        "authorsSee",
                                        "revisionDays"));
        assertThat(plan.content()).isEqualTo(before);
    }

    @Test
    void aFormComesBackAsItWasKept() {
        var form = new ReviewForm(
                Map.of(UUID.randomUUID(), 4, UUID.randomUUID(), 0),
                Optional.of(Recommendation.REVISE),
                3,
                "Line one\nҚ Ә Ғ 髙",
                "=1+1 {0} <b>");
        assertThat(ReviewForm.of(form.fields())).isEqualTo(form);
        assertThat(ReviewForm.of(ReviewForm.EMPTY.fields())).isEqualTo(ReviewForm.EMPTY);
    }

    @Test
    void aPostIsChangedByItsAuthorForSomeMinutesOnly() {
        var post = new DiscussionPost(
                MEETING, new ProposalId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), "One", Set.of(), CLOCK);
        post.edit("Two", Set.of(), Clock.offset(CLOCK, DiscussionPost.CHANGEABLE));
        assertThat(post.text()).isEqualTo("Two");

        var late = Clock.offset(CLOCK, DiscussionPost.CHANGEABLE.plusMillis(1));
        assertThatThrownBy(() -> post.edit("Three", Set.of(), late)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> post.delete(late)).isInstanceOf(Refusal.class);
        assertThat(post.text()).isEqualTo("Two");
    }

    @Test
    void sidesFollowTheCountry() {
        assertThat(List.of(Side.of("TM"), Side.of("JP"), Side.of("DE"), Side.of("")))
                .containsExactly(Side.CENTRAL_ASIA, Side.JAPAN, Side.ELSEWHERE, Side.ELSEWHERE);
    }

    @Test
    void leniencyIsFoundWhereReviewersOverlapAndLeavesTheOrderOfWorthRight() {
        var scores = new ArrayList<Leniency.Given>();
        var lenient = UUID.randomUUID();
        var strict = UUID.randomUUID();
        var proposals = new ArrayList<UUID>();
        // Worths 0.30, 0.32, … with one reviewer 0.2 above and one 0.2 below; each saw every other proposal, all saw
        // one.
        for (int i = 0; i < 20; i++) {
            var proposal = UUID.randomUUID();
            proposals.add(proposal);
            var worth = 0.3 + 0.02 * i;
            if (i % 2 == 0 || i < 6) {
                scores.add(new Leniency.Given(proposal, lenient, worth + 0.2));
            }
            if (i % 2 == 1 || i < 6) {
                scores.add(new Leniency.Given(proposal, strict, worth - 0.2));
            }
        }

        var corrected = Leniency.correct(scores);

        assertThat(requireNonNull(corrected.leniency().get(lenient))).isGreaterThan(0.1);
        assertThat(requireNonNull(corrected.leniency().get(strict)))
                .isCloseTo(-requireNonNull(corrected.leniency().get(lenient)), within(1e-6));
        var lower = requireNonNull(corrected.worth().get(proposals.get(18)));
        var higher = requireNonNull(corrected.worth().get(proposals.get(19)));
        // By raw scores 18 (0.86) would be far above 19 (0.48).
        assertThat(Math.abs(higher - lower)).isLessThan(0.15);
    }

    @Test
    void aLoneReviewIsWorthWhatItSays() {
        var proposal = UUID.randomUUID();
        var corrected = Leniency.correct(List.of(new Leniency.Given(proposal, UUID.randomUUID(), 0.7)));
        assertThat(requireNonNull(corrected.worth().get(proposal))).isCloseTo(0.7, within(1e-9));
        assertThat(Leniency.correct(List.of()).worth()).isEmpty();
    }

    @Test
    void aCriterionNeedsAnEnglishNameAndAScaleThatRises() {
        assertThatThrownBy(() -> new Criterion(
                        UUID.randomUUID(),
                        0,
                        new Criterion.Content(LocalizedText.EMPTY, LocalizedText.EMPTY, 5, 5, Map.of(), -1, true)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::field)
                                .containsExactly("label", "scale", "weight"));
    }

    @Test
    void aReviewersBoundsAreInOrder() {
        var reviewer = reviewer(ReviewerState.ACCEPTED);
        assertThatThrownBy(() -> reviewer.write(
                        new Reviewer.Content(Map.of(), Set.of("en"), OptionalInt.of(5), OptionalInt.of(4), "")))
                .isInstanceOf(Refusal.class);
    }

    private static ReviewPlan plan(Instant bidding, Instant reviewing) {
        var plan = new ReviewPlan(MEETING, ReviewPlan.ALL_TYPES);
        var before = plan.content();
        plan.write(new ReviewPlan.Content(
                before.who(),
                before.wanted(),
                before.leastLoad(),
                before.mostLoad(),
                before.blindness(),
                before.othersVisible(),
                before.authorsSee(),
                before.authorsWhen(),
                false,
                new ReviewPlan.Deadlines(
                        Optional.of(bidding), Optional.of(reviewing), Optional.empty(), Optional.empty()),
                before.revisionDays()));
        return plan;
    }

    private static Reviewer reviewer(ReviewerState state) {
        var person = new PersonId(UUID.randomUUID());
        var reviewer = state == ReviewerState.VOLUNTEERED
                ? Reviewer.volunteer(MEETING, person, Set.of(), CLOCK)
                : Reviewer.invited(MEETING, person, Set.of(), CLOCK);
        switch (state) {
            case INVITED, VOLUNTEERED -> {
                // It begins there.
            }
            case ACCEPTED -> reviewer.accept();
            case DECLINED -> reviewer.decline();
            case RETIRED -> {
                reviewer.accept();
                reviewer.retire();
            }
        }
        return reviewer;
    }

    private static Assignment assignment(AssignmentState state) {
        var assignment = new Assignment(
                MEETING,
                new ProposalId(UUID.randomUUID()),
                new PersonId(UUID.randomUUID()),
                AssignmentSource.SOLVER,
                null,
                CLOCK);
        switch (state) {
            case ASSIGNED -> {
                // It begins there.
            }
            case ACCEPTED -> assignment.accept();
            case DECLINED -> assignment.decline("", "");
            case SUBMITTED -> assignment.submit();
            case RELEASED -> assignment.release("");
        }
        return assignment;
    }
}
