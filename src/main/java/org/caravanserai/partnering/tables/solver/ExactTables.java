package org.caravanserai.partnering.tables.solver;

import com.google.ortools.sat.CpSolverStatus;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Solves small events to the end, and proves how few slots of larger ones can be idle. */
final class ExactTables {

    private static final double WORK = 4;
    private static final double LONG = 10_000;

    private final Terms terms;

    ExactTables(Terms terms) {
        this.terms = terms;
    }

    /** The best of all plans, walks aside; empty if that takes too much work. */
    Optional<int[]> best(TablesProgress progress) {
        var made = new TablesModel(terms);
        var met = made.met();
        made.model.maximize(met);
        var solver = Solving.solver(WORK, 1);
        if (Solving.solve(solver, made.model, progress) != CpSolverStatus.OPTIMAL) {
            return Optional.empty();
        }
        made.model.addGreaterOrEqual(met, Math.round(solver.objectiveValue()));
        var total = made.total();
        made.model.clearObjective();
        made.model.maximize(total);
        solver = Solving.solver(WORK, 1);
        if (Solving.solve(solver, made.model, progress) != CpSolverStatus.OPTIMAL) {
            return Optional.empty();
        }
        made.model.addGreaterOrEqual(total, Math.round(solver.objectiveValue()));
        made.model.clearObjective();
        made.model.minimize(made.idle());
        solver = Solving.solver(WORK, 1);
        return Solving.solve(solver, made.model, progress) == CpSolverStatus.OPTIMAL
                ? Optional.of(made.slots(solver))
                : Optional.empty();
    }

    /**
     * Raises the bound of idle slots until it is cancelled.
     *
     * @param timetable a plan; the bound holds for all that leave as few without a meeting and are worth as much
     */
    void raise(int left, long total, int[] timetable, TablesProgress progress, IntConsumer bound) {
        var made = new TablesModel(terms);
        made.model.addGreaterOrEqual(made.met(), terms.concerned() - left);
        made.model.addGreaterOrEqual(made.total(), total);
        made.model.minimize(made.idle());
        made.hint(timetable);
        var solver = Solving.solver(LONG, 1);
        // The native side looks for this very signature, which a lambda does not have.
        solver.setBestBoundCallback(new Consumer<>() {
            @Override
            public void accept(Double better) {
                bound.accept((int) Math.ceil(Math.max(0, better) - 1e-6));
            }
        });
        var status = Solving.solve(solver, made.model, progress);
        bound.accept((int) Math.max(0, Solving.lower(solver, status)));
    }
}
