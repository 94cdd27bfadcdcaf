package org.caravanserai.partnering.tables.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.partnering.tables.solver.TablesProblem.Meeting;
import org.caravanserai.partnering.tables.solver.TablesProblem.Party;
import org.caravanserai.partnering.tables.solver.TablesProblem.Table;
import org.junit.jupiter.api.Test;

class TablesRepairTest {

    private static List<Meeting> plan(TablesProblem problem) {
        return new TablesOptimiser(problem, 1)
                .fill(Duration.ofMinutes(10), 1, TablesProgress.none())
                .meetings();
    }

    private static TablesProblem withoutParty(TablesProblem problem, int party) {
        var parties = new ArrayList<>(problem.parties());
        parties.set(party, new Party(0, parties.get(party).languages()));
        return new TablesProblem(
                problem.days(), parties, problem.tables(), problem.interpreters(), problem.pairs(), List.of());
    }

    private static TablesProblem withoutTable(TablesProblem problem, int table, int slot) {
        var tables = new ArrayList<>(problem.tables());
        var was = tables.get(table);
        tables.set(table, new Table(was.x(), was.y(), was.open() & ~(1L << slot)));
        return new TablesProblem(
                problem.days(), problem.parties(), tables, problem.interpreters(), problem.pairs(), List.of());
    }

    /** By trying everything: how few change in a plan that is worth as much as what remains, or as near to it as can be. */
    private static int fewest(TablesProblem now, List<Meeting> before) {
        var terms = new Terms(now);
        var remaining = before.stream()
                .filter(meeting -> terms.allowed[meeting.pair()] != 0)
                .toList();
        var worth = remaining.stream()
                .mapToLong(meeting -> now.pairs().get(meeting.pair()).value())
                .sum();
        var fewest = new HashMap<Long, Integer>();
        EveryPlan.of(now, plan -> {
            var total = Math.min(worth, PlanCheck.of(now, plan).score().total());
            var changed = (int) remaining.stream()
                    .filter(meeting -> plan.stream()
                            .noneMatch(each -> each.pair() == meeting.pair()
                                    && each.slot() == meeting.slot()
                                    && each.table() == meeting.table()))
                    .count();
            fewest.merge(total, changed, Math::min);
        });
        return Collections.max(fewest.entrySet(), Map.Entry.comparingByKey()).getValue();
    }

    @Test
    void ofTinyEventsAsFewMeetingsChangeAsTryingEverythingFinds() {
        for (var seed = 0; seed < 80; seed++) {
            var problem = MadeEvents.tiny(seed);
            var before = plan(problem);
            for (var now : List.of(withoutParty(problem, 0), withoutTable(problem, 0, 0))) {
                var repair = TablesRepair.mend(now, before, Set.of(), TablesProgress.none())
                        .orElseThrow();
                assertThat(PlanCheck.of(now, repair.meetings()).broken()).isEmpty();
                assertThat(repair.proven()).isTrue();
                assertThat(repair.changed()).as("event %s", seed).isEqualTo(fewest(now, before));
            }
        }
    }

    @Test
    void whenSomebodyLeavesNothingElseChangesAndWaitingWishesFillWhatIsFree() {
        var problem = MadeEvents.of(7, 40, 200, 6, 10).problem();
        var before = plan(problem);
        var now = withoutParty(problem, 0);
        var repair =
                TablesRepair.mend(now, before, Set.of(), TablesProgress.none()).orElseThrow();
        assertThat(PlanCheck.of(now, repair.meetings()).broken()).isEmpty();
        assertThat(repair.changed()).isZero();
        assertThat(repair.score().total()).isGreaterThan(repair.remained());
    }

    @Test
    void aPairThatWishesToMeetAfterAllDoesAtTheCostOfAsFewAsPossible() {
        var problem = MadeEvents.of(7, 40, 200, 6, 10).problem();
        var before = plan(problem);
        var terms = new Terms(problem);
        var waiting = 0;
        while (terms.allowed[waiting] == 0 || contains(before, waiting)) {
            waiting++;
        }
        var repair = TablesRepair.mend(problem, before, Set.of(waiting), TablesProgress.none())
                .orElseThrow();
        assertThat(contains(repair.meetings(), waiting)).isTrue();
        assertThat(PlanCheck.of(problem, repair.meetings()).broken()).isEmpty();
    }

    private static boolean contains(List<Meeting> plan, int pair) {
        return plan.stream().anyMatch(meeting -> meeting.pair() == pair);
    }

    @Test
    void whatIsRefilledLeavesEveryMeetingAsItWas() {
        var problem = MadeEvents.of(8, 40, 200, 6, 10).problem();
        var all = plan(problem);
        var held = all.subList(0, all.size() - 4);
        var repair = TablesRepair.refill(problem, held, TablesProgress.none()).orElseThrow();
        assertThat(repair.meetings()).containsAll(held);
        assertThat(repair.changed()).isZero();
        assertThat(repair.meetings().size()).isGreaterThan(held.size());
    }
}
