package org.caravanserai.partnering.tables.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TablesOptimiserTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void tinyEventsAreFilledAsWellAsTryingEverything() {
        for (var seed = 0; seed < 300; seed++) {
            var problem = MadeEvents.tiny(seed);
            var result = new TablesOptimiser(problem, 1).fill(LONG, 1, TablesProgress.none());
            var best = EveryPlan.best(problem);
            var check = PlanCheck.of(problem, result.meetings());
            assertThat(check.broken()).as("event %s", seed).isEmpty();
            assertThat(new TablesScore(
                            check.score().left(),
                            check.score().total(),
                            check.score().idle(),
                            0))
                    .as("event %s", seed)
                    .isEqualTo(best);
            assertThat(result.bound()).isEqualTo(new TablesBound(best.left(), best.total(), best.idle()));
        }
    }

    @Test
    void theSearchForLargeEventsFindsTheBestOfTinyOnesToo() {
        for (var seed = 0; seed < 100; seed++) {
            var problem = MadeEvents.tiny(seed);
            var best = EveryPlan.best(problem);
            var timetable = new Timetable(new Terms(problem));
            var choice = new PairChoice(timetable.terms).choose(TablesProgress.none());
            assertThat(choice.left()).as("bound of event %s", seed).isLessThanOrEqualTo(best.left());
            assertThat(best.left() == choice.left() ? choice.total() : choice.totalOfAny())
                    .as("bound of event %s", seed)
                    .isGreaterThanOrEqualTo(best.total());
            var nothing = new TablesBound(-1, Long.MAX_VALUE, -1);
            var random = new SplittableRandom(1);
            var values = new ValueSearch(timetable, random);
            values.insertAll(choice.pairs());
            values.anneal(4000, nothing, () -> false);
            new IdleSearch(timetable, random).anneal(4000, 1.5, nothing, () -> false);
            assertThat(new TablesScore(timetable.left, timetable.total, timetable.idle, 0))
                    .as("event %s", seed)
                    .isEqualTo(best);
        }
    }

    @Test
    void aLargerEventKeepsEveryRuleAndItsTotalIsNearItsBound() {
        var problem = MadeEvents.of(7, 60, 260, 10, 12).problem();
        var result = new TablesOptimiser(problem, 1).fill(LONG, 2, TablesProgress.none());
        var check = PlanCheck.of(problem, result.meetings());
        assertThat(check.broken()).isEmpty();
        assertThat(check.score()).isEqualTo(result.score());
        assertThat(result.bound().gap(result.score())).isLessThan(0.001);
        assertThat(result.score().idle()).isGreaterThanOrEqualTo(result.bound().idle());
    }

    @Test
    void theSameSeedFindsTheSamePlan() {
        var problem = MadeEvents.of(3, 40, 160, 6, 10).problem();
        assertThat(new TablesOptimiser(problem, 5)
                        .fill(LONG, 1, TablesProgress.none())
                        .meetings())
                .isEqualTo(new TablesOptimiser(problem, 5)
                        .fill(LONG, 1, TablesProgress.none())
                        .meetings());
    }

    @Test
    void whoStopsItKeepsTheBestSoFarAndIsToldAllAlong() {
        var told = new ArrayList<TablesResult>();
        var problem = MadeEvents.of(4, 60, 260, 8, 12).problem();
        var result = new TablesOptimiser(problem, 1).fill(LONG, 1_000_000, new TablesProgress() {
            @Override
            public void found(TablesResult best) {
                told.add(best);
            }

            @Override
            public boolean cancelled() {
                return !told.isEmpty();
            }
        });
        assertThat(PlanCheck.of(problem, result.meetings()).broken()).isEmpty();
        assertThat(result.meetings()).isNotEmpty();
        assertThat(told.getLast().score()).isEqualTo(result.score());
    }

    @Test
    void whatBothWishIsAlwaysWorthMoreThanWhatOneWishes() {
        assertThat(WishValue.mutual(99, 99)).isGreaterThan(WishValue.alone(1));
        assertThat(WishValue.alone(1)).isGreaterThan(WishValue.alone(2));
        assertThat(WishValue.alone(99)).isPositive();
    }
}
