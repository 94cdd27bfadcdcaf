package org.caravanserai.review.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.IntStream;
import org.caravanserai.review.assignment.AssignmentResult.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures are the optima for the affinities published with Kobren, Saha and McCallum, KDD 2019. */
class RealAffinitiesTest {

    private final AssignmentSolver solver = new AssignmentSolver();

    @ParameterizedTest
    @CsvSource({"0, 201.8849", "1, 186.4599", "2, 150.0431"})
    void theTotalIsTheProvenOptimum(int leastLoad, double total) {
        var result = (AssignmentResult) solver.total(MidlAffinities.problem(leastLoad), AssignmentProgress.none());
        assertThat(result.total()).isCloseTo(total, within(1e-4));
        assertThat(result.bound()).isEqualTo(result.total());
        assertThat(result.proof()).isEqualTo(Proof.OPTIMAL);
    }

    @ParameterizedTest
    @CsvSource({"0, 201.7687", "1, 184.0992"})
    void theFairestIsTheProvenOptimum(int leastLoad, double total) {
        var result = (AssignmentResult) solver.fairest(MidlAffinities.problem(leastLoad), AssignmentProgress.none());
        assertThat(result.worst()).isCloseTo(0.9448, within(1e-4));
        assertThat(result.total()).isCloseTo(total, within(1e-4));
        assertThat(result.proof()).isEqualTo(Proof.OPTIMAL);
    }

    @Test
    void aLateConflictIsRepairedByOnePairOrFewMore() {
        var problem = MidlAffinities.problem(1);
        var earlier = (AssignmentResult) solver.total(problem, AssignmentProgress.none());
        var late = earlier.pairs().getFirst();
        var now = problem.change().conflict(late.proposal(), late.reviewer()).build();
        var repaired = (AssignmentResult) solver.repair(now, earlier.pairs(), AssignmentProgress.none());
        var before = Set.copyOf(earlier.pairs());
        var kept = repaired.pairs().stream().filter(before::contains).count();
        assertThat(kept).isBetween(before.size() - 3L, before.size() - 1L);
        assertThat(repaired.proof()).isEqualTo(Proof.OPTIMAL);
    }

    @Test
    void overlappingRequiredSetsAreMetAtAProvenOptimum() {
        var problem = MidlAffinities.problem(1);
        var odd = IntStream.range(0, 177).filter(r -> r % 2 == 1).boxed().toList();
        var early = IntStream.range(0, 90).boxed().toList();
        var late = IntStream.range(90, 177).boxed().toList();
        var demanding = problem.change()
                .require("senior", odd, 1)
                .require("Central Asia", early, 1)
                .require("Japan", late, 1)
                .build();
        var result = (AssignmentResult) solver.total(demanding, AssignmentProgress.none());
        assertThat(result.proof()).isEqualTo(Proof.OPTIMAL);
        assertThat(result.total()).isLessThan(186.4599).isGreaterThan(170);
        for (var paper = 0; paper < 118; paper++) {
            for (var set : demanding.requiredSets()) {
                var number = paper;
                assertThat(result.pairs())
                        .anyMatch(pair ->
                                pair.proposal() == number && set.members().contains(pair.reviewer()));
            }
        }
    }
}
