package org.caravanserai.review.assignment;

import java.util.List;
import java.util.Optional;

/**
 * Why a problem has no assignment, and the least that would have to give way.
 *
 * @param shortages groups of proposals or reviewers that cannot have what they need whatever the others get; empty
 *     only when each demand can be met alone and required sets stand in each other's way
 * @param relaxation one choice of changes after which there is an assignment; no choice with fewer units exists
 * @param units how many units that is: one review less, one more of load, one less of a least load, one member less of
 *     a required set
 * @param proof whether it is shown that fewer units do not suffice
 */
public record Infeasibility(
        List<Shortage> shortages, List<Relaxation> relaxation, int units, AssignmentResult.Proof proof)
        implements AssignmentOutcome {

    /** What there is too little of. */
    public enum Kind {
        /** Reviewers for the proposals. */
        REVIEWERS,
        /** Proposals for reviewers who must be given some. */
        WORK
    }

    /**
     * A group that cannot have what it needs.
     *
     * @param proposals the proposals in need, or those from which the reviewers in need could be served
     * @param reviewers the reviewers who stand in the way by their limits, or those in need
     * @param set the required set when only its members count
     * @param needed reviews that the group needs
     * @param available reviews that can be had for it
     */
    public record Shortage(
            Kind kind,
            List<Integer> proposals,
            List<Integer> reviewers,
            Optional<RequiredSet> set,
            int needed,
            int available) {}

    /** One bound that gives way. */
    public sealed interface Relaxation {

        /** By how much. */
        int by();

        /** A proposal makes do with fewer reviews. */
        record FewerReviews(int proposal, int by) implements Relaxation {}

        /** A reviewer takes more. */
        record MoreLoad(int reviewer, int by) implements Relaxation {}

        /** A reviewer may be given fewer. */
        record LowerLeast(int reviewer, int by) implements Relaxation {}

        /** A proposal makes do with fewer reviewers out of a required set. */
        record FewerOfSet(int proposal, RequiredSet set, int by) implements Relaxation {}
    }
}
