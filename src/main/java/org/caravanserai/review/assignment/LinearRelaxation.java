package org.caravanserai.review.assignment;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.caravanserai.platform.NativeSolvers;
import org.jspecify.annotations.Nullable;

/**
 * The problem with fractions of reviews allowed, by GLOP. It only proposes: a choice when its answer happens to be whole,
 * and prices for the conditions, which {@link Multipliers} turns into proofs.
 */
final class LinearRelaxation {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** What a unit of an unmet side condition costs, against a largest affinity of some twenty. */
    private static final double PENALTY = 10_000;

    private static final long FINE = 1L << 20;

    private final OpenPart part;
    private final SideConditions conditions;
    private final double weightUnit;
    private final MPSolver solver;
    private final MPConstraint[] ofProposal;
    private final MPConstraint[] ofReviewer;
    private final @Nullable MPConstraint[] ofFloor;
    private final MPConstraint[][] ofTop;
    private final @Nullable MPConstraint[][] ofSet;
    private final MPConstraint ofKeeping;
    private final BitSet columns = new BitSet();
    private final Map<Integer, MPVariable> variables = new HashMap<>();

    /** What it proposes: prices, and a choice if the answer is whole. */
    record Proposed(Multipliers multipliers, @Nullable BitSet whole) {}

    private LinearRelaxation(OpenPart part, SideConditions conditions, long weightUnit) {
        NativeSolvers.ready();
        this.part = part;
        this.conditions = conditions;
        this.weightUnit = weightUnit;
        solver = MPSolver.createSolver("GLOP");
        solver.objective().setMaximization();
        ofProposal = new MPConstraint[part.proposals()];
        ofReviewer = new MPConstraint[part.reviewers()];
        ofFloor = new MPConstraint[part.proposals()];
        ofTop = new MPConstraint[part.proposals()][];
        ofSet = new MPConstraint[conditions.sets().size()][part.proposals()];
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            ofReviewer[reviewer] = solver.makeConstraint(part.leastLoad()[reviewer], part.mostLoad()[reviewer]);
        }
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            var demand = part.demand()[proposal];
            ofProposal[proposal] = solver.makeConstraint(demand, demand);
            if (conditions.hasFloor(proposal)) {
                ofFloor[proposal] = elastic(AssignmentProblem.toAffinity(conditions.floor(proposal)));
            }
            ofTop[proposal] = conditions.tops().get(proposal).stream()
                    .map(top -> elastic(top.atLeast()))
                    .toArray(MPConstraint[]::new);
            for (var set = 0; set < ofSet.length; set++) {
                if (conditions.needed()[set][proposal] > 0) {
                    ofSet[set][proposal] = elastic(conditions.needed()[set][proposal]);
                }
            }
        }
        ofKeeping = elastic(conditions.keepAtLeast());
    }

    /** A condition that gives way at a price, so that there is always an answer to learn from. */
    private MPConstraint elastic(double atLeast) {
        var row = solver.makeConstraint(atLeast, INFINITY);
        var missing = solver.makeNumVar(0, INFINITY, "");
        row.setCoefficient(missing, 1);
        solver.objective().setCoefficient(missing, -PENALTY);
        return row;
    }

    /**
     * Solves over the columns given, adding others as long as they could help.
     *
     * @param start pairs among which demand and load can be met
     * @param weightUnit the weight that counts as one
     */
    static Proposed solve(
            OpenPart part, SideConditions conditions, BitSet start, long weightUnit, AssignmentProgress progress) {
        var relaxation = new LinearRelaxation(part, conditions, weightUnit);
        try {
            relaxation.add(start);
            while (true) {
                Cancelled.check(progress);
                var status = relaxation.solver.solve();
                if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
                    throw new IllegalStateException("the linear solver ended with " + status);
                }
                var multipliers = relaxation.multipliers();
                var worth = multipliers.possible(part, -Math.max(1, multipliers.scale() * weightUnit / 1_000_000));
                worth.andNot(relaxation.columns);
                if (worth.isEmpty()) {
                    return new Proposed(multipliers, relaxation.whole());
                }
                relaxation.add(worth);
            }
        } finally {
            relaxation.solver.delete();
        }
    }

    private void add(BitSet pairs) {
        for (var index = pairs.nextSetBit(0); index >= 0; index = pairs.nextSetBit(index + 1)) {
            var proposal = index / part.reviewers();
            var reviewer = index % part.reviewers();
            var variable = solver.makeNumVar(0, 1, "");
            solver.objective().setCoefficient(variable, part.weight(index) / weightUnit);
            ofProposal[proposal].setCoefficient(variable, 1);
            ofReviewer[reviewer].setCoefficient(variable, 1);
            var floor = ofFloor[proposal];
            if (floor != null) {
                floor.setCoefficient(
                        variable, AssignmentProblem.toAffinity(conditions.units()[index]));
            }
            for (var top = 0; top < ofTop[proposal].length; top++) {
                if (conditions.tops().get(proposal).get(top).members().get(reviewer)) {
                    ofTop[proposal][top].setCoefficient(variable, 1);
                }
            }
            for (var set = 0; set < ofSet.length; set++) {
                var row = ofSet[set][proposal];
                if (row != null && conditions.sets().get(set).get(reviewer)) {
                    row.setCoefficient(variable, 1);
                }
            }
            if (conditions.before().get(index)) {
                ofKeeping.setCoefficient(variable, 1);
            }
            variables.put(index, variable);
        }
        columns.or(pairs);
    }

    private Multipliers multipliers() {
        // Without floors all coefficients are whole, and so are the prices of a corner: no fraction need be kept.
        var scale = conditions.floors() == null ? 1 : FINE;
        var prices = new Prices(new long[part.proposals()], new long[part.reviewers()]);
        var floors = new long[part.proposals()];
        var tops = new long[part.proposals()][];
        var sets = new long[ofSet.length][part.proposals()];
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            prices.ofReviewer()[reviewer] = Math.round(ofReviewer[reviewer].dualValue() * weightUnit * scale);
        }
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            prices.ofProposal()[proposal] = Math.round(ofProposal[proposal].dualValue() * weightUnit * scale);
            var floor = ofFloor[proposal];
            if (floor != null) {
                // A floor is measured in affinity: its price per unit needs no weight unit beside the units' own.
                floors[proposal] =
                        Math.max(0, Math.round(-floor.dualValue() * scale * weightUnit / AssignmentProblem.UNITS));
            }
            tops[proposal] = new long[ofTop[proposal].length];
            for (var top = 0; top < tops[proposal].length; top++) {
                tops[proposal][top] = Math.max(0, Math.round(-ofTop[proposal][top].dualValue() * weightUnit * scale));
            }
            for (var set = 0; set < sets.length; set++) {
                var row = ofSet[set][proposal];
                if (row != null) {
                    sets[set][proposal] = Math.max(0, Math.round(-row.dualValue() * weightUnit * scale));
                }
            }
        }
        var keeping = Math.max(0, Math.round(-ofKeeping.dualValue() * weightUnit * scale));
        return new Multipliers(scale, prices, floors, tops, sets, keeping, conditions);
    }

    private @Nullable BitSet whole() {
        var chosen = new BitSet();
        for (var entry : variables.entrySet()) {
            var value = entry.getValue().solutionValue();
            if (value > 1e-6 && value < 1 - 1e-6) {
                return null;
            }
            if (value > 0.5) {
                chosen.set(entry.getKey());
            }
        }
        return conditions.hold(part, chosen) ? chosen : null;
    }
}
