package org.caravanserai.agenda.optimiser.conference;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.caravanserai.agenda.optimiser.conference.ExactCosts.Rooms;
import org.caravanserai.platform.NativeSolvers;

/**
 * Makes the timetable of a conference on two threads, in stages that each begin from the best of those before, until the time
 * is over or nothing can be better: annealing; then CP-SAT, first for the sessions alone, as if every track could stay in
 * its rooms, which gives most of the bound; then for the rooms of what it chose; then for timetables in which every track
 * does stay in its rooms; at last for all.
 */
public final class ConferenceSolver {

    private static final double WARM = 3;
    private static final double HOT = 50;
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final int WHOLE = 100;

    private final Conference conference;
    private final Costs costs;
    private final long begin;
    private final long deadline;
    private final Plan best;
    /** The best for its sessions, whatever its rooms cost. */
    private final Plan sketch;

    private long costOfSketch = Long.MAX_VALUE;
    private long bound;
    private boolean impossible;

    private ConferenceSolver(Conference conference, Duration time) {
        this.conference = conference;
        begin = System.nanoTime();
        deadline = begin + time.toNanos();
        costs = new Costs(conference);
        best = empty();
        sketch = empty();
    }

    /**
     * Solves a conference.
     *
     * @param time how long it may take, by the clock on the wall
     * @throws MalformedConferenceException if no timetable was found, and whether there is none
     */
    public static Solution solve(Conference conference, Duration time) {
        return new ConferenceSolver(conference, time).solve();
    }

    private Solution solve() {
        NativeSolvers.ready();
        stage(10, this::anneal);
        stage(30, this::chooseSessions);
        stage(5, this::chooseRooms);
        stage(bound >= costOfSketch ? 45 : 15, this::stayInRooms);
        stage(WHOLE, this::chooseAll);
        if (!best.complete()) {
            throw new MalformedConferenceException(
                    impossible
                            ? "there is no timetable: the submissions do not fit into sessions and rooms"
                            : "no timetable was found in this time");
        }
        return new Solution(best.timetable(conference), best.cost(), Math.min(bound, best.cost()));
    }

    /** Runs a stage for a part of the time, in hundredths of all, unless there is nothing left to do. */
    private void stage(int share, LongConsumer stage) {
        if (!finished()) {
            stage.accept(Math.min(deadline, System.nanoTime() + (deadline - begin) / WHOLE * share));
        }
    }

    private boolean finished() {
        return impossible
                || best.complete() && bound >= best.cost()
                || System.nanoTime() > deadline - SHORTEST.toNanos();
    }

    private void anneal(long until) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var warm = threads.submit(() -> annealed(0, until, WARM));
            var hot = threads.submit(() -> annealed(1, until, HOT));
            accept(warm.get());
            accept(hot.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private Plan annealed(int seed, long until, double temperature) {
        var annealing = new Annealing(costs, seed, System::nanoTime);
        annealing.run(temperature, until, () -> Thread.currentThread().isInterrupted());
        return annealing.best();
    }

    private void chooseSessions(long until) {
        var search = new Search(Rooms.ASSUMED);
        search.begin(best);
        raiseBound(search.run(until));
    }

    private void chooseRooms(long until) {
        if (sketch.complete()) {
            var search = new Search(Rooms.COUNTED);
            search.hold(sketch);
            search.run(until);
        }
    }

    private void stayInRooms(long until) {
        if (!sketch.complete()) {
            return;
        }
        var search = new Search(Rooms.HELD);
        search.exact.hintSessions(sketch);
        search.run(until);
    }

    private void chooseAll(long until) {
        var search = new Search(Rooms.COUNTED);
        search.begin(best);
        raiseBound(search.run(until));
    }

    private void raiseBound(double proven) {
        bound = Math.max(bound, (long) Math.ceil(proven - 1e-6));
    }

    /** The closer the limit, the more the solver sees at once; somewhat more than the sessions cost must be left for rooms. */
    private long littleMoreThanSketch() {
        return Math.min(best.cost() - 1, costOfSketch + (best.cost() - costOfSketch + 9) / 10);
    }

    private void accept(Plan plan) {
        if (plan.complete() && plan.cost() < best.cost()) {
            best.copy(plan);
        }
    }

    private Plan empty() {
        return new Plan(costs, Annealing.homeless(costs));
    }

    /** One run of CP-SAT; what it finds is the best plan if it really is, however this run reckons. */
    private final class Search extends CpSolverSolutionCallback {

        private final ExactModel exact = new ExactModel(costs);
        private final Rooms rooms;
        private final LinearExprBuilder sum;
        /** Some timetables are left out. */
        private boolean held;

        Search(Rooms rooms) {
            this.rooms = rooms;
            held = rooms == Rooms.HELD;
            sum = new ExactCosts(exact, best.complete() && best.cost() <= costs.perDisorder, rooms).sum();
            if (best.complete()) {
                exact.model.addLessOrEqual(sum, rooms == Rooms.HELD ? littleMoreThanSketch() : best.cost());
            }
            exact.model.addGreaterOrEqual(sum, bound);
            exact.model.minimize(sum);
        }

        void begin(Plan plan) {
            if (plan.complete()) {
                exact.hint(plan);
            }
        }

        void hold(Plan plan) {
            exact.holdSessions(plan);
            held = true;
        }

        /** Returns what none of the timetables looked at costs less than. */
        double run(long until) {
            var solver = new CpSolver();
            solver.getParameters()
                    .setNumWorkers(2)
                    .setMaxTimeInSeconds(Math.max(0.1, (until - System.nanoTime()) / 1e9));
            if (rooms != Rooms.HELD) {
                solver.getParameters()
                        .setLinearizationLevel(2)
                        .setSymmetryLevel(1)
                        .addSubsolvers("reduced_costs");
            }
            var status = solver.solve(exact.model, this);
            if (status == CpSolverStatus.INFEASIBLE && !held && !best.complete()) {
                impossible = true;
            }
            return status == CpSolverStatus.OPTIMAL
                            || status == CpSolverStatus.FEASIBLE
                            || status == CpSolverStatus.UNKNOWN
                    ? solver.bestObjectiveBound()
                    : bound;
        }

        @Override
        public void onSolutionCallback() {
            var found = empty();
            exact.read(this::booleanValue, found);
            accept(found);
            if (rooms == Rooms.ASSUMED && objectiveValue() < costOfSketch) {
                costOfSketch = Math.round(objectiveValue());
                sketch.copy(found);
            }
        }
    }
}
