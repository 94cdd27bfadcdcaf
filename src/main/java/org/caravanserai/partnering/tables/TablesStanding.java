package org.caravanserai.partnering.tables;

import java.time.Duration;
import org.caravanserai.partnering.tables.solver.TablesBound;
import org.caravanserai.partnering.tables.solver.TablesScore;

/** How a run of the optimiser stands. */
public sealed interface TablesStanding {

    /** There is none. */
    record None() implements TablesStanding {}

    /**
     * It works.
     *
     * @param meetings how many meetings the best plan so far has
     */
    record Running(TablesOrder order, Duration elapsed, int meetings, TablesScore score, TablesBound bound)
            implements TablesStanding {}

    /** It has filled the tables. */
    record Ready(TablesOrder order, Duration took, int meetings, TablesScore score, TablesBound bound)
            implements TablesStanding {}

    /**
     * It has mended the plan.
     *
     * @param changed how many meetings change that could have stayed
     * @param proven whether no other plan that is worth as much changes fewer
     */
    record Repaired(TablesOrder order, Duration took, int meetings, TablesScore score, int changed, boolean proven)
            implements TablesStanding {}

    /** It was stopped before it found anything, or failed. */
    record Failed() implements TablesStanding {}
}
