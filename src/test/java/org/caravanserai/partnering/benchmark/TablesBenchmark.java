package org.caravanserai.partnering.benchmark;

import java.time.Duration;
import org.caravanserai.partnering.tables.solver.MadeEvents;
import org.caravanserai.partnering.tables.solver.PlanCheck;
import org.caravanserai.partnering.tables.solver.TablesOptimiser;
import org.caravanserai.partnering.tables.solver.TablesProgress;
import org.caravanserai.partnering.tables.solver.TablesResult;

/** How well and how fast the tables of partnering events are filled, beside first-come booking. Prints one table. */
public final class TablesBenchmark {

    private static final long[] SEEDS = {1, 2, 3};

    private TablesBenchmark() {}

    /** Runs all sizes. */
    public static void main(String[] arguments) {
        System.out.println("| event | left, least | total, bound | of bound | at 5 s | idle, bound | steps"
                + " | first come | its idle | s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        // The first run pays for loading and compiling.
        run(9, 60, 200, 8, 12, 4, false);
        for (var seed : SEEDS) {
            run(seed, 120, 600, 10, 12, 5, true);
        }
        for (var seed : SEEDS) {
            run(seed, 120, 600, 12, 16, 5, true);
        }
        for (var seconds : new int[] {5, 30}) {
            for (var seed : SEEDS) {
                run(seed, 120, 600, 20, 12, seconds, true);
            }
        }
        for (var seed : SEEDS) {
            run(seed, 300, 2000, 40, 24, 60, true);
        }
    }

    private static void run(long seed, int people, int requests, int tables, int slots, int seconds, boolean shown) {
        var made = MadeEvents.of(seed, people, requests, tables, slots);
        var begin = System.nanoTime();
        var early = new TablesResult[1];
        var result = new TablesOptimiser(made.problem(), 1)
                .fill(Duration.ofSeconds(seconds), 1_000_000, new TablesProgress() {
                    @Override
                    public void found(TablesResult best) {
                        if (System.nanoTime() - begin < 5_000_000_000L) {
                            early[0] = best;
                        }
                    }
                });
        var took = (System.nanoTime() - begin) / 1e9;
        var check = PlanCheck.of(made.problem(), result.meetings());
        if (!check.broken().isEmpty()) {
            throw new IllegalStateException("a rule is broken: " + check.broken());
        }
        if (shown) {
            var score = check.score();
            var usual = FirstCome.book(made);
            System.out.printf(
                    "| %d people, %d requests, %d × %d, no. %d | %d, %d | %d, %d | %.5f | %.5f | %d, %d | %d | %.1f %%"
                            + " | %d | %.1f |%n",
                    people,
                    requests,
                    tables,
                    slots,
                    seed,
                    score.left(),
                    result.bound().left(),
                    score.total(),
                    result.bound().total(),
                    (double) score.total() / result.bound().total(),
                    early[0] == null
                            ? 0
                            : (double) early[0].score().total() / result.bound().total(),
                    score.idle(),
                    result.bound().idle(),
                    score.steps(),
                    100.0 * usual.total() / result.bound().total(),
                    usual.idle(),
                    took);
        }
    }
}
