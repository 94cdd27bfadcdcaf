package org.caravanserai.partnering.tables.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.caravanserai.partnering.tables.solver.TablesProblem.Meeting;

/** Tries every plan of a tiny event there is, with nothing but the rules as they are checked. */
final class EveryPlan {

    private final TablesProblem problem;
    private final Consumer<List<Meeting>> seen;

    private EveryPlan(TablesProblem problem, Consumer<List<Meeting>> seen) {
        this.problem = problem;
        this.seen = seen;
    }

    /** Tells all plans that keep the rules; those that differ in interpreters alone may be told once. */
    static void of(TablesProblem problem, Consumer<List<Meeting>> seen) {
        new EveryPlan(problem, seen).from(0, new ArrayList<>());
    }

    /** The best score, walks aside. */
    static TablesScore best(TablesProblem problem) {
        var best = new ArrayList<>(List.of(new TablesScore(Integer.MAX_VALUE, 0, 0, 0)));
        of(problem, plan -> {
            var score = PlanCheck.of(problem, plan).score();
            var flat = new TablesScore(score.left(), score.total(), score.idle(), 0);
            if (flat.compareTo(best.getFirst()) < 0) {
                best.set(0, flat);
            }
        });
        return best.getFirst();
    }

    private void from(int pair, List<Meeting> plan) {
        if (pair == problem.pairs().size()) {
            seen.accept(List.copyOf(plan));
            return;
        }
        from(pair + 1, plan);
        for (var slot = 0; slot < problem.days().size(); slot++) {
            for (var table = 0; table < problem.tables().size(); table++) {
                with(pair, slot, table).ifPresent(meeting -> {
                    plan.add(meeting);
                    if (PlanCheck.of(problem, plan).broken().stream()
                            .allMatch(each -> each.rule() == PlanCheck.Rule.PINNED)) {
                        from(pair + 1, plan);
                    }
                    plan.removeLast();
                });
            }
        }
    }

    /** There is one interpreter at most in tiny events. */
    private Optional<Meeting> with(int pair, int slot, int table) {
        var needs = problem.needsInterpreter(problem.pairs().get(pair));
        return needs && problem.interpreters().isEmpty()
                ? Optional.empty()
                : Optional.of(new Meeting(pair, slot, table, needs ? 0 : TablesProblem.NOBODY));
    }
}
