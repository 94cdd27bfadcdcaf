package org.caravanserai.review.assignment;

import java.util.concurrent.CancellationException;

/** Where work ends that nobody wants any more. */
final class Cancelled {

    private Cancelled() {}

    static void check(AssignmentProgress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("the assignment was stopped");
        }
    }
}
