package org.caravanserai.partnering.tables;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.caravanserai.partnering.tables.solver.TablesBound;
import org.caravanserai.partnering.tables.solver.TablesScore;
import org.caravanserai.text.PersonName;

/** How a run of the optimiser stands, whichever process it works in. */
public sealed interface TablesStanding {

    /** There is none. */
    record None() implements TablesStanding {}

    /**
     * It works.
     *
     * @param starter who began it; empty if that is not known any more
     * @param stopping whether it has been asked to stop
     * @param meetings how many meetings the best plan so far has
     */
    record Running(
            TablesOrder order,
            Optional<PersonName> starter,
            Instant since,
            Duration elapsed,
            boolean stopping,
            int meetings,
            TablesScore score,
            TablesBound bound)
            implements TablesStanding {}

    /** It has filled the tables. */
    record Ready(TablesOrder order, Duration took, int meetings, TablesScore score, TablesBound bound)
            implements TablesStanding {}

    /**
     * It was at work when its process ended, and ended with it.
     *
     * @param starter who began it; empty if that is not known any more
     * @param meetings how many meetings the best plan had that it had found until then; without one, none
     */
    record Interrupted(
            TablesOrder order,
            Optional<PersonName> starter,
            Instant since,
            Duration took,
            int meetings,
            TablesScore score,
            TablesBound bound)
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
