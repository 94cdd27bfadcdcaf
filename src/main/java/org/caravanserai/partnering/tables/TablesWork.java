package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.Optional;
import org.caravanserai.partnering.tables.solver.TablesBound;
import org.caravanserai.partnering.tables.solver.TablesScore;

/**
 * What a run has reached.
 *
 * @param before what was given out when it began
 * @param plan the best plan so far; empty while there is none
 * @param mended if it has mended a plan: how far that changes
 * @param failed whether it has ended without a plan
 */
record TablesWork(
        TablesOrder order,
        List<TableSeat> before,
        List<TableSeat> plan,
        TablesScore score,
        TablesBound bound,
        Optional<Mended> mended,
        boolean failed) {

    /**
     * What mending takes.
     *
     * @param changed how many meetings change that could have stayed
     * @param proven whether no other plan that is worth as much changes fewer
     */
    record Mended(int changed, boolean proven) {}

    /** Nothing yet. */
    static TablesWork begun(TablesOrder order, List<TableSeat> before) {
        return new TablesWork(
                order,
                before,
                List.of(),
                new TablesScore(0, 0, 0, 0),
                new TablesBound(0, 0, 0),
                Optional.empty(),
                false);
    }

    /** With a plan. */
    TablesWork found(List<TableSeat> better, TablesScore worth, TablesBound best) {
        return new TablesWork(order, before, better, worth, best, mended, false);
    }

    /** With a plan that mends the one before. */
    TablesWork mended(List<TableSeat> better, TablesScore worth, Mended how) {
        return new TablesWork(order, before, better, worth, bound, Optional.of(how), false);
    }

    /** Without any. */
    TablesWork failing() {
        return new TablesWork(order, before, List.of(), score, bound, Optional.empty(), true);
    }
}
