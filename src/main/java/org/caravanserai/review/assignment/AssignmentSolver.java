package org.caravanserai.review.assignment;

import com.google.ortools.sat.CpSolverStatus;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.TreeSet;
import org.caravanserai.review.assignment.AssignmentProgress.Step;

/**
 * Finds assignments that provably cannot be better.
 *
 * <p>Without required sets and floors the problem is a flow: a min-cost flow finds the optimum, and the prices of its
 * residual network prove it. What a flow cannot express goes to CP-SAT, on the few pairs that the prices of the linear
 * relaxation leave open. Stateless; a call takes one thread.
 */
public final class AssignmentSolver {

    /** How much work one search may do unless said otherwise, in CP-SAT's own measure: very roughly seconds. */
    public static final double USUAL_WORK = 60;

    /** Above this many pairs the worst-off proposal is lifted by flow and linear prices only, without a full search. */
    private static final int SEARCHABLE = 400_000;

    private final double work;

    /** A solver that works as much as is usual. */
    public AssignmentSolver() {
        this(USUAL_WORK);
    }

    /** A solver that gives up proving after so much work, which is counted in steps and not in seconds. */
    public AssignmentSolver(double work) {
        if (!(work > 0)) {
            throw new IllegalArgumentException("no work can be done in " + work);
        }
        this.work = work;
    }

    /** The assignment with the greatest sum of affinities. */
    public AssignmentOutcome total(AssignmentProblem problem, AssignmentProgress progress) {
        progress.began(Step.CHECKING);
        var part = OpenPart.of(problem);
        var conditions = SideConditions.of(problem);
        var start = BestFlow.find(part, progress);
        if (start.isEmpty()) {
            return infeasible(problem, progress);
        }
        progress.began(Step.RAISING_THE_TOTAL);
        var best = BestUnderConditions.find(part, conditions, start.get(), AssignmentProblem.UNITS, work, progress);
        var chosen = best.chosen();
        if (chosen == null) {
            return infeasible(problem, progress);
        }
        return result(problem, new Aim.Total(), chosen, best.bound(), greatestWorst(problem), best.proved());
    }

    /** The assignment whose worst-off proposal fares as well as it can, and with the greatest sum among those. */
    public AssignmentOutcome fairest(AssignmentProblem problem, AssignmentProgress progress) {
        progress.began(Step.CHECKING);
        var part = OpenPart.of(problem);
        var conditions = SideConditions.of(problem);
        var start = BestFlow.find(part, progress);
        if (start.isEmpty()) {
            return infeasible(problem, progress);
        }
        progress.began(Step.LIFTING_THE_WORST);
        var ceiling = greatestWorst(problem);
        var atCeiling = under(problem, part, conditions, start.get(), ceiling, progress);
        if (atCeiling.chosen() != null) {
            var chosen = atCeiling.chosen();
            return result(problem, new Aim.Fairest(), chosen, atCeiling.bound(), ceiling, atCeiling.proved());
        }
        var any = BestUnderConditions.find(part, conditions, start.get(), AssignmentProblem.UNITS, work, progress);
        var lowest = any.chosen();
        if (lowest == null) {
            return infeasible(problem, progress);
        }
        var lifted = lift(problem, part, conditions, lowest, ceiling, progress);
        progress.began(Step.RAISING_THE_TOTAL);
        var best = under(problem, part, conditions, start.get(), lifted.worst(), progress);
        var chosen = best.chosen() == null ? lifted.chosen() : best.chosen();
        return result(
                problem,
                new Aim.Fairest(),
                chosen,
                best.bound(),
                lifted.bound(),
                best.proved() && best.chosen() != null && lifted.worst() >= lifted.bound());
    }

    /**
     * The assignment that changes the fewest pairs of an earlier one, and with the greatest sum among those.
     *
     * @param before the earlier pairs; those that are in conflict by now have to go
     */
    public AssignmentOutcome repair(AssignmentProblem problem, Collection<Pair> before, AssignmentProgress progress) {
        progress.began(Step.CHECKING);
        var aim = new Aim.FewestChanges(Collections.unmodifiableSortedSet(new TreeSet<>(before)));
        var part = OpenPart.of(problem);
        var conditions = SideConditions.of(problem);
        var earlier = new BitSet();
        before.forEach(pair -> earlier.set(problem.index(pair.proposal(), pair.reviewer())));
        earlier.and(part.open());
        progress.began(Step.RAISING_THE_TOTAL);
        if (conditions.areEmpty()) {
            return repairByFlow(problem, part, earlier, aim, progress);
        }
        var counting = part.weighing(index -> earlier.get(index) ? 1 : 0);
        var startOfCount = BestFlow.find(counting, progress);
        var start = BestFlow.find(part, progress);
        if (startOfCount.isEmpty() || start.isEmpty()) {
            return infeasible(problem, progress);
        }
        var most = BestUnderConditions.find(counting, conditions, startOfCount.get(), 1, work, progress);
        var mostKept = most.chosen();
        if (mostKept == null) {
            return infeasible(problem, progress);
        }
        var best = BestUnderConditions.find(
                part,
                conditions.keeping(earlier, (int) counting.weigh(mostKept)),
                start.get(),
                AssignmentProblem.UNITS,
                work,
                progress);
        var chosen = best.chosen() == null ? mostKept : best.chosen();
        return result(
                problem,
                aim,
                chosen,
                best.bound(),
                greatestWorst(problem),
                most.proved() && best.proved() && best.chosen() != null);
    }

