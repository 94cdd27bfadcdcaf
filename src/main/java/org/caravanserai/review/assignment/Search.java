package org.caravanserai.review.assignment;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.caravanserai.platform.NativeSolvers;
import org.jspecify.annotations.Nullable;

/** A CP-SAT model with one yes or no per pair; one worker and a fixed seed, so that it always answers the same. */
final class Search {

    private final OpenPart part;
    private final CpModel model = new CpModel();
    private final BitSet certain;
    private final int[] indexes;
    private final BoolVar[] variables;
    private final List<List<Integer>> byProposal = new ArrayList<>();
    private final List<List<Integer>> byReviewer = new ArrayList<>();

    /**
     * @param possible pairs to decide on
     * @param certain pairs among them that are chosen already
     */
    Search(OpenPart part, BitSet possible, BitSet certain) {
        NativeSolvers.ready();
        this.part = part;
        this.certain = certain;
        var undecided = (BitSet) possible.clone();
        undecided.andNot(certain);
        indexes = undecided.stream().toArray();
        variables = new BoolVar[indexes.length];
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            byProposal.add(new ArrayList<>());
        }
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            byReviewer.add(new ArrayList<>());
        }
        for (var i = 0; i < indexes.length; i++) {
            variables[i] = model.newBoolVar("");
            byProposal.get(indexes[i] / part.reviewers()).add(i);
            byReviewer.get(indexes[i] % part.reviewers()).add(i);
        }
    }

    CpModel model() {
        return model;
    }

    /** How many reviews the proposal gets. */
    LinearExprBuilder reviewsOf(int proposal) {
        return count(byProposal.get(proposal), certainOf(proposal), null);
    }

    /** How many reviews the reviewer gets. */
    LinearExprBuilder loadOf(int reviewer) {
        var already = 0;
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            already += certain.get(part.row(proposal) + reviewer) ? 1 : 0;
        }
        var sum = LinearExpr.newBuilder().add(already);
        byReviewer.get(reviewer).forEach(i -> sum.add(variables[i]));
        return sum;
    }

    /** How many members of a set the proposal gets. */
    LinearExprBuilder membersOf(int proposal, BitSet members) {
        return count(byProposal.get(proposal), certainOf(proposal), members);
    }

    /** What a proposal's chosen pairs sum up to. */
    LinearExprBuilder totalOf(int proposal, int[] units) {
        var sum = LinearExpr.newBuilder();
        certainOf(proposal).stream().forEach(r -> sum.add(units[part.row(proposal) + r]));
        byProposal.get(proposal).forEach(i -> sum.addTerm(variables[i], units[indexes[i]]));
        return sum;
    }

    /** How many of some pairs are chosen. */
    LinearExprBuilder among(BitSet pairs) {
        var sum = LinearExpr.newBuilder();
        certain.stream().filter(pairs::get).forEach(index -> sum.add(1));
        for (var i = 0; i < indexes.length; i++) {
            if (pairs.get(indexes[i])) {
                sum.add(variables[i]);
            }
        }
        return sum;
    }

    /** What all chosen pairs weigh. */
    LinearExprBuilder weight() {
        var sum = LinearExpr.newBuilder().add(part.weigh(certain));
        for (var i = 0; i < indexes.length; i++) {
            sum.addTerm(variables[i], part.weight(indexes[i]));
        }
        return sum;
    }

    /** Demands what the problem demands, and the side conditions. */
    void impose(SideConditions conditions) {
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            model.addEquality(reviewsOf(proposal), part.demand()[proposal]);
            if (conditions.hasFloor(proposal)) {
                model.addGreaterOrEqual(totalOf(proposal, conditions.units()), conditions.floor(proposal));
                for (var top : conditions.tops().get(proposal)) {
                    model.addGreaterOrEqual(membersOf(proposal, top.members()), top.atLeast());
                }
            }
            for (var set = 0; set < conditions.sets().size(); set++) {
                if (conditions.needed()[set][proposal] > 0) {
                    model.addGreaterOrEqual(
                            membersOf(proposal, conditions.sets().get(set)),
                            conditions.needed()[set][proposal]);
                }
            }
        }
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            model.addLinearConstraint(loadOf(reviewer), part.leastLoad()[reviewer], part.mostLoad()[reviewer]);
        }
        if (conditions.keepAtLeast() > 0) {
            model.addGreaterOrEqual(among(conditions.before()), conditions.keepAtLeast());
        }
    }

    /** Suggests where to begin. */
    void hint(BitSet chosen) {
        for (var i = 0; i < indexes.length; i++) {
            model.addHint(variables[i], chosen.get(indexes[i]));
        }
    }

    /** What came of it. */
    record Found(CpSolverStatus status, BitSet chosen, double bound, CpSolver solver) {

        boolean any() {
            return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        }
    }

    /** Solves; the work allowed is counted in the solver's own steps, not in seconds, so that answers repeat. */
    Found solve(double work, AssignmentProgress progress) {
        Cancelled.check(progress);
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(1)
                // The linear relaxation is what these problems are proved by; probing finds nothing in them.
                .setLinearizationLevel(2)
                .setCpModelProbingLevel(0)
                .setMaxDeterministicTime(work)
                .setRelativeGapLimit(0)
                .setAbsoluteGapLimit(0);
        var done = new CountDownLatch(1);
        var watch = Thread.ofVirtual().start(() -> stopWhenCancelled(solver, done, progress));
        CpSolverStatus status;
        try {
            status = solver.solve(model);
        } finally {
            done.countDown();
            watch.interrupt();
        }
        Cancelled.check(progress);
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("the search model is wrong: " + model.validate());
        }
        var chosen = (BitSet) certain.clone();
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            for (var i = 0; i < indexes.length; i++) {
                if (solver.booleanValue(variables[i])) {
                    chosen.set(indexes[i]);
                }
            }
        }
        return new Found(status, chosen, solver.bestObjectiveBound(), solver);
    }

    private static void stopWhenCancelled(CpSolver solver, CountDownLatch done, AssignmentProgress progress) {
        try {
            while (!done.await(100, TimeUnit.MILLISECONDS)) {
                if (progress.cancelled()) {
                    solver.stopSearch();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BitSet certainOf(int proposal) {
        return certain.get(part.row(proposal), part.row(proposal + 1));
    }

    private LinearExprBuilder count(List<Integer> undecided, BitSet already, @Nullable BitSet members) {
        var sum = LinearExpr.newBuilder();
        already.stream().filter(r -> members == null || members.get(r)).forEach(r -> sum.add(1));
        undecided.stream()
                .filter(i -> members == null || members.get(indexes[i] % part.reviewers()))
                .forEach(i -> sum.add(variables[i]));
        return sum;
    }
}
