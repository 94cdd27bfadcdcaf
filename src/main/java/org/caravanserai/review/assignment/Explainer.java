package org.caravanserai.review.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.caravanserai.review.assignment.Explanation.Ahead;
import org.caravanserai.review.assignment.Explanation.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Answers "why" for one pair. When the total of a pure flow was sought, imposing the opposite means pushing one review
 * around the cheapest cycle of the residual network through the pair, which is exact; otherwise the problem is solved again
 * with the opposite imposed.
 */
final class Explainer {

    private static final long FAR = Long.MAX_VALUE / 4;

    private final AssignmentSolver solver;
    private final AssignmentProblem problem;
    private final AssignmentResult result;
    private final AssignmentProgress progress;

    Explainer(
            AssignmentSolver solver, AssignmentProblem problem, AssignmentResult result, AssignmentProgress progress) {
        this.solver = solver;
        this.problem = problem;
        this.result = result;
        this.progress = progress;
    }

    Explanation explain(int proposal, int reviewer) {
        var index = problem.index(proposal, reviewer);
        var standing = standing(proposal, reviewer);
        var better = new ArrayList<Ahead>();
        var outOf = 0;
        var rank = 1;
        for (var other = 0; other < problem.reviewers; other++) {
            if (problem.inConflict(proposal, other)) {
                continue;
            }
            outOf++;
            if (problem.units[problem.index(proposal, other)] > problem.units[index]) {
                rank++;
                if (!result.has(proposal, other)) {
                    better.add(new Ahead(
                            other,
                            problem.affinity(proposal, other),
                            result.loads().get(other) >= problem.mostLoad[other]));
                }
            }
        }
        better.sort(Comparator.comparingDouble(Ahead::affinity).reversed().thenComparing(Ahead::reviewer));
        var affinity = problem.affinity(proposal, reviewer);
        if (standing == Standing.CONFLICT) {
            return new Explanation(
                    standing,
                    affinity,
                    0,
                    outOf,
                    List.copyOf(better),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    List.of());
        }
        var byCycle = standing != Standing.KEPT
                && result.aim() instanceof Aim.Total
                && problem.sets.isEmpty()
                && result.proof() == AssignmentResult.Proof.OPTIMAL;
        var opposite = byCycle ? byCycle(new Pair(proposal, reviewer)) : bySolving(proposal, reviewer);
        return new Explanation(
                standing,
                affinity,
                rank,
                outOf,
                List.copyOf(better),
                opposite.map(it -> OptionalDouble.of(it.changeOfTotal)).orElse(OptionalDouble.empty()),
                opposite.map(it -> OptionalDouble.of(it.changeOfWorst)).orElse(OptionalDouble.empty()),
                byCycle && opposite.isPresent()
                        ? OptionalDouble.of(
                                standing == Standing.ASSIGNED
                                        ? affinity + opposite.get().changeOfTotal
                                        : affinity - opposite.get().changeOfTotal)
                        : OptionalDouble.empty(),
                opposite.map(Opposite::added).orElse(List.of()),
                opposite.map(Opposite::removed).orElse(List.of()));
    }

    private record Opposite(double changeOfTotal, double changeOfWorst, List<Pair> added, List<Pair> removed) {}

    private Standing standing(int proposal, int reviewer) {
        if (problem.inConflict(proposal, reviewer)) {
            return Standing.CONFLICT;
        }
        if (problem.isKept(proposal, reviewer)) {
            return Standing.KEPT;
        }
        return result.has(proposal, reviewer) ? Standing.ASSIGNED : Standing.NOT_ASSIGNED;
    }

    private Optional<Opposite> bySolving(int proposal, int reviewer) {
        var change = problem.change();
        if (result.has(proposal, reviewer)) {
            change.release(proposal, reviewer).conflict(proposal, reviewer);
        } else {
            if (keptBy(proposal, true) >= problem.demand[proposal]
                    || keptBy(reviewer, false) >= problem.mostLoad[reviewer]) {
                return Optional.empty();
            }
            change.keep(proposal, reviewer);
        }
        return solver.pursue(result.aim(), change.build(), progress) instanceof AssignmentResult other
                ? Optional.of(opposite(new Pair(proposal, reviewer), other.pairs()))
                : Optional.empty();
    }