    /**
     * Why a reviewer has or has not been given a proposal, and what imposing the opposite would cost, exactly.
     *
     * @param result what this solver made of this problem
     */
    public Explanation explain(
            AssignmentProblem problem,
            AssignmentResult result,
            int proposal,
            int reviewer,
            AssignmentProgress progress) {
        return new Explainer(this, problem, result, progress).explain(proposal, reviewer);
    }

    /** The same aim on another problem. */
    AssignmentOutcome pursue(Aim aim, AssignmentProblem problem, AssignmentProgress progress) {
        return switch (aim) {
            case Aim.Total() -> total(problem, progress);
            case Aim.Fairest() -> fairest(problem, progress);
            case Aim.FewestChanges(var before) -> repair(problem, before, progress);
        };
    }

    private AssignmentOutcome repairByFlow(
            AssignmentProblem problem, OpenPart part, BitSet earlier, Aim aim, AssignmentProgress progress) {
        var lightest = Long.MAX_VALUE;
        var heaviest = Long.MIN_VALUE;
        for (var index = part.open().nextSetBit(0);
                index >= 0;
                index = part.open().nextSetBit(index + 1)) {
            lightest = Math.min(lightest, part.weight(index));
            heaviest = Math.max(heaviest, part.weight(index));
        }
        // One earlier pair more outweighs all that affinities can differ by.
        var bonus = heaviest < lightest ? 0 : 1 + (heaviest - lightest) * part.demanded();
        var best = BestFlow.find(
                part.weighing(index -> problem.units[index] + (earlier.get(index) ? bonus : 0)), progress);
        if (best.isEmpty()) {
            return infeasible(problem, progress);
        }
        var chosen = best.get().chosen();
        var kept = (BitSet) chosen.clone();
        kept.and(earlier);
        return result(
                problem,
                aim,
                chosen,
                best.get().bound() - bonus * kept.cardinality(),
                greatestWorst(problem),
                best.get().bound() == best.get().weight());
    }

    private BestUnderConditions.Best under(
            AssignmentProblem problem,
            OpenPart part,
            SideConditions conditions,
            BestFlow.Best start,
            long floor,
            AssignmentProgress progress) {
        return BestUnderConditions.find(
                part, conditions.withFloor(problem, part, floor), start, AssignmentProblem.UNITS, work, progress);
    }

    private record Lifted(BitSet chosen, long worst, long bound) {}

    /** Lifts the worst-off proposal as far as a search over all pairs can, or leaves it with the bound known. */
    private Lifted lift(
            AssignmentProblem problem,
            OpenPart part,
            SideConditions conditions,
            BitSet lowest,
            long ceiling,
            AssignmentProgress progress) {
        var known = worst(problem, lowest);
        if (part.open().cardinality() > SEARCHABLE || known >= ceiling) {
            return new Lifted(lowest, known, ceiling);
        }
        var search = new Search(part, part.open(), new BitSet());
        search.impose(conditions);
        var level = search.model().newIntVar(known, ceiling, "");
        for (var proposal = 0; proposal < problem.proposals; proposal++) {
            if (problem.demand[proposal] > 0) {
                var total = search.totalOf(proposal, problem.units).add(keptTotal(problem, proposal));
                search.model().addGreaterOrEqual(total, level);
            }
        }
        search.model().maximize(level);
        search.hint(lowest);
        var found = search.solve(work, progress);
        if (!found.any()) {
            return new Lifted(lowest, known, ceiling);
        }
        var worst = worst(problem, found.chosen());
        var bound = found.status() == CpSolverStatus.OPTIMAL ? worst : Math.min(ceiling, (long) found.bound());
        return new Lifted(found.chosen(), worst, bound);
    }

    /** The least, over proposals, of the greatest total that each could have if it were alone. */
    private static long greatestWorst(AssignmentProblem problem) {
        var part = OpenPart.of(problem);
        var least = Long.MAX_VALUE;
        for (var proposal = 0; proposal < problem.proposals; proposal++) {
            if (problem.demand[proposal] > 0) {
                var row = part.row(proposal);
                var best = part.open().get(row, row + part.reviewers()).stream()
                        .filter(reviewer -> part.mostLoad()[reviewer] > 0)
                        .mapToLong(reviewer -> -part.weight(row + reviewer))
                        .sorted()
                        .limit(part.demand()[proposal])
                        .sum();
                least = Math.min(least, keptTotal(problem, proposal) - best);
            }
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    private static long keptTotal(AssignmentProblem problem, int proposal) {
        var row = proposal * problem.reviewers;
        return problem.kept.get(row, row + problem.reviewers).stream()
                .mapToLong(reviewer -> problem.units[row + reviewer])
                .sum();
    }

    private static long worst(AssignmentProblem problem, BitSet chosen) {
        var all = (BitSet) chosen.clone();
        all.or(problem.kept);
        return AssignmentResult.worst(problem, all);
    }

    private AssignmentOutcome infeasible(AssignmentProblem problem, AssignmentProgress progress) {
        progress.began(Step.FINDING_WHAT_IS_TO_BLAME);
        var infeasibility = LeastRelaxation.find(problem, work, progress);
        if (infeasibility.units() == 0) {
            throw new IllegalStateException("an assignment exists but was not found in the work allowed");
        }
        return infeasibility;
    }

    /** @param boundOfOpen a bound on what open pairs weigh, kept ones not counted */
    private static AssignmentResult result(
            AssignmentProblem problem, Aim aim, BitSet chosen, long boundOfOpen, long worstBound, boolean proved) {
        var kept =
                problem.kept.stream().mapToLong(index -> problem.units[index]).sum();
        return AssignmentResult.of(problem, aim, chosen, boundOfOpen + kept, worstBound, proved);
    }
}
