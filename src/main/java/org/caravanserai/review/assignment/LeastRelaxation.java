package org.caravanserai.review.assignment;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.caravanserai.platform.NativeSolvers;
import org.caravanserai.review.assignment.AssignmentResult.Proof;
import org.caravanserai.review.assignment.Infeasibility.Relaxation;

/**
 * The fewest units by which bounds must give way: every bound may, at the price of one a unit; among equals a reviewer
 * takes more before a least load falls, and a proposal loses reviews last.
 */
final class LeastRelaxation {

    private final AssignmentProblem problem;
    private final OpenPart part;
    private final SideConditions conditions;
    private final List<Relaxation> relaxation = new ArrayList<>();
    private final long unit;
    private Proof proof = Proof.OPTIMAL;

    private LeastRelaxation(AssignmentProblem problem) {
        this.problem = problem;
        part = OpenPart.of(problem);
        conditions = SideConditions.of(problem);
        unit = 4L * (1 + part.demanded() * (1L + conditions.sets().size()) + OpenPart.sum(part.leastLoad()));
    }

    static Infeasibility find(AssignmentProblem problem, double work, AssignmentProgress progress) {
        var least = new LeastRelaxation(problem);
        if (problem.sets.isEmpty()) {
            least.byFlow();
        } else {
            least.bySearch(work, progress);
        }
        var units = least.relaxation.stream().mapToInt(Relaxation::by).sum();
        return new Infeasibility(Shortages.of(problem), List.copyOf(least.relaxation), units, least.proof);
    }

    private void byFlow() {
        NativeSolvers.ready();
        var flow = new MinCostFlow();
        try {
            var hub = part.proposals() + part.reviewers();
            for (var index = part.open().nextSetBit(0);
                    index >= 0;
                    index = part.open().nextSetBit(index + 1)) {
                flow.addArcWithCapacityAndUnitCost(
                        index / part.reviewers(), part.proposals() + index % part.reviewers(), 1, 0);
            }
            var shortfalls = new int[part.proposals()];
            for (var proposal = 0; proposal < part.proposals(); proposal++) {
                flow.setNodeSupply(proposal, part.demand()[proposal]);
                shortfalls[proposal] =
                        flow.addArcWithCapacityAndUnitCost(proposal, hub, part.demand()[proposal], unit + 2);
            }
            var excesses = new int[part.reviewers()];
            var deficits = new int[part.reviewers()];
            var leastLoads = OpenPart.sum(part.leastLoad());
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                var node = part.proposals() + reviewer;
                var least = part.leastLoad()[reviewer];
                flow.setNodeSupply(node, -least);
                flow.addArcWithCapacityAndUnitCost(node, hub, (long) part.mostLoad()[reviewer] - least, 0);
                excesses[reviewer] = flow.addArcWithCapacityAndUnitCost(node, hub, part.proposals(), unit);
                deficits[reviewer] = flow.addArcWithCapacityAndUnitCost(hub, node, least, unit + 1);
            }
            flow.setNodeSupply(hub, leastLoads - part.demanded());
            var status = flow.solve();
            if (status != Status.OPTIMAL) {
                throw new IllegalStateException("the flow solver ended with " + status);
            }
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                moreLoad(reviewer, flow.getFlow(excesses[reviewer]));
                lowerLeast(reviewer, flow.getFlow(deficits[reviewer]));
            }
            for (var proposal = 0; proposal < part.proposals(); proposal++) {
                fewerReviews(proposal, flow.getFlow(shortfalls[proposal]));
            }
        } finally {
            flow.delete();
        }
    }

    private void bySearch(double work, AssignmentProgress progress) {
        var search = new Search(part, part.open(), new BitSet());
        var model = search.model();
        var cost = LinearExpr.newBuilder();
        IntFunction<LinearArgument> slack = most -> model.newIntVar(0, most, "");
        var shortfalls = new LinearArgument[part.proposals()];
        var ofSets = new LinearArgument[conditions.sets().size()][part.proposals()];
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            shortfalls[proposal] = slack.apply(part.demand()[proposal]);
            cost.addTerm(shortfalls[proposal], unit + 2);
            model.addEquality(plus(search.reviewsOf(proposal), shortfalls[proposal]), part.demand()[proposal]);
            for (var set = 0; set < ofSets.length; set++) {
                var needed = conditions.needed()[set][proposal];
                ofSets[set][proposal] = slack.apply(needed);
                cost.addTerm(ofSets[set][proposal], unit + 3);
                model.addGreaterOrEqual(
                        plus(search.membersOf(proposal, conditions.sets().get(set)), ofSets[set][proposal]), needed);
            }
        }
        var excesses = new LinearArgument[part.reviewers()];
        var deficits = new LinearArgument[part.reviewers()];
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            excesses[reviewer] = slack.apply(part.proposals());
            deficits[reviewer] = slack.apply(part.leastLoad()[reviewer]);
            cost.addTerm(excesses[reviewer], unit).addTerm(deficits[reviewer], unit + 1);
            model.addLessOrEqual(
                    search.loadOf(reviewer),
                    LinearExpr.newBuilder().add(part.mostLoad()[reviewer]).add(excesses[reviewer]));
            model.addGreaterOrEqual(plus(search.loadOf(reviewer), deficits[reviewer]), part.leastLoad()[reviewer]);
        }
        model.minimize(cost);
        var found = search.solve(work, progress);
        if (!found.any()) {
            throw new IllegalStateException("no relaxation was found in the work allowed: " + found.status());
        }
        proof = found.status() == CpSolverStatus.OPTIMAL ? Proof.OPTIMAL : Proof.BEST_FOUND;
        var solver = found.solver();
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            moreLoad(reviewer, solver.value(excesses[reviewer]));
            lowerLeast(reviewer, solver.value(deficits[reviewer]));
        }
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            fewerReviews(proposal, solver.value(shortfalls[proposal]));
            for (var set = 0; set < ofSets.length; set++) {
                var by = (int) solver.value(ofSets[set][proposal]);
                if (by > 0) {
                    relaxation.add(new Relaxation.FewerOfSet(proposal, problem.sets.get(set), by));
                }
            }
        }
    }

    private static LinearExprBuilder plus(LinearExprBuilder sum, LinearArgument slack) {
        return sum.add(slack);
    }

    private void moreLoad(int reviewer, long by) {
        if (by > 0) {
            relaxation.add(new Relaxation.MoreLoad(reviewer, (int) by));
        }
    }

    private void lowerLeast(int reviewer, long by) {
        if (by > 0) {
            relaxation.add(new Relaxation.LowerLeast(reviewer, (int) by));
        }
    }

    private void fewerReviews(int proposal, long by) {
        if (by > 0) {
            relaxation.add(new Relaxation.FewerReviews(proposal, (int) by));
        }
    }
}
