package org.caravanserai.partnering.tables;

import java.util.List;
import org.caravanserai.partnering.tables.solver.TablesProgress;
import org.caravanserai.partnering.tables.solver.TablesResult;
import org.caravanserai.platform.runs.LongRun;

/** One run: told of better plans by the optimiser, and asked by it whether to go on. */
final class TablesRun implements TablesProgress {

    final TablesOrder order;
    final EventProblem problem;
    final List<TableSeat> before;
    private final LongRun<TablesWork> run;

    /** Of an event whose given-out meetings are {@code before}. */
    TablesRun(TablesOrder order, EventProblem problem, List<TableSeat> before, LongRun<TablesWork> run) {
        this.order = order;
        this.problem = problem;
        this.before = before;
        this.run = run;
    }

    TablesWork work(TablesResult best) {
        return begun().found(problem.seats(best.meetings()), best.score(), best.bound());
    }

    TablesWork begun() {
        return TablesWork.begun(order, before);
    }

    void end(TablesWork work) {
        run.end(work);
    }

    @Override
    public void found(TablesResult best) {
        run.at(work(best));
    }

    @Override
    public boolean cancelled() {
        return run.isToStop();
    }
}
