package org.caravanserai.review.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.caravanserai.review.assignment.AssignmentResult.Proof;
import org.caravanserai.review.assignment.Explanation.Standing;
import org.junit.jupiter.api.Test;

class AssignmentSolverTest {

    private static final int INSTANCES = 400;

    private final AssignmentSolver solver = new AssignmentSolver();

    @Test
    void theTotalIsTheGreatestOfAllAssignments() {
        for (var seed = 0; seed < INSTANCES; seed++) {
            var problem = EveryAssignment.random(seed, seed % 3);
            compareTotal(problem, solver.total(problem, AssignmentProgress.none()), seed);
        }
    }

    @Test
    void theFairestLiftsTheWorstOffFirstAndThenTheTotal() {
        for (var seed = 1_000; seed < 1_000 + INSTANCES; seed++) {
            var problem = EveryAssignment.random(seed, seed % 3);
            var all = EveryAssignment.of(problem);
            switch (solver.fairest(problem, AssignmentProgress.none())) {
                case AssignmentResult result -> {
                    respects(problem, result);
                    var worst = all.stream()
                            .mapToDouble(choice -> EveryAssignment.worst(problem, choice))
                            .max()
                            .orElseThrow();
                    var total = all.stream()
                            .filter(choice -> EveryAssignment.worst(problem, choice) > worst - 1e-9)
                            .mapToDouble(choice -> EveryAssignment.total(problem, choice))
                            .max()
                            .orElseThrow();
                    assertThat(result.worst()).as("seed %s", seed).isCloseTo(worst, within(1e-8));
                    assertThat(result.total()).as("seed %s", seed).isCloseTo(total, within(1e-8));
                    assertThat(result.bound()).isCloseTo(total, within(1e-8));
                    assertThat(result.worstBound()).isCloseTo(worst, within(1e-8));
                    assertThat(result.proof()).isEqualTo(Proof.OPTIMAL);
                }
                case Infeasibility _ -> assertThat(all).as("seed %s", seed).isEmpty();
            }
        }
    }

