package org.caravanserai.partnering.tables.solver;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Fills the tables of an event. First the pairs that would meet if it did not matter when, which proves what the total cannot
 * exceed; then the slots, found for all of these if possible; then fewer idle slots, while a second thread raises the bound of
 * these; last the tables. Small events are solved to the end. Ends when the time is over, it is stopped, or nothing can be
 * better. The same seed finds the same plans in the same order; only where the time is over differs from run to run.
 */
public final class TablesOptimiser {

    private static final int SMALL = 400;
    private static final int STEPS = 200_000;
    private static final double WARM = 1.6;
    private static final double AGAIN = 0.8;
    /** Of the time that is left for the total. */
    private static final int SHARE = 2;

    private final TablesProblem problem;
    private final Terms terms;
    private final long seed;
    private final AtomicInteger idleBound = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private TablesBound bound = new TablesBound(0, Long.MAX_VALUE, 0);

    /** Prepares to fill this event. */
    public TablesOptimiser(TablesProblem problem, long seed) {
        this.problem = problem;
        this.seed = seed;
        terms = new Terms(problem);
    }

    /**
     * Looks for the best plan.
     *
     * @param time how long at most
     * @param rounds how many rounds of each search at most: with so few that the time does not end it, the same seed always
     *     finds the same plan
     */
    public TablesResult fill(Duration time, int rounds, TablesProgress progress) {
        var deadline = System.nanoTime() + time.toNanos();
        var timed = new TablesProgress() {
            @Override
            public boolean cancelled() {
                return progress.cancelled() || System.nanoTime() >= deadline;
            }
        };
        var timetable = new Timetable(terms);
        if (TablesModel.size(terms) <= SMALL) {
            var exact = new ExactTables(terms).best(timed);
            if (exact.isPresent()) {
                timetable.restore(exact.get());
                bound = new TablesBound(timetable.left, timetable.total, timetable.idle);
                return told(timetable, progress);
            }
        }
        var random = new SplittableRandom(seed);
        var choice = new PairChoice(terms).choose(timed);
        bound = new TablesBound(choice.left(), choice.totalOfAny(), 0);
        var values = new ValueSearch(timetable, random);
        values.insertAll(choice.pairs());
        values.fill();
        bound = new TablesBound(
                choice.left(), timetable.left <= choice.left() ? choice.total() : choice.totalOfAny(), 0);
        told(timetable, progress);
        var half = System.nanoTime() + (deadline - System.nanoTime()) / SHARE;
        for (var round = 0; round < rounds && !isBest(timetable); round++) {
            values.anneal(STEPS, bound, () -> timed.cancelled() || System.nanoTime() >= half);
            if (timetable.left <= choice.left()) {
                bound = new TablesBound(choice.left(), choice.total(), 0);
            }
            told(timetable, progress);
            if (timed.cancelled() || System.nanoTime() >= half) {
                break;
            }
        }
        drawTogether(timetable, new IdleSearch(timetable, random), rounds, timed, progress);
        return told(timetable, progress);
    }

    private boolean isBest(Timetable timetable) {
        return timetable.left <= bound.left() && timetable.total >= bound.total();
    }

    private void drawTogether(
            Timetable timetable, IdleSearch idle, int rounds, TablesProgress timed, TablesProgress progress) {
        var left = timetable.left;
        var total = timetable.total;
        var slots = timetable.snapshot();
        var raising = Thread.ofPlatform()
                .daemon()
                .name("tables-bound")
                .start(() -> new ExactTables(terms).raise(left, total, slots, until(timed), this::raise));
        try {
            BooleanSupplier ended = () -> timed.cancelled()
                    || isBest(timetable) && timetable.idle <= idleBound.get() && total == timetable.total;
            for (var round = 0; round < rounds && !ended.getAsBoolean(); round++) {
                idle.anneal(STEPS, round == 0 ? WARM : AGAIN, bound, ended);
                // A higher total would make the bound of idle slots one of other plans.
                bound = new TablesBound(
                        bound.left(),
                        bound.total(),
                        timetable.total == total && timetable.left == left ? idleBound.get() : 0);
                told(timetable, progress);
            }
        } finally {
            over.set(true);
            raising.interrupt();
            join(raising);
        }
        if (timetable.total == total && timetable.left == left) {
            bound = new TablesBound(bound.left(), bound.total(), Math.min(timetable.idle, idleBound.get()));
        }
    }

    private void raise(int better) {
        idleBound.accumulateAndGet(better, Math::max);
    }

    private TablesProgress until(TablesProgress timed) {
        return new TablesProgress() {
            @Override
            public boolean cancelled() {
                return over.get() || timed.cancelled();
            }
        };
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TablesResult told(Timetable timetable, TablesProgress progress) {
        var meetings = Seating.seat(terms, timetable.slotOf, problem.pinnedByPair());
        var result = new TablesResult(meetings, PlanCheck.of(problem, meetings).score(), bound);
        progress.found(result);
        return result;
    }
}
