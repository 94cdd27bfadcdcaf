package org.caravanserai.review.assigning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.caravanserai.review.affinity.Affinity;
import org.caravanserai.review.assignment.Explanation;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.text.PersonName;

/**
 * Why a reviewer would or would not be given a proposal, and what would change it.
 *
 * @param standing how the pair stands in the preview
 * @param affinity how well she suits the proposal, with the reasons
 * @param bid what she has said of it; empty for nothing
 * @param rank her place among the reviewers without conflict, from one; zero with a conflict
 * @param outOf how many those are
 * @param ahead better suited ones who would not be given it, the best first
 * @param changeOfTotal by how much the sum would change with the opposite; empty if there would be no assignment
 * @param turningPoint the affinity at which the choice would turn, where that is known
 * @param added what else would come in then
 * @param removed what else would go
 */
public record AssignmentExplanation(
        Explanation.Standing standing,
        Affinity affinity,
        Optional<Eagerness> bid,
        int rank,
        int outOf,
        List<Ahead> ahead,
        OptionalDouble changeOfTotal,
        OptionalDouble turningPoint,
        List<Other> added,
        List<Other> removed) {

    /**
     * A better suited reviewer.
     *
     * @param full whether she has as much as she takes
     */
    public record Ahead(PersonName name, double affinity, boolean full) {}

    /** Another pair. */
    public record Other(ProposalWork work, PersonName reviewer) {}
}