    private long keptBy(int number, boolean proposal) {
        return problem.kept.stream()
                .mapToObj(problem::pair)
                .filter(pair -> number == (proposal ? pair.proposal() : pair.reviewer()))
                .count();
    }

    private Opposite opposite(Pair imposed, List<Pair> pairs) {
        var added = new TreeSet<>(pairs);
        result.pairs().forEach(added::remove);
        var removed = new TreeSet<>(result.pairs());
        pairs.forEach(removed::remove);
        var chosen = new BitSet();
        pairs.forEach(pair -> chosen.set(problem.index(pair.proposal(), pair.reviewer())));
        var total = chosen.stream().mapToLong(i -> problem.units[i]).sum();
        var before = result.pairs().stream()
                .mapToLong(pair -> problem.units[problem.index(pair.proposal(), pair.reviewer())])
                .sum();
        var worst = AssignmentResult.worst(problem, chosen) - Math.round(result.worst() * AssignmentProblem.UNITS);
        added.remove(imposed);
        removed.remove(imposed);
        return new Opposite(
                AssignmentProblem.toAffinity(total - before),
                AssignmentProblem.toAffinity(worst),
                List.copyOf(added),
                List.copyOf(removed));
    }

    private Optional<Opposite> byCycle(Pair imposed) {
        var part = OpenPart.of(problem);
        var chosen = new BitSet();
        result.pairs().forEach(pair -> chosen.set(problem.index(pair.proposal(), pair.reviewer())));
        chosen.andNot(problem.kept);
        var assigned = result.has(imposed.proposal(), imposed.reviewer());
        var reviewerNode = part.proposals() + imposed.reviewer();
        var path = assigned
                ? shortest(part, chosen, imposed.proposal(), reviewerNode)
                : shortest(part, chosen, reviewerNode, imposed.proposal());
        if (path == null) {
            return Optional.empty();
        }
        var after = new TreeSet<>(result.pairs());
        flip(after, imposed);
        for (var step = 1; step < path.size(); step++) {
            var from = path.get(step - 1);
            var to = path.get(step);
            var hub = part.proposals() + part.reviewers();
            if (from != hub && to != hub) {
                flip(after, new Pair(Math.min(from, to), Math.max(from, to) - part.proposals()));
            }
        }
        return Optional.of(opposite(imposed, List.copyOf(after)));
    }

    private static void flip(TreeSet<Pair> pairs, Pair pair) {
        if (!pairs.remove(pair)) {
            pairs.add(pair);
        }
    }

    /** The nodes of the shortest way through the residual network, by Bellman and Ford; null when there is none. */
    private static @Nullable List<Integer> shortest(OpenPart part, BitSet chosen, int start, int end) {
        var hub = part.proposals() + part.reviewers();
        var distance = new long[hub + 1];
        var previous = new int[hub + 1];
        Arrays.fill(distance, FAR);
        Arrays.fill(previous, -1);
        distance[start] = 0;
        var loads = part.loads(chosen);
        var changed = true;
        while (changed) {
            changed = false;
            for (var index = part.open().nextSetBit(0);
                    index >= 0;
                    index = part.open().nextSetBit(index + 1)) {
                var proposal = index / part.reviewers();
                var reviewer = part.proposals() + index % part.reviewers();
                changed |= chosen.get(index)
                        ? relax(distance, previous, reviewer, proposal, part.weight(index))
                        : relax(distance, previous, proposal, reviewer, -part.weight(index));
            }
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                if (loads[reviewer] < part.mostLoad()[reviewer]) {
                    changed |= relax(distance, previous, part.proposals() + reviewer, hub, 0);
                }
            }
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                if (loads[reviewer] > part.leastLoad()[reviewer]) {
                    changed |= relax(distance, previous, hub, part.proposals() + reviewer, 0);
                }
            }
        }
        if (distance[end] >= FAR) {
            return null;
        }
        var path = new ArrayList<Integer>();
        for (var node = end; node != -1; node = previous[node]) {
            path.addFirst(node);
        }
        return path;
    }

    private static boolean relax(long[] distance, int[] previous, int from, int to, long cost) {
        if (distance[from] >= FAR || distance[from] + cost >= distance[to]) {
            return false;
        }
        distance[to] = distance[from] + cost;
        previous[to] = from;
        return true;
    }
}
