package org.caravanserai.partnering.tables.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.caravanserai.platform.NativeSolvers;

/** How CP-SAT is asked here: always with the same answer for the same question, and stopped when nobody waits. */
final class Solving {

    private static final Duration LOOK = Duration.ofMillis(100);

    private Solving() {}

    static void ready() {
        NativeSolvers.ready();
    }

    /** A solver that stops after so much work, in its own measure that does not depend on the machine. */
    static CpSolver solver(double work, int seed) {
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(seed)
                .setMaxDeterministicTime(work)
                .setLinearizationLevel(2);
        return solver;
    }

    /** Solves, and stops as soon as the work is cancelled. */
    static CpSolverStatus solve(CpSolver solver, CpModel model, TablesProgress progress) {
        var over = new CountDownLatch(1);
        var watching = Thread.ofVirtual().start(() -> watch(solver, progress, over));
        try {
            return solver.solve(model, new CpSolverSolutionCallback());
        } finally {
            over.countDown();
            watching.interrupt();
        }
    }

    private static void watch(CpSolver solver, TablesProgress progress, CountDownLatch over) {
        try {
            while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (progress.cancelled()) {
                    // Again and again: one that comes before the search begins is lost.
                    solver.stopSearch();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a sum that was to be as large as possible cannot exceed. */
    static long upper(CpSolver solver, CpSolverStatus status) {
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE || status == CpSolverStatus.UNKNOWN
                ? (long) Math.floor(Math.clamp(solver.bestObjectiveBound(), -1e15, 1e15) + 1e-6)
                : 0;
    }

    /** What a sum that was to be as small as possible cannot fall below. */
    static long lower(CpSolver solver, CpSolverStatus status) {
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE || status == CpSolverStatus.UNKNOWN
                ? (long) Math.ceil(Math.clamp(solver.bestObjectiveBound(), -1e15, 1e15) - 1e-6)
                : 0;
    }
}
