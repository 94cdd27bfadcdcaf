package org.caravanserai.review.assigning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.affinity.Affinity;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.text.PersonName;

/**
 * An assignment that was computed and does not hold yet.
 *
 * @param run the run that it came from, to apply it by
 * @param at when it was computed
 * @param total the sum of affinities
 * @param totalBound no assignment as good by the first measure has a greater sum
 * @param worst the least sum of affinities of a proposal
 * @param worstBound no assignment gives its worst-off proposal more
 * @param worstOff the proposal that fares worst; empty if none needs a review
 * @param proved whether it is shown that nothing is better
 * @param pairs how many pairs there are in all
 * @param made how many of them are new
 * @param released how many of today's would be taken back
 * @param excepted how many exceptions from the plan were allowed for it
 * @param loads what each reviewer has and would have, by name
 */
public record AssignmentPreview(
        UUID run,
        AssignmentWishes wishes,
        Instant at,
        double total,
        double totalBound,
        double worst,
        double worstBound,
        Optional<ProposalWork> worstOff,
        boolean proved,
        int pairs,
        int made,
        int released,
        int excepted,
        List<Load> loads) {

    /**
     * What a reviewer has and would have.
     *
     * @param least how many she is to be given at least
     * @param most how many at most
     */
    public record Load(PersonId reviewer, PersonName name, int before, int after, int least, int most) {}

    /** How a pair of a preview differs from what is assigned now. */
    public enum Change {
        /** It is assigned now, too. */
        SAME,
        /** It would be made. */
        MADE,
        /** It is assigned now and would be taken back. */
        RELEASED
    }

    /**
     * A reviewer of a proposal, and why.
     *
     * @param affinity how well she suits it, with the reasons
     * @param bid what she has said of it; empty for nothing
     */
    public record Given(
            PersonId reviewer, PersonName name, Affinity affinity, Optional<Eagerness> bid, Change change) {}

    /**
     * A proposal with its reviewers, as the preview has it.
     *
     * @param wanted how many reviews its plan asks for
     * @param total the sum of affinities of those who would review it
     */
    public record Line(ProposalWork work, int wanted, double total, List<Given> given) {}
}
