package org.caravanserai.partnering.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caravanserai.partnering.tables.solver.MadeEvents;
import org.caravanserai.partnering.tables.solver.PlanCheck;
import org.caravanserai.partnering.tables.solver.TablesProblem;
import org.caravanserai.partnering.tables.solver.TablesProblem.Meeting;
import org.caravanserai.partnering.tables.solver.TablesScore;

/** What is usual: each request takes, when it comes in, the first slot that is still free for both, as long as one is. */
final class FirstCome {

    private final TablesProblem problem;
    private final long[] free;
    private final int[] tables;
    private final long[] helpers;

    private FirstCome(TablesProblem problem) {
        this.problem = problem;
        free = problem.parties().stream().mapToLong(TablesProblem.Party::free).toArray();
        tables = new int[problem.days().size()];
        helpers = problem.interpreters().stream()
                .mapToLong(TablesProblem.Interpreter::there)
                .toArray();
    }

    static TablesScore book(MadeEvents.Made made) {
        var booking = new FirstCome(made.problem());
        List<Meeting> booked = new ArrayList<>();
        made.arrival().forEach(pair -> booking.take(pair, booked));
        var check = PlanCheck.of(made.problem(), booked);
        if (!check.broken().isEmpty()) {
            throw new IllegalStateException(Arrays.toString(check.broken().toArray()));
        }
        return check.score();
    }

    private void take(int number, List<Meeting> booked) {
        var pair = problem.pairs().get(number);
        for (var slot = 0; slot < tables.length; slot++) {
            var bit = 1L << slot;
            if ((free[pair.first()] & free[pair.second()] & bit) == 0
                    || tables[slot] >= problem.tables().size()) {
                continue;
            }
            var helper = TablesProblem.NOBODY;
            if (problem.needsInterpreter(pair)) {
                for (var i = 0; i < helpers.length && helper < 0; i++) {
                    if ((helpers[i] & bit) != 0
                            && problem.speaksWithBoth(problem.interpreters().get(i), pair)) {
                        helper = i;
                    }
                }
                if (helper < 0) {
                    continue;
                }
                helpers[helper] &= ~bit;
            }
            free[pair.first()] &= ~bit;
            free[pair.second()] &= ~bit;
            booked.add(new Meeting(number, slot, tables[slot]++, helper));
            return;
        }
    }
}
