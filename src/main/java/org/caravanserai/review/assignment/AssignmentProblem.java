package org.caravanserai.review.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * What an assignment of reviewers has to respect, and what makes it good. Immutable; made by {@link #of}.
 *
 * <p>Affinities are kept in ten-millionths, as whole numbers: every sum is exact, so that two assignments are never
 * called different because of rounding, and a proof is a proof.
 */
public final class AssignmentProblem {

    /** Affinities lie between this and its negative. */
    public static final double LARGEST_AFFINITY = 20;

    /** How many units make an affinity of one. */
    static final int UNITS = 10_000_000;

    final int proposals;
    final int reviewers;
    final int[] units;
    final BitSet conflicts;
    final BitSet kept;
    final int[] demand;
    final int[] leastLoad;
    final int[] mostLoad;
    final List<RequiredSet> sets;

    private AssignmentProblem(Builder from) {
        proposals = from.proposals;
        reviewers = from.reviewers;
        units = from.units.clone();
        conflicts = (BitSet) from.conflicts.clone();
        kept = (BitSet) from.kept.clone();
        demand = from.demand.clone();
        leastLoad = from.leastLoad.clone();
        mostLoad = from.mostLoad.clone();
        sets = List.copyOf(from.sets);
    }

    /** A problem to fill in: no affinity, no review demanded, no reviewer who may take one. */
    public static Builder of(int proposals, int reviewers) {
        return new Builder(proposals, reviewers);
    }

    /** The same problem, to be changed. */
    public Builder change() {
        var builder = new Builder(proposals, reviewers);
        System.arraycopy(units, 0, builder.units, 0, units.length);
        builder.conflicts.or(conflicts);
        builder.kept.or(kept);
        System.arraycopy(demand, 0, builder.demand, 0, proposals);
        System.arraycopy(leastLoad, 0, builder.leastLoad, 0, reviewers);
        System.arraycopy(mostLoad, 0, builder.mostLoad, 0, reviewers);
        builder.sets.addAll(sets);
        return builder;
    }

    /** How many proposals there are. */
    public int proposals() {
        return proposals;
    }

    /** How many reviewers there are. */
    public int reviewers() {
        return reviewers;
    }

    /** How many reviews the proposal needs. */
    public int demand(int proposal) {
        return demand[proposal];
    }

    /** How many reviews the reviewer has to be given. */
    public int leastLoad(int reviewer) {
        return leastLoad[reviewer];
    }

    /** How many reviews the reviewer may be given. */
    public int mostLoad(int reviewer) {
        return mostLoad[reviewer];
    }

    /** How well the reviewer suits the proposal. */
    public double affinity(int proposal, int reviewer) {
        return toAffinity(units[index(proposal, reviewer)]);
    }

    /** Whether the reviewer must not see the proposal. */
    public boolean inConflict(int proposal, int reviewer) {
        return conflicts.get(index(proposal, reviewer));
    }

    /** Whether the pair has to stay. */
    public boolean isKept(int proposal, int reviewer) {
        return kept.get(index(proposal, reviewer));
    }

    /** The sets of reviewers of whom each proposal needs some. */
    public List<RequiredSet> requiredSets() {
        return sets;
    }

    int index(int proposal, int reviewer) {
        return proposal * reviewers + reviewer;
    }

    Pair pair(int index) {
        return new Pair(index / reviewers, index % reviewers);
    }

    static double toAffinity(long units) {
        return (double) units / UNITS;
    }

    /** Collects a problem and refuses what cannot be meant. */
    public static final class Builder {

        private final int proposals;
        private final int reviewers;
        private final int[] units;
        private final BitSet conflicts = new BitSet();
        private final BitSet kept = new BitSet();
        private final int[] demand;
        private final int[] leastLoad;
        private final int[] mostLoad;
        private final List<RequiredSet> sets = new ArrayList<>();

        private Builder(int proposals, int reviewers) {
            if (proposals < 0 || reviewers < 0) {
                throw new IllegalArgumentException(
                        "there are no " + proposals + " proposals or " + reviewers + " reviewers");
            }
            this.proposals = proposals;
            this.reviewers = reviewers;
            units = new int[Math.multiplyExact(proposals, reviewers)];
            demand = new int[proposals];
            leastLoad = new int[reviewers];
            mostLoad = new int[reviewers];
        }

        /** States how well a reviewer suits a proposal; zero unless said. */
        public Builder affinity(int proposal, int reviewer, double affinity) {
            if (!(Math.abs(affinity) <= LARGEST_AFFINITY)) {
                throw new IllegalArgumentException("affinity " + affinity + " of proposal " + proposal
                        + " and reviewer " + reviewer + " is not between -" + LARGEST_AFFINITY + " and "
                        + LARGEST_AFFINITY);
            }
            units[index(proposal, reviewer)] = (int) Math.round(affinity * UNITS);
            return this;
        }

        /** Forbids a pair, whatever its affinity: a conflict of interest, a language the reviewer cannot judge in. */
        public Builder conflict(int proposal, int reviewer) {
            conflicts.set(index(proposal, reviewer));
            return this;
        }

        /** Demands that many reviews of one proposal. */
        public Builder demand(int proposal, int reviews) {
            if (reviews < 0) {
                throw new IllegalArgumentException("proposal " + proposal + " cannot need " + reviews + " reviews");
            }
            demand[checkProposal(proposal)] = reviews;
            return this;
        }

        /** Demands that many reviews of every proposal. */
        public Builder demandOfEach(int reviews) {
            for (var proposal = 0; proposal < proposals; proposal++) {
                demand(proposal, reviews);
            }
            return this;
        }

        /** Gives one reviewer at least and at most so many reviews. */
        public Builder load(int reviewer, int least, int most) {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException(
                        "reviewer " + reviewer + " cannot take at least " + least + " and at most " + most);
            }
            leastLoad[checkReviewer(reviewer)] = least;
            mostLoad[reviewer] = most;
            return this;
        }

        /** Gives every reviewer at least and at most so many reviews. */
        public Builder loadOfEach(int least, int most) {
            for (var reviewer = 0; reviewer < reviewers; reviewer++) {
                load(reviewer, least, most);
            }
            return this;
        }

        /** Keeps a pair that is already assigned. */
        public Builder keep(int proposal, int reviewer) {
            kept.set(index(proposal, reviewer));
            return this;
        }

        /** Lets a pair that was kept go again. */
        public Builder release(int proposal, int reviewer) {
            kept.clear(index(proposal, reviewer));
            return this;
        }

        /** Demands that every proposal has at least so many reviewers out of a set. */
        public Builder require(String name, Collection<Integer> members, int atLeast) {
            if (atLeast < 1) {
                throw new IllegalArgumentException("at least " + atLeast + " of " + name + " says nothing");
            }
            members.forEach(this::checkReviewer);
            sets.add(new RequiredSet(name, Collections.unmodifiableSortedSet(new TreeSet<>(members)), atLeast));
            return this;
        }

        /**
         * The problem as collected.
         *
         * @throws IllegalArgumentException when pairs to keep are in conflict, or are more than demand or load allow
         */
        public AssignmentProblem build() {
            if (kept.intersects(conflicts)) {
                var both = (BitSet) kept.clone();
                both.and(conflicts);
                var first = both.nextSetBit(0);
                throw new IllegalArgumentException("proposal " + first / reviewers + " is to keep reviewer "
                        + first % reviewers + ", who is in conflict with it");
            }
            var perProposal = new int[proposals];
            var perReviewer = new int[reviewers];
            kept.stream().forEach(index -> {
                perProposal[index / reviewers]++;
                perReviewer[index % reviewers]++;
            });
            refuseExcess("proposal", perProposal, demand);
            refuseExcess("reviewer", perReviewer, mostLoad);
            return new AssignmentProblem(this);
        }

        private static void refuseExcess(String whose, int[] kept, int[] limit) {
            for (var i = 0; i < kept.length; i++) {
                if (kept[i] > limit[i]) {
                    throw new IllegalArgumentException(
                            whose + " " + i + " is to keep " + kept[i] + " reviews, but may have " + limit[i]);
                }
            }
        }

        private int index(int proposal, int reviewer) {
            return checkProposal(proposal) * reviewers + checkReviewer(reviewer);
        }

        private int checkProposal(int proposal) {
            if (proposal < 0 || proposal >= proposals) {
                throw new IllegalArgumentException("there is no proposal " + proposal + " of " + proposals);
            }
            return proposal;
        }

        private int checkReviewer(int reviewer) {
            if (reviewer < 0 || reviewer >= reviewers) {
                throw new IllegalArgumentException("there is no reviewer " + reviewer + " of " + reviewers);
            }
            return reviewer;
        }
    }

    @Override
    public String toString() {
        return "AssignmentProblem[" + proposals + " x " + reviewers + ", demand " + Arrays.toString(demand) + "]";
    }
}
