package org.caravanserai.agenda.optimiser.conference;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.caravanserai.agenda.optimiser.NativeSolvers;

/**
 * Makes the timetable of a conference on two threads: they first anneal, then CP-SAT proves a bound and improves what was
 * found, and so in turn until the time is over or nothing can be better. Each stage begins from the best of the one before.
 */
public final class ConferenceSolver {

    /** How the time is shared out: annealing and proof in turn, in hundredths. */
    private static final int[] STAGES = {15, 25, 20, 40};

    private static final double WARM = 3;
    private static final double HOT = 50;
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final Conference conference;
    private final Costs costs;
    private final long begin;
    private final long deadline;
    private final Plan best;
    private long bound;
    private boolean impossible;

    private ConferenceSolver(Conference conference, Duration time) {
        this.conference = conference;
        begin = System.nanoTime();
        deadline = begin + time.toNanos();
        costs = new Costs(conference);
        best = new Plan(costs, Annealing.homeless(costs));
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
        var until = begin;
        for (var stage = 0; stage < STAGES.length && !finished(); stage++) {
            until += (deadline - begin) / 100 * STAGES[stage];
            if (stage % 2 == 0) {
                anneal(stage, until);
            } else {
                prove(stage + 1 == STAGES.length ? deadline : until);
            }
        }
        if (!best.complete()) {
            throw new MalformedConferenceException(
                    impossible
                            ? "there is no timetable: the submissions do not fit into sessions and rooms"
                            : "no timetable was found in this time");
        }
        return new Solution(best.timetable(conference), best.cost(), Math.min(bound, best.cost()));
    }

    private boolean finished() {
        return impossible
                || best.complete() && bound >= best.cost()
                || System.nanoTime() > deadline - SHORTEST.toNanos();
    }

    private void anneal(int stage, long until) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Annealing> fromHere = () -> annealing(stage, until, WARM);
            Callable<Annealing> anew = () -> annealing(stage + 1, until, HOT);
            var first = threads.submit(fromHere);
            var second = threads.submit(anew);
            accept(first.get().best());
            accept(second.get().best());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private Annealing annealing(int seed, long until, double temperature) {
        var annealing = new Annealing(costs, seed, System::nanoTime);
        if (best.complete() && temperature == WARM) {
            annealing.start(best);
        }
        annealing.run(temperature, until, () -> Thread.currentThread().isInterrupted());
        return annealing;
    }

    private void accept(Plan plan) {
        if (plan.cost() < best.cost()) {
            best.copy(plan);
        }
    }

    private void prove(long until) {
        var exact = new ExactModel(costs);
        var sum = new ExactCosts(exact, best.complete() && best.cost() <= costs.perDisorder).sum();
        if (best.complete()) {
            exact.model.addLessOrEqual(sum, best.cost());
            exact.hint(best);
        }
        exact.model.addGreaterOrEqual(sum, bound);
        exact.model.minimize(sum);
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(2)
                .setLinearizationLevel(2)
                .setSymmetryLevel(1)
                .addSubsolvers("reduced_costs")
                .setMaxTimeInSeconds(Math.max(0.1, (until - System.nanoTime()) / 1e9));
        var status = solver.solve(exact.model, new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                var found = new Plan(costs, Annealing.homeless(costs));
                exact.read(this::booleanValue, found);
                accept(found);
            }
        });
        if (status == CpSolverStatus.INFEASIBLE && !best.complete()) {
            impossible = true;
        } else if (status != CpSolverStatus.MODEL_INVALID && status != CpSolverStatus.INFEASIBLE) {
            bound = Math.max(bound, (long) Math.ceil(solver.bestObjectiveBound() - 1e-6));
        }
    }
}