    @Test
    void aProblemWithoutAssignmentIsToldTheLeastThatWouldHaveToGiveWay() {
        var seen = 0;
        for (var seed = 2_000; seed < 2_000 + 2 * INSTANCES; seed++) {
            var problem = EveryAssignment.random(seed, seed % 3);
            if (!EveryAssignment.of(problem).isEmpty()) {
                continue;
            }
            seen++;
            var told = (Infeasibility) solver.total(problem, AssignmentProgress.none());
            var least = new int[] {Integer.MAX_VALUE};
            EveryAssignment.choices(
                    problem, choice -> least[0] = Math.min(least[0], EveryAssignment.unitsShort(problem, choice)));
            assertThat(told.units()).as("seed %s", seed).isEqualTo(least[0]);
            assertThat(told.proof()).isEqualTo(Proof.OPTIMAL);
            assertThat(told.shortages())
                    .allSatisfy(shortage -> assertThat(shortage.needed()).isGreaterThan(shortage.available()));
            if (problem.requiredSets().isEmpty()) {
                assertThat(told.shortages()).as("seed %s", seed).isNotEmpty();
            }
            if (told.relaxation().stream().noneMatch(Infeasibility.Relaxation.FewerOfSet.class::isInstance)) {
                var relaxed = relaxed(problem, told);
                assertThat(solver.total(relaxed, AssignmentProgress.none()))
                        .as("seed %s relaxed", seed)
                        .isInstanceOf(AssignmentResult.class);
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void aRepairChangesTheFewestPairsAndThenHasTheGreatestTotal() {
        var repaired = 0;
        for (var seed = 4_000; seed < 4_000 + INSTANCES; seed++) {
            var problem = EveryAssignment.random(seed, seed % 3);
            if (!(solver.total(problem, AssignmentProgress.none()) instanceof AssignmentResult earlier)
                    || earlier.pairs().isEmpty()) {
                continue;
            }
            var random = new Random(seed);
            var late = earlier.pairs().get(random.nextInt(earlier.pairs().size()));
            var now = problem.change()
                    .release(late.proposal(), late.reviewer())
                    .conflict(late.proposal(), late.reviewer())
                    .build();
            var all = EveryAssignment.of(now);
            switch (solver.repair(now, earlier.pairs(), AssignmentProgress.none())) {
                case AssignmentResult result -> {
                    repaired++;
                    respects(now, result);
                    var before = Set.copyOf(earlier.pairs());
                    var most = all.stream()
                            .mapToInt(choice -> common(choice, before))
                            .max()
                            .orElseThrow();
                    var total = all.stream()
                            .filter(choice -> common(choice, before) == most)
                            .mapToDouble(choice -> EveryAssignment.total(now, choice))
                            .max()
                            .orElseThrow();
                    assertThat(common(Set.copyOf(result.pairs()), before))
                            .as("seed %s", seed)
                            .isEqualTo(most);
                    assertThat(result.total()).as("seed %s", seed).isCloseTo(total, within(1e-8));
                    assertThat(result.proof()).isEqualTo(Proof.OPTIMAL);
                }
                case Infeasibility _ -> assertThat(all).as("seed %s", seed).isEmpty();
            }
        }
        assertThat(repaired).isGreaterThan(100);
    }

    @Test
    void anExplanationSaysExactlyWhatTheOppositeWouldCost() {
        for (var seed = 6_000; seed < 6_000 + INSTANCES / 2; seed++) {
            var problem = EveryAssignment.random(seed, seed % 2);
            if (!(solver.total(problem, AssignmentProgress.none()) instanceof AssignmentResult result)) {
                continue;
            }
            var all = EveryAssignment.of(problem);
            for (var proposal = 0; proposal < problem.proposals(); proposal++) {
                for (var reviewer = 0; reviewer < problem.reviewers(); reviewer++) {
                    var pair = new Pair(proposal, reviewer);
                    var told = solver.explain(problem, result, proposal, reviewer, AssignmentProgress.none());
                    if (told.standing() == Standing.CONFLICT || told.standing() == Standing.KEPT) {
                        continue;
                    }
                    var opposite = all.stream()
                            .filter(choice -> choice.contains(pair) != result.has(pair.proposal(), pair.reviewer()))
                            .mapToDouble(choice -> EveryAssignment.total(problem, choice))
                            .max();
                    assertThat(told.changeOfTotal().isPresent())
                            .as("seed %s %s", seed, pair)
                            .isEqualTo(opposite.isPresent());
                    if (opposite.isPresent()) {
                        assertThat(told.changeOfTotal().orElseThrow())
                                .as("seed %s %s", seed, pair)
                                .isCloseTo(opposite.getAsDouble() - result.total(), within(1e-8));
                        var after = new HashSet<>(result.pairs());
                        after.addAll(told.added());
                        after.removeAll(told.removed());
                        if (!after.remove(pair)) {
                            after.add(pair);
                        }
                        assertThat(EveryAssignment.unitsShort(problem, after)).isZero();
                        assertThat(EveryAssignment.total(problem, after))
                                .isCloseTo(opposite.getAsDouble(), within(1e-8));
                    }
                }
            }
        }
    }

    @Test
    void theTurningPointIsWhereTheDecisionTurns() {
        var problem = AssignmentProblem.of(2, 2)
                .demandOfEach(1)
                .loadOfEach(0, 1)
                .affinity(0, 0, 0.9)
                .affinity(0, 1, 0.5)
                .affinity(1, 0, 0.8)
                .affinity(1, 1, 0.1)
                .build();
        var result = (AssignmentResult) solver.total(problem, AssignmentProgress.none());
        assertThat(result.pairs()).containsExactly(new Pair(0, 1), new Pair(1, 0));
        var told = solver.explain(problem, result, 0, 0, AssignmentProgress.none());
        assertThat(told.standing()).isEqualTo(Standing.NOT_ASSIGNED);
        assertThat(told.rank()).isEqualTo(1);
        assertThat(told.changeOfTotal().orElseThrow()).isCloseTo(-0.3, within(1e-8));
        assertThat(told.turningPoint().orElseThrow()).isCloseTo(1.2, within(1e-8));
        assertThat(told.added()).containsExactly(new Pair(1, 1));
        assertThat(told.removed()).containsExactly(new Pair(0, 1), new Pair(1, 0));
        var eager = problem.change().affinity(0, 0, 1.21).build();
        assertThat(((AssignmentResult) solver.total(eager, AssignmentProgress.none())).has(0, 0))
                .isTrue();
    }

    @Test
    void theBlameFallsOnTheProposalsThatWantTheSameReviewers() {
        var problem = AssignmentProblem.of(3, 3)
                .demandOfEach(1)
                .loadOfEach(0, 1)
                .conflict(0, 1)
                .conflict(0, 2)
                .conflict(1, 1)
                .conflict(1, 2)
                .build();
        var told = (Infeasibility) solver.total(problem, AssignmentProgress.none());
        assertThat(told.shortages())
                .containsExactly(new Infeasibility.Shortage(
                        Infeasibility.Kind.REVIEWERS, List.of(0, 1), List.of(0), Optional.empty(), 2, 1));
        assertThat(told.relaxation()).containsExactly(new Infeasibility.Relaxation.MoreLoad(0, 1));
    }

    @Test
    void theSameProblemAlwaysGivesTheSameAnswer() {
        var problem = EveryAssignment.random(17, 2);
        assertThat(solver.fairest(problem, AssignmentProgress.none()))
                .isEqualTo(new AssignmentSolver().fairest(problem, AssignmentProgress.none()));
    }

    @Test
    void aProblemThatCannotBeMeantIsRefused() {
        var builder = AssignmentProblem.of(2, 2).demandOfEach(1).loadOfEach(0, 1);
        assertThatThrownBy(() -> builder.affinity(0, 0, Double.NaN)).hasMessageContaining("affinity NaN");
        assertThatThrownBy(() -> builder.affinity(2, 0, 1)).hasMessage("there is no proposal 2 of 2");
        assertThatThrownBy(() -> builder.load(0, 3, 2)).hasMessageContaining("at least 3 and at most 2");
        assertThatThrownBy(() -> builder.demand(0, -1)).hasMessageContaining("cannot need -1");
        assertThatThrownBy(() -> builder.require("seniors", List.of(5), 1)).hasMessageContaining("reviewer 5");
        assertThatThrownBy(() -> builder.keep(0, 0).conflict(0, 0).build()).hasMessageContaining("in conflict with it");
        assertThatThrownBy(() -> AssignmentProblem.of(2, 1)
                        .demandOfEach(1)
                        .loadOfEach(0, 1)
                        .keep(0, 0)
                        .keep(1, 0)
                        .build())
                .hasMessage("reviewer 0 is to keep 2 reviews, but may have 1");
    }

    @Test
    void whoStopsTheWorkIsObeyed() {
        var problem = EveryAssignment.random(17, 2);
        var impatient = new AssignmentProgress() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> solver.fairest(problem, impatient)).isInstanceOf(CancellationException.class);
    }

    @Test
    void anEmptyProblemHasAnEmptyAssignment() {
        var result = (AssignmentResult) solver.total(AssignmentProblem.of(0, 0).build(), AssignmentProgress.none());
        assertThat(result.pairs()).isEmpty();
        assertThat(result.proof()).isEqualTo(Proof.OPTIMAL);
    }

    private static void compareTotal(AssignmentProblem problem, AssignmentOutcome outcome, int seed) {
        var best = EveryAssignment.of(problem).stream()
                .mapToDouble(choice -> EveryAssignment.total(problem, choice))
                .max();
        switch (outcome) {
            case AssignmentResult result -> {
                respects(problem, result);
                assertThat(result.total()).as("seed %s", seed).isCloseTo(best.orElseThrow(), within(1e-8));
                assertThat(result.bound()).as("seed %s", seed).isCloseTo(best.orElseThrow(), within(1e-8));
                assertThat(result.proof()).isEqualTo(Proof.OPTIMAL);
            }
            case Infeasibility _ -> assertThat(best).as("seed %s", seed).isEmpty();
        }
    }

    private static void respects(AssignmentProblem problem, AssignmentResult result) {
        var pairs = Set.copyOf(result.pairs());
        assertThat(EveryAssignment.unitsShort(problem, pairs)).isZero();
        assertThat(pairs).noneMatch(pair -> problem.inConflict(pair.proposal(), pair.reviewer()));
        assertThat(result.loads().stream().mapToInt(Integer::intValue).sum()).isEqualTo(pairs.size());
        assertThat(result.totalOfProposal().stream().mapToDouble(it -> it).sum())
                .isCloseTo(result.total(), within(1e-8));
    }

    private static int common(Set<Pair> one, Set<Pair> other) {
        return (int) one.stream().filter(other::contains).count();
    }

    private static AssignmentProblem relaxed(AssignmentProblem problem, Infeasibility told) {
        var change = problem.change();
        var least = new int[problem.reviewers()];
        var most = new int[problem.reviewers()];
        for (var reviewer = 0; reviewer < problem.reviewers(); reviewer++) {
            least[reviewer] = problem.leastLoad(reviewer);
            most[reviewer] = problem.mostLoad(reviewer);
        }
        told.relaxation().forEach(relaxation -> {
            switch (relaxation) {
                case Infeasibility.Relaxation.FewerReviews(var proposal, var by) ->
                    change.demand(proposal, problem.demand(proposal) - by);
                case Infeasibility.Relaxation.MoreLoad(var reviewer, var by) -> most[reviewer] += by;
                case Infeasibility.Relaxation.LowerLeast(var reviewer, var by) -> least[reviewer] -= by;
                case Infeasibility.Relaxation.FewerOfSet _ -> throw new IllegalArgumentException("not here");
            }
        });
        for (var reviewer = 0; reviewer < problem.reviewers(); reviewer++) {
            change.load(reviewer, least[reviewer], most[reviewer]);
        }
        return change.build();
    }
}
