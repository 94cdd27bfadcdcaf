package org.caravanserai.agenda.optimiser.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void theRunningCostIsThatOfTheJudgeAfterEveryMoveKeptOrTakenBack() {
        var complete = 0;
        for (var seed = 0; seed < 60; seed++) {
            var conference = Small.random(seed, 3, 3, 4, 14);
            var objective = new Objective(conference);
            var plan = new Plan(new Costs(conference), 50);
            var random = new SplittableRandom(seed);
            var moves = new Moves(plan, random);
            for (var move = 0; move < 600; move++) {
                var before = plan.cost();
                if (!moves.change()) {
                    continue;
                }
                plan.settle();
                if (plan.cost() <= before || random.nextInt(3) == 0) {
                    plan.keep();
                } else {
                    plan.undo();
                    assertThat(plan.cost()).isEqualTo(before);
                }
                var timetable = plan.timetable(conference);
                assertThat(objective.total(timetable)
                                + 50L * objective.flaws(timetable).size())
                        .as("seed %d, move %d, %s", seed, move, objective.parts(timetable))
                        .isEqualTo(plan.cost());
                complete += plan.complete() ? 1 : 0;
            }
        }
        assertThat(complete).as("complete timetables seen").isGreaterThan(1_000);
    }

    @Test
    void aCopyStandsAndCostsTheSame() {
        for (var seed = 0; seed < 20; seed++) {
            var conference = Small.random(seed, 3, 3, 4, 14);
            var costs = new Costs(conference);
            var plan = new Plan(costs, 50);
            var copy = new Plan(costs, 50);
            var moves = new Moves(plan, new SplittableRandom(seed));
            for (var round = 0; round < 5; round++) {
                for (var move = 0; move < 100; move++) {
                    if (moves.change()) {
                        plan.settle();
                        plan.keep();
                    }
                }
                copy.copy(plan);
                assertThat(copy.cost()).isEqualTo(plan.cost());
                assertThat(Arrays.equals(copy.cellOf, plan.cellOf)).isTrue();
                assertThat(Arrays.equals(copy.trackIn, plan.trackIn)).isTrue();
            }
        }
    }
}
