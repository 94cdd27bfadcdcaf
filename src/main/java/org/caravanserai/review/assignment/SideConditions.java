package org.caravanserai.review.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flow cannot express: members of required sets, a floor under each proposal's total, a number of earlier pairs to
 * keep. All counted on open pairs, after kept ones.
 *
 * @param units the affinity of each pair, by which floors are measured
 * @param sets who is in each required set
 * @param needed by set and proposal, how many members it still needs
 * @param floors by proposal, the total still missing; null when there is no floor
 * @param tops by proposal, what follows from its floor; says nothing new, but tells the linear relaxation
 * @param before pairs of which at least {@code keepAtLeast} are to be chosen
 */
record SideConditions(
        int[] units,
        List<BitSet> sets,
        int[][] needed,
        long @Nullable [] floors,
        List<List<Top>> tops,
        BitSet before,
        int keepAtLeast) {

    /** A proposal needs so many out of its best suited reviewers, or it cannot reach its floor. */
    record Top(BitSet members, int atLeast) {}

    static SideConditions of(AssignmentProblem problem) {
        var sets = new ArrayList<BitSet>();
        var needed = new int[problem.sets.size()][problem.proposals];
        for (var set : problem.sets) {
            var members = new BitSet(problem.reviewers);
            set.members().forEach(members::set);
            var ofSet = needed[sets.size()];
            for (var proposal = 0; proposal < problem.proposals; proposal++) {
                ofSet[proposal] = Math.min(set.atLeast(), problem.demand[proposal]);
            }
            problem.kept.stream().mapToObj(problem::pair).forEach(pair -> {
                if (members.get(pair.reviewer()) && ofSet[pair.proposal()] > 0) {
                    ofSet[pair.proposal()]--;
                }
            });
            sets.add(members);
        }
        return new SideConditions(
                problem.units, sets, needed, null, Collections.nCopies(problem.proposals, List.of()), new BitSet(), 0);
    }

    /** The same, with every proposal that needs reviews at this total or above. */
    SideConditions withFloor(AssignmentProblem problem, OpenPart part, long floor) {
        var floors = new long[problem.proposals];
        for (var proposal = 0; proposal < problem.proposals; proposal++) {
            floors[proposal] = problem.demand[proposal] == 0 ? Long.MIN_VALUE : floor;
        }
        problem.kept.stream().forEach(index -> {
            var proposal = index / problem.reviewers;
            floors[proposal] -= problem.units[index];
        });
        var tops = new ArrayList<List<Top>>();
        for (var proposal = 0; proposal < problem.proposals; proposal++) {
            tops.add(
                    floors[proposal] == Long.MIN_VALUE
                            ? List.of()
                            : tops(part, part.row(proposal), part.demand()[proposal], floors[proposal]));
        }
        return new SideConditions(units, sets, needed, floors, tops, before, keepAtLeast);
    }

    /**
     * Cover inequalities: if even the best {@code few} of all but the first so many, together with the best of all, stay
     * below the floor, then fewer than {@code few} may come from there.
     */
    private List<Top> tops(OpenPart part, int row, int demand, long floor) {
        var best = part.open().get(row, row + part.reviewers()).stream()
                .filter(reviewer -> part.mostLoad()[reviewer] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer reviewer) -> -units[row + reviewer]))
                .mapToInt(Integer::intValue)
                .toArray();
        var tops = new ArrayList<Top>();
        for (var few = 1; few <= demand; few++) {
            var ofBest = sum(row, best, 0, demand - few);
            for (var from = demand - few; from + few <= best.length; from++) {
                if (ofBest + sum(row, best, from, few) < floor) {
                    var members = new BitSet();
                    Arrays.stream(best, 0, from).forEach(members::set);
                    tops.add(new Top(members, demand - few + 1));
                    break;
                }
            }
        }
        return List.copyOf(tops);
    }

    private long sum(int row, int[] best, int from, int count) {
        var sum = 0L;
        for (var i = from; i < Math.min(best.length, from + count); i++) {
            sum += units[row + best[i]];
        }
        return sum;
    }

    SideConditions keeping(BitSet pairs, int atLeast) {
        return new SideConditions(units, sets, needed, floors, tops, pairs, atLeast);
    }

    boolean areEmpty() {
        return sets.isEmpty() && floors == null && keepAtLeast == 0;
    }

    boolean hasFloor(int proposal) {
        return floors != null && floors[proposal] != Long.MIN_VALUE;
    }

    long floor(int proposal) {
        return floors == null ? Long.MIN_VALUE : floors[proposal];
    }

    /** Whether a choice that meets demand and load meets these too. */
    boolean hold(OpenPart part, BitSet chosen) {
        var kept = 0;
        var counts = new int[sets.size()][part.proposals()];
        var totals = new long[part.proposals()];
        for (var index = chosen.nextSetBit(0); index >= 0; index = chosen.nextSetBit(index + 1)) {
            var proposal = index / part.reviewers();
            for (var set = 0; set < counts.length; set++) {
                counts[set][proposal] += sets.get(set).get(index % part.reviewers()) ? 1 : 0;
            }
            totals[proposal] += units[index];
            kept += before.get(index) ? 1 : 0;
        }
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            for (var set = 0; set < counts.length; set++) {
                if (counts[set][proposal] < needed[set][proposal]) {
                    return false;
                }
            }
            if (hasFloor(proposal) && totals[proposal] < floor(proposal)) {
                return false;
            }
        }
        return kept >= keepAtLeast;
    }
}
