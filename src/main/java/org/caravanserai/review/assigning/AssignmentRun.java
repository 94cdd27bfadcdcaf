package org.caravanserai.review.assigning;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Ids;
import org.caravanserai.review.assignment.AssignmentProblem;
import org.caravanserai.review.assignment.AssignmentProgress;
import org.caravanserai.review.assignment.AssignmentResult;
import org.caravanserai.review.assignment.Infeasibility;
import org.caravanserai.review.assignment.Pair;

/** One computation that somebody has asked for: told of its steps by the solver, and asked by it whether to go on. */
final class AssignmentRun implements AssignmentProgress {

    private final UUID key = Ids.next();
    private final MeetingId meeting;
    private final AssignmentWishes wishes;
    private final AssignmentInput input;
    private final List<Infeasibility.Relaxation> exceptions;
    private final Instant since;
    private final Set<Pair> dropped = new HashSet<>();
    private volatile Step step = Step.CHECKING;
    private volatile boolean cancelled;
    private volatile End end = new Open();

    /** How it ended, if it did. */
    sealed interface End {}

    record Open() implements End {}

    record Stopped() implements End {}

    record Failed() implements End {}

    record Found(AssignmentProblem problem, AssignmentResult result, Set<Pair> before, Instant at) implements End {}

    record Impossible(Infeasibility infeasibility) implements End {}

    AssignmentRun(
            MeetingId meeting,
            AssignmentWishes wishes,
            AssignmentInput input,
            List<Infeasibility.Relaxation> exceptions,
            Instant since) {
        this.meeting = meeting;
        this.wishes = wishes;
        this.input = input;
        this.exceptions = List.copyOf(exceptions);
        this.since = since;
    }

    @Override
    public void began(Step now) {
        step = now;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    void end(End how) {
        end = how;
    }

    UUID key() {
        return key;
    }

    MeetingId meeting() {
        return meeting;
    }

    AssignmentWishes wishes() {
        return wishes;
    }

    AssignmentInput input() {
        return input;
    }

    List<Infeasibility.Relaxation> exceptions() {
        return exceptions;
    }

    Instant since() {
        return since;
    }

    Step step() {
        return step;
    }

    End end() {
        return end;
    }

    Optional<Found> found() {
        return end instanceof Found found ? Optional.of(found) : Optional.empty();
    }

    /** Takes out of the preview what cannot be applied any more. */
    synchronized void drop(Pair pair) {
        dropped.add(pair);
    }

    /** The pairs of the preview that are left. */
    synchronized List<Pair> pairs(Found found) {
        return found.result().pairs().stream().filter(p -> !dropped.contains(p)).toList();
    }
}
