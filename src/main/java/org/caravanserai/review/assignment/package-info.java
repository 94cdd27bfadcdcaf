/**
 * Who reviews what, as mathematics: from affinities, demands, load limits, conflicts and required sets to the assignment
 * that provably cannot be better, or to the reason why there is none.
 *
 * <p>Knows neither people nor tables: proposals and reviewers are numbers from zero, which the caller keeps in lists of
 * its own. The road: {@link org.caravanserai.review.assignment.AssignmentProblem} →
 * {@link org.caravanserai.review.assignment.AssignmentSolver} →
 * {@link org.caravanserai.review.assignment.AssignmentOutcome}. The same problem always gives the same answer.
 */
@NullMarked
package org.caravanserai.review.assignment;

import org.jspecify.annotations.NullMarked;
