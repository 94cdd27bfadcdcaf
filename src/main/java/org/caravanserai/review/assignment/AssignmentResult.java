package org.caravanserai.review.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An assignment that respects everything the problem demands.
 *
 * @param aim what it was made to be best at
 * @param pairs all pairs, kept ones included, by proposal and reviewer
 * @param total the sum of affinities
 * @param totalOfProposal the sum of affinities of each proposal's reviewers
 * @param loads the number of reviews of each reviewer
 * @param worst the least total of a proposal that needs reviews; zero when none does
 * @param bound no assignment as good by the aim's first measure has a greater total than this
 * @param worstBound no assignment gives its worst-off proposal more than this; for {@link Aim.Fairest} only,
 *     otherwise the greatest any proposal-by-proposal look allows
 * @param proof whether it is shown that nothing is better
 */
public record AssignmentResult(
        Aim aim,
        List<Pair> pairs,
        double total,
        List<Double> totalOfProposal,
        List<Integer> loads,
        double worst,
        double bound,
        double worstBound,
        Proof proof)
        implements AssignmentOutcome {

    /** What is known about better assignments. */
    public enum Proof {
        /** There is none. */
        OPTIMAL,
        /** None was found in the work allowed; the bounds say how much better one could be. */
        BEST_FOUND
    }

    /** Whether the reviewer is to review the proposal. */
    public boolean has(int proposal, int reviewer) {
        return java.util.Collections.binarySearch(pairs, new Pair(proposal, reviewer)) >= 0;
    }

    static AssignmentResult of(
            AssignmentProblem problem, Aim aim, BitSet chosen, long bound, long worstBound, boolean proved) {
        var pairs = new ArrayList<Pair>();
        var perProposal = new long[problem.proposals];
        var loads = new Integer[problem.reviewers];
        Arrays.fill(loads, 0);
        var all = (BitSet) chosen.clone();
        all.or(problem.kept);
        var total = 0L;
        for (var index = all.nextSetBit(0); index >= 0; index = all.nextSetBit(index + 1)) {
            var pair = problem.pair(index);
            pairs.add(pair);
            perProposal[pair.proposal()] += problem.units[index];
            loads[pair.reviewer()]++;
            total += problem.units[index];
        }
        return new AssignmentResult(
                aim,
                List.copyOf(pairs),
                AssignmentProblem.toAffinity(total),
                Arrays.stream(perProposal)
                        .mapToObj(AssignmentProblem::toAffinity)
                        .toList(),
                List.of(loads),
                AssignmentProblem.toAffinity(worst(problem, all)),
                AssignmentProblem.toAffinity(Math.max(bound, total)),
                AssignmentProblem.toAffinity(worstBound),
                proved ? Proof.OPTIMAL : Proof.BEST_FOUND);
    }

    /** The least total, in units, of a proposal that needs reviews. */
    static long worst(AssignmentProblem problem, BitSet all) {
        var worst = Long.MAX_VALUE;
        for (var proposal = 0; proposal < problem.proposals; proposal++) {
            if (problem.demand[proposal] > 0) {
                var sum = 0L;
                var end = (proposal + 1) * problem.reviewers;
                for (var index = all.nextSetBit(proposal * problem.reviewers);
                        index >= 0 && index < end;
                        index = all.nextSetBit(index + 1)) {
                    sum += problem.units[index];
                }
                worst = Math.min(worst, sum);
            }
        }
        return worst == Long.MAX_VALUE ? 0 : worst;
    }
}
