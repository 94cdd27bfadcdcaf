package org.caravanserai.review.assignment;

import com.google.ortools.sat.CpSolverStatus;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The heaviest choice under demand, load and side conditions.
 *
 * <p>The prices of the linear relaxation say of every pair how much a choice must lose by having or lacking it. CP-SAT
 * therefore only decides on the few pairs that a choice near the bound can differ in; what it finds is the best of all as
 * soon as it is no further from the bound than the pairs left out are (reduced cost fixing; Wolsey: Integer Programming,
 * 2020, chapter 7).
 */
final class BestUnderConditions {

    private BestUnderConditions() {}

    /** The best choice found; null when there is none, if proved, or none was found. */
    record Best(@Nullable BitSet chosen, long bound, boolean proved) {}

    /**
     * @param start the best flow without side conditions
     * @param weightUnit the weight that counts as one
     * @param work how much work CP-SAT may do in all, in its own measure
     */
    static Best find(
            OpenPart part,
            SideConditions conditions,
            BestFlow.Best start,
            long weightUnit,
            double work,
            AssignmentProgress progress) {
        if (conditions.hold(part, start.chosen())) {
            return new Best(start.chosen(), start.weight(), true);
        }
        var proposed = LinearRelaxation.solve(part, conditions, start.among(), weightUnit, progress);
        var multipliers = proposed.multipliers();
        var scale = multipliers.scale();
        var scaledBound = multipliers.scaledBound(part);
        var bound = Math.min(start.bound(), Math.floorDiv(scaledBound, scale));
        var best = proposed.whole();
        if (best != null && part.weigh(best) >= bound) {
            return new Best(best, bound, true);
        }
        // In units of weight: how far below the bound a choice may lie and still be seen.
        var width = best == null ? Math.max(1, weightUnit / 50) : bound - part.weigh(best);
        while (true) {
            Cancelled.check(progress);
            var slack =
                    Math.addExact(scaledBound - Math.multiplyExact(bound, scale), Math.multiplyExact(width + 1, scale));
            var possible = multipliers.possible(part, slack);
            var certain = multipliers.certain(part, slack);
            var whole =
                    certain.isEmpty() && possible.cardinality() == part.open().cardinality();
            var search = new Search(part, possible, certain);
            search.impose(conditions);
            // Only what is better than the best so far is of interest: that there is none is the proof.
            search.model()
                    .addLinearConstraint(
                            search.weight(), best == null ? Long.MIN_VALUE / 8 : part.weigh(best) + 1, bound);
            search.model().maximize(search.weight());
            var found = search.solve(work, progress);
            if (found.any()) {
                best = found.chosen();
                var weight = part.weigh(best);
                if (found.status() == CpSolverStatus.OPTIMAL && (whole || bound - weight <= width)) {
                    return new Best(best, weight, true);
                }
                if (found.status() != CpSolverStatus.OPTIMAL) {
                    var beyond = whole ? Long.MIN_VALUE : bound - width;
                    return new Best(best, Math.min(bound, Math.max((long) found.bound(), beyond)), weight >= bound);
                }
                width = bound - weight;
            } else if (found.status() == CpSolverStatus.INFEASIBLE) {
                if (best != null) {
                    return new Best(best, part.weigh(best), true);
                }
                if (whole) {
                    return new Best(null, bound, true);
                }
                width = width < 100 * weightUnit ? width * 8 : Long.MAX_VALUE / 8 / scale;
            } else {
                return new Best(best, bound, false);
            }
        }
    }
}
