package org.caravanserai.review.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Tiny random problems and all their assignments, to compare the solver's word with the plain truth. */
final class EveryAssignment {

    private EveryAssignment() {}

    /** A problem of a few proposals and reviewers; many have no assignment. */
    static AssignmentProblem random(long seed, int requiredSets) {
        var random = new Random(seed);
        var proposals = 1 + random.nextInt(3);
        var reviewers = 2 + random.nextInt(3);
        var builder = AssignmentProblem.of(proposals, reviewers);
        var coarse = random.nextBoolean();
        for (var proposal = 0; proposal < proposals; proposal++) {
            builder.demand(proposal, random.nextInt(4) == 0 ? random.nextInt(4) : 1 + random.nextInt(2));
            for (var reviewer = 0; reviewer < reviewers; reviewer++) {
                var affinity = coarse ? random.nextInt(4) / 4.0 : random.nextInt(1_000_000) / 1e6 - 0.2;
                builder.affinity(proposal, reviewer, affinity);
                if (random.nextInt(7) == 0) {
                    builder.conflict(proposal, reviewer);
                }
            }
        }
        for (var reviewer = 0; reviewer < reviewers; reviewer++) {
            var least = random.nextInt(5) == 0 ? 1 : 0;
            builder.load(reviewer, least, Math.max(least, 1 + random.nextInt(3)));
        }
        for (var set = 0; set < requiredSets; set++) {
            var members = IntStream.range(0, reviewers)
                    .filter(reviewer -> random.nextInt(5) < 3)
                    .boxed()
                    .toList();
            builder.require("set " + set, members, 1);
        }
        var problem = builder.build();
        var proposal = random.nextInt(proposals);
        var reviewer = random.nextInt(reviewers);
        if (random.nextInt(3) == 0
                && problem.demand(proposal) > 0
                && problem.mostLoad(reviewer) > 0
                && !problem.inConflict(proposal, reviewer)) {
            return problem.change().keep(proposal, reviewer).build();
        }
        return problem;
    }

    /** Every choice of pairs that keeps what is to be kept and is free of conflict, whatever its loads and demands. */
    static void choices(AssignmentProblem problem, Consumer<Set<Pair>> use) {
        var free = new ArrayList<Pair>();
        var kept = new HashSet<Pair>();
        for (var proposal = 0; proposal < problem.proposals(); proposal++) {
            for (var reviewer = 0; reviewer < problem.reviewers(); reviewer++) {
                if (problem.isKept(proposal, reviewer)) {
                    kept.add(new Pair(proposal, reviewer));
                } else if (!problem.inConflict(proposal, reviewer)) {
                    free.add(new Pair(proposal, reviewer));
                }
            }
        }
        for (var bits = 0; bits < 1 << free.size(); bits++) {
            var choice = new HashSet<>(kept);
            for (var i = 0; i < free.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    choice.add(free.get(i));
                }
            }
            use.accept(choice);
        }
    }

    /** All assignments that respect the problem. */
    static List<Set<Pair>> of(AssignmentProblem problem) {
        var all = new ArrayList<Set<Pair>>();
        choices(problem, choice -> {
            if (unitsShort(problem, choice) == 0) {
                all.add(choice);
            }
        });
        return all;
    }

    /** By how many units bounds have to give way for a choice; a great number if it gives a proposal too much. */
    static int unitsShort(AssignmentProblem problem, Set<Pair> choice) {
        var units = 0;
        for (var proposal = 0; proposal < problem.proposals(); proposal++) {
            var of = of(choice, proposal);
            if (of.size() > problem.demand(proposal)) {
                return 1_000;
            }
            units += problem.demand(proposal) - of.size();
            for (var set : problem.requiredSets()) {
                var members = (int) of.stream()
                        .filter(pair -> set.members().contains(pair.reviewer()))
                        .count();
                units += Math.max(0, Math.min(set.atLeast(), problem.demand(proposal)) - members);
            }
        }
        for (var reviewer = 0; reviewer < problem.reviewers(); reviewer++) {
            var load = load(choice, reviewer);
            units += Math.max(0, load - problem.mostLoad(reviewer)) + Math.max(0, problem.leastLoad(reviewer) - load);
        }
        return units;
    }

    static double total(AssignmentProblem problem, Collection<Pair> choice) {
        return choice.stream()
                .mapToDouble(pair -> problem.affinity(pair.proposal(), pair.reviewer()))
                .sum();
    }

    static double worst(AssignmentProblem problem, Set<Pair> choice) {
        return IntStream.range(0, problem.proposals())
                .filter(proposal -> problem.demand(proposal) > 0)
                .mapToDouble(proposal -> total(problem, of(choice, proposal)))
                .min()
                .orElse(0);
    }

    static int load(Set<Pair> choice, int reviewer) {
        return (int) choice.stream().filter(pair -> pair.reviewer() == reviewer).count();
    }

    private static List<Pair> of(Set<Pair> choice, int proposal) {
        return choice.stream().filter(pair -> pair.proposal() == proposal).toList();
    }
}
