package org.caravanserai.review.assignment;

import java.util.BitSet;
import java.util.function.IntToLongFunction;

/**
 * What is left to choose once kept pairs are taken off: open pairs with a weight, reviews still demanded, loads still
 * free.
 */
record OpenPart(
        int proposals,
        int reviewers,
        BitSet open,
        int[] demand,
        int[] leastLoad,
        int[] mostLoad,
        IntToLongFunction weight) {

    static OpenPart of(AssignmentProblem problem) {
        var open = (BitSet) problem.conflicts.clone();
        open.flip(0, problem.proposals * problem.reviewers);
        open.andNot(problem.kept);
        var demand = problem.demand.clone();
        var least = problem.leastLoad.clone();
        var most = problem.mostLoad.clone();
        problem.kept.stream().mapToObj(problem::pair).forEach(pair -> {
            demand[pair.proposal()]--;
            least[pair.reviewer()] = Math.max(0, least[pair.reviewer()] - 1);
            most[pair.reviewer()]--;
        });
        return new OpenPart(
                problem.proposals, problem.reviewers, open, demand, least, most, index -> problem.units[index]);
    }

    OpenPart weighing(IntToLongFunction other) {
        return new OpenPart(proposals, reviewers, open, demand, leastLoad, mostLoad, other);
    }

    long weight(int index) {
        return weight.applyAsLong(index);
    }

    int demanded() {
        return sum(demand);
    }

    /** First index of a proposal's row. */
    int row(int proposal) {
        return proposal * reviewers;
    }

    int[] loads(BitSet chosen) {
        var loads = new int[reviewers];
        for (var index = chosen.nextSetBit(0); index >= 0; index = chosen.nextSetBit(index + 1)) {
            loads[index % reviewers]++;
        }
        return loads;
    }

    int[] degrees(BitSet chosen) {
        var degrees = new int[proposals];
        for (var index = chosen.nextSetBit(0); index >= 0; index = chosen.nextSetBit(index + 1)) {
            degrees[index / reviewers]++;
        }
        return degrees;
    }

    long weigh(BitSet chosen) {
        var sum = 0L;
        for (var index = chosen.nextSetBit(0); index >= 0; index = chosen.nextSetBit(index + 1)) {
            sum = Math.addExact(sum, weight(index));
        }
        return sum;
    }

    static int sum(int[] counts) {
        var sum = 0;
        for (var count : counts) {
            sum = Math.addExact(sum, count);
        }
        return sum;
    }
}
