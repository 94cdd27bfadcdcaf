package org.caravanserai.review.assignment;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Why a reviewer has or has not been given a proposal, and what would change it.
 *
 * @param standing how the pair stands
 * @param affinity of the pair
 * @param rank the reviewer's place for this proposal among those without conflict, best first, from one; zero in conflict
 * @param outOf how many reviewers are without conflict
 * @param ahead better suited reviewers without conflict who were not given the proposal, best first
 * @param changeOfTotal by how much the total changes when the opposite is imposed: the pair forbidden if assigned, forced
 *     if not; empty when no assignment would be left
 * @param changeOfWorst by how much the worst-off proposal's total changes then; empty with the one above
 * @param turningPoint the affinity at which the decision turns, when that is known: below it an assigned pair would not
 *     be chosen, above it one that is not would be
 * @param added pairs that would come in if the opposite were imposed, besides the pair itself
 * @param removed pairs that would go then, besides the pair itself
 */
public record Explanation(
        Standing standing,
        double affinity,
        int rank,
        int outOf,
        List<Ahead> ahead,
        OptionalDouble changeOfTotal,
        OptionalDouble changeOfWorst,
        OptionalDouble turningPoint,
        List<Pair> added,
        List<Pair> removed) {

    /** How a pair stands. */
    public enum Standing {
        ASSIGNED,
        KEPT,
        NOT_ASSIGNED,
        CONFLICT
    }

    /**
     * A better suited reviewer who was not given the proposal.
     *
     * @param full whether that reviewer already has as much as allowed
     */
    public record Ahead(int reviewer, double affinity, boolean full) {}
}
