package org.caravanserai.partnering.tables;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caravanserai.partnering.tables.solver.TablesBound;
import org.caravanserai.partnering.tables.solver.TablesProgress;
import org.caravanserai.partnering.tables.solver.TablesResult;
import org.caravanserai.partnering.tables.solver.TablesScore;

/** One run: told of better plans by the optimiser, and asked by it whether to go on. */
final class TablesRun implements TablesProgress {

    private static final long TELL_EVERY = Duration.ofMillis(300).toNanos();

    final TablesOrder order;
    final EventProblem problem;
    final List<TableSeat> before;
    private final Clock clock;
    private final Instant since;
    private final Runnable tell;
    private volatile boolean stopped;
    private volatile TablesStanding standing;
    private volatile boolean over;
    private volatile List<TableSeat> found = List.of();
    private long told;

    /** Of an event whose given-out meetings are {@code before}. */
    TablesRun(TablesOrder order, EventProblem problem, List<TableSeat> before, Clock clock, Runnable tell) {
        this.order = order;
        this.problem = problem;
        this.before = before;
        this.clock = clock;
        this.tell = tell;
        since = clock.instant();
        standing = new TablesStanding.Running(
                order, Duration.ZERO, 0, new TablesScore(0, 0, 0, 0), new TablesBound(0, 0, 0));
    }

    boolean isOver() {
        return over;
    }

    Duration took() {
        return Duration.between(since, clock.instant());
    }

    TablesStanding standing() {
        return standing instanceof TablesStanding.Running running
                ? new TablesStanding.Running(order, took(), running.meetings(), running.score(), running.bound())
                : standing;
    }

    /** The plan it has found; empty until it is over. */
    Optional<List<TableSeat>> plan() {
        return over && !(standing instanceof TablesStanding.Failed) ? Optional.of(found) : Optional.empty();
    }

    void stop() {
        stopped = true;
    }

    void end(TablesStanding how, List<TableSeat> plan) {
        found = plan;
        standing = how;
        over = true;
        tell.run();
    }

    @Override
    public void found(TablesResult best) {
        standing =
                new TablesStanding.Running(order, Duration.ZERO, best.meetings().size(), best.score(), best.bound());
        if (System.nanoTime() - told > TELL_EVERY) {
            told = System.nanoTime();
            tell.run();
        }
    }

    @Override
    public boolean cancelled() {
        return stopped;
    }
}
