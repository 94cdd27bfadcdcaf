package org.caravanserai.review.assigning;

import java.time.Instant;
import org.caravanserai.review.assignment.AssignmentProgress;

/** How the computation stands that somebody asked for. */
public sealed interface AssignmentStanding {

    /** Nothing was asked for, or it is forgotten. */
    record None() implements AssignmentStanding {}

    /** It is being computed. */
    record Running(AssignmentProgress.Step step, Instant since) implements AssignmentStanding {}

    /** It was stopped. */
    record Stopped() implements AssignmentStanding {}

    /** It broke off for a reason that is in the log. */
    record Failed() implements AssignmentStanding {}

    /** There is one to look at. */
    record Ready(AssignmentPreview preview) implements AssignmentStanding {}

    /** There is none. */
    record Blocked(AssignmentObstacle obstacle) implements AssignmentStanding {}
}
