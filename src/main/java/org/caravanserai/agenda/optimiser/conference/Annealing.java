package org.caravanserai.agenda.optimiser.conference;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983): takes every change for the better, and one for the
 * worse with a probability that falls with its size and with time.
 */
final class Annealing {

    private static final int CLOCK_EVERY = 256;
    private static final double COLDEST = 0.15;

    private final Plan plan;
    private final Plan best;
    private final Moves moves;
    private final SplittableRandom random;
    private final LongSupplier clock;
    private long tried;

    Annealing(Costs costs, long seed, LongSupplier clock) {
        this.clock = clock;
        random = new SplittableRandom(seed);
        var homeless = homeless(costs);
        plan = new Plan(costs, homeless);
        best = new Plan(costs, homeless);
        moves = new Moves(plan, random);
    }

    /** The best plan so far. */
    Plan best() {
        return best;
    }

    long tried() {
        return tried;
    }

    /** Goes on from this plan. */
    void start(Plan from) {
        plan.copy(from);
        seeBest();
    }

    /** Anneals from a temperature down to almost none until the deadline, or until told to stop. */
    void run(double hottest, long deadline, BooleanSupplier stopped) {
        var begin = clock.getAsLong();
        var temperature = hottest;
        while (true) {
            if (tried++ % CLOCK_EVERY == 0) {
                var now = clock.getAsLong();
                if (now >= deadline || stopped.getAsBoolean()) {
                    break;
                }
                temperature = hottest * Math.pow(COLDEST / hottest, (double) (now - begin) / (deadline - begin));
            }
            var before = plan.cost();
            if (!moves.change()) {
                continue;
            }
            plan.settle();
            var worse = plan.cost() - before;
            if (worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature)) {
                plan.keep();
                if (plan.cost() < best.cost()) {
                    seeBest();
                }
            } else {
                plan.undo();
            }
        }
    }

    /** What changes for the worse cost in the middle; a fair temperature to begin with. */
    double typicalLoss() {
        var losses = new long[500];
        var found = 0;
        for (var trial = 0; trial < 20_000 && found < losses.length; trial++) {
            var before = plan.cost();
            if (moves.change()) {
                plan.settle();
                if (plan.cost() > before) {
                    losses[found++] = plan.cost() - before;
                }
                plan.undo();
            }
        }
        if (found == 0) {
            return 1;
        }
        java.util.Arrays.sort(losses, 0, found);
        return Math.max(1, losses[found / 2]);
    }

    private void seeBest() {
        if (plan.cost() < best.cost()) {
            best.copy(plan);
        }
    }

    /** More than any one placement can cost, so that a place is always better than none. */
    static long homeless(Costs costs) {
        var most = 1L;
        for (var track = 0; track < costs.tracks; track++) {
            for (var ofSession : costs.cell[track]) {
                for (var value : ofSession) {
                    most = Math.max(most, value);
                }
            }
            for (var value : costs.pair[track]) {
                most = Math.max(most, value);
            }
        }
        for (var i = 0; i < costs.submissions; i++) {
            for (var value : costs.inSession[i]) {
                most = Math.max(most, value);
            }
            for (var value : costs.inSameSession.cost()[i]) {
                most = Math.max(most, value);
            }
        }
        most = Math.max(most, Math.max(costs.perBreak, costs.perDisorder));
        return 2 * most + costs.perParallel + costs.perRoom;
    }
}
