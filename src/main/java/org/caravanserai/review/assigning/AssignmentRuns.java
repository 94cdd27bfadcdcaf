package org.caravanserai.review.assigning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.assignment.AssignmentProblem;
import org.caravanserai.review.assignment.AssignmentProgress;
import org.caravanserai.review.assignment.AssignmentResult;
import org.caravanserai.review.assignment.AssignmentSolver;
import org.caravanserai.review.assignment.Infeasibility;
import org.caravanserai.review.assignment.Infeasibility.Relaxation;
import org.caravanserai.review.assignment.Pair;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes assignments for those who lead a committee, in the background, and shows what came of it before anything holds.
 * Everybody has a run of her own for a meeting; it is kept in this process for a few hours and lost with it.
 */
@Service
public class AssignmentRuns {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentRuns.class);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final int MOST_KEPT = 40;
    private static final int AT_ONCE = 2;

    private final AssignmentReading reading;
    private final HiddenProposals hidden;
    private final LiveUpdates updates;
    private final Clock clock;
    private final AssignmentSolver solver = new AssignmentSolver();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("assignment-", 0).factory());
    private final Cache<Owner, AssignmentRun> runs =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).build();

    AssignmentRuns(AssignmentReading reading, HiddenProposals hidden, LiveUpdates updates, Clock clock) {
        this.reading = reading;
        this.hidden = hidden;
        this.updates = updates;
        this.clock = clock;
    }

    private record Owner(MeetingId meeting, UUID person) {}

    /** Where views hear of the steps and the end of a run. */
    public static LiveUpdates.Channel channel(UUID run) {
        return new LiveUpdates.Channel("assignment-run", run);
    }

    /** Begins to compute; what she had computed before is forgotten. Answers the run's key, to listen for. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public UUID begin(MeetingId meeting, AssignmentWishes wishes) {
        return begin(meeting, wishes, List.of());
    }

    /**
     * Computes again with the exceptions that the last run found to be the smallest ones.
     *
     * @throws Refusal if there was none that can be made
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public UUID allow(MeetingId meeting) {
        var run = mine(meeting).orElseThrow(() -> Refusal.of("assigning.run.gone"));
        if (!(run.end() instanceof AssignmentRun.Impossible(var why)) || !isAllowable(why)) {
            throw Refusal.of("assigning.run.gone");
        }
        var exceptions = new java.util.ArrayList<>(run.exceptions());
        exceptions.addAll(why.relaxation());
        return begin(meeting, run.wishes(), exceptions);
    }

    /** How her run stands. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public AssignmentStanding look(MeetingId meeting) {
        return mine(meeting).map(this::standing).orElseGet(AssignmentStanding.None::new);
    }

    /** Her run's key while it is being computed, to listen for. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    public Optional<UUID> running(MeetingId meeting) {
        return mine(meeting)
                .filter(run -> run.end() instanceof AssignmentRun.Open)
                .map(AssignmentRun::key);
    }

    /** Stops her run. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    public void cancel(MeetingId meeting) {
        mine(meeting).ifPresent(AssignmentRun::cancel);
    }

    /** Forgets her run. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    public void forget(MeetingId meeting) {
        mine(meeting).ifPresent(AssignmentRun::cancel);
        runs.invalidate(owner(meeting));
    }

    /** A page of the preview, by the proposals' codes. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<AssignmentPreview.Line> lines(MeetingId meeting, boolean onlyChanged, int offset, int limit) {
        return look(
                        meeting,
                        (run, found) -> new AssignmentLines(run, found, hidden.hiddenFromMe(meeting))
                                .page(onlyChanged, offset, limit))
                .orElse(List.of());
    }

    /** How many lines the preview has. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public int count(MeetingId meeting, boolean onlyChanged) {
        return look(
                        meeting,
                        (run, found) ->
                                new AssignmentLines(run, found, hidden.hiddenFromMe(meeting)).count(onlyChanged))
                .orElse(0);
    }

    /**
     * Why a reviewer would or would not be given a proposal, and what would change it.
     *
     * @throws Refusal if the preview has no such pair
     */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional(readOnly = true)
    public AssignmentExplanation explain(MeetingId meeting, ProposalId proposal, PersonId reviewer) {
        return look(
                        meeting,
                        (run, found) -> new AssignmentLines(run, found, hidden.hiddenFromMe(meeting))
                                .explain(solver, proposal, reviewer))
                .flatMap(it -> it)
                .orElseThrow(() -> Refusal.of("assigning.run.gone"));
    }

    /** Her run for a meeting, if it is not forgotten. */
    Optional<AssignmentRun> mine(MeetingId meeting) {
        return Optional.ofNullable(runs.getIfPresent(owner(meeting)));
    }

    private interface Looking<T> {
        T at(AssignmentRun run, AssignmentRun.Found found);
    }

    private <T> Optional<T> look(MeetingId meeting, Looking<T> looking) {
        return mine(meeting).flatMap(run -> run.found().map(found -> looking.at(run, found)));
    }

    private UUID begin(MeetingId meeting, AssignmentWishes wishes, List<Relaxation> exceptions) {
        forget(meeting);
        var run = new AssignmentRun(meeting, wishes, reading.read(meeting), exceptions, clock.instant());
        runs.put(owner(meeting), run);
        workers.execute(() -> compute(run));
        return run.key();
    }

    private Owner owner(MeetingId meeting) {
        return new Owner(meeting, hidden.me());
    }

    private void compute(AssignmentRun run) {
        try {
            var problem = run.input().problem(run.wishes(), run.exceptions());
            var before = run.input().live();
            run.end(
                    switch (solve(run, problem)) {
                        case AssignmentResult result ->
                            new AssignmentRun.Found(problem, result, before, clock.instant());
                        case Infeasibility why -> new AssignmentRun.Impossible(why);
                    });
        } catch (CancellationException stopped) {
            run.end(new AssignmentRun.Stopped());
        } catch (RuntimeException e) {
            LOG.error("An assignment could not be computed", e);
            run.end(new AssignmentRun.Failed());
        }
        updates.send(channel(run.key()), run.key());
    }

    private org.caravanserai.review.assignment.AssignmentOutcome solve(AssignmentRun run, AssignmentProblem problem) {
        var progress = new AssignmentProgress() {
            @Override
            public void began(Step step) {
                run.began(step);
                updates.send(channel(run.key()), run.key());
            }

            @Override
            public boolean cancelled() {
                return run.cancelled();
            }
        };
        return switch (run.wishes().aim()) {
            case GREATEST_TOTAL, ADD_MISSING -> solver.total(problem, progress);
            case FAIREST -> solver.fairest(problem, progress);
            case FEWEST_CHANGES ->
                solver.repair(problem, new TreeSet<>(run.input().live()), progress);
        };
    }

    private AssignmentStanding standing(AssignmentRun run) {
        return switch (run.end()) {
            case AssignmentRun.Open() ->
                run.cancelled()
                        ? new AssignmentStanding.Stopped()
                        : new AssignmentStanding.Running(run.step(), run.since());
            case AssignmentRun.Stopped() -> new AssignmentStanding.Stopped();
            case AssignmentRun.Failed() -> new AssignmentStanding.Failed();
            case AssignmentRun.Found found ->
                new AssignmentStanding.Ready(
                        new AssignmentLines(run, found, hidden.hiddenFromMe(run.meeting())).preview());
            case AssignmentRun.Impossible(var why) -> new AssignmentStanding.Blocked(obstacle(run.input(), why));
        };
    }

    private static boolean isAllowable(Infeasibility why) {
        return !why.relaxation().isEmpty()
                && why.relaxation().stream().noneMatch(r -> r instanceof Relaxation.FewerOfSet);
    }

    private static AssignmentObstacle obstacle(AssignmentInput input, Infeasibility why) {
        return new AssignmentObstacle(
                why.shortages().stream()
                        .map(s -> new AssignmentObstacle.Shortage(
                                s.kind() == Infeasibility.Kind.WORK,
                                s.proposals().stream().map(input::work).toList(),
                                s.reviewers().stream()
                                        .map(r -> input.reviewer(r).name())
                                        .toList(),
                                s.set().map(set -> RequiredGroup.valueOf(set.name())),
                                s.needed(),
                                s.available()))
                        .toList(),
                why.relaxation().stream().map(r -> allowance(input, r)).toList(),
                why.proof() == AssignmentResult.Proof.OPTIMAL,
                isAllowable(why));
    }

    private static AssignmentObstacle.Allowance allowance(AssignmentInput input, Relaxation relaxation) {
        return switch (relaxation) {
            case Relaxation.FewerReviews(var proposal, var by) ->
                new AssignmentObstacle.Allowance.FewerReviews(input.work(proposal), by);
            case Relaxation.MoreLoad(var reviewer, var by) ->
                new AssignmentObstacle.Allowance.MoreLoad(
                        input.reviewer(reviewer).name(), by);
            case Relaxation.LowerLeast(var reviewer, var by) ->
                new AssignmentObstacle.Allowance.LowerLeast(
                        input.reviewer(reviewer).name(), by);
            case Relaxation.FewerOfSet(var proposal, var set, var by) ->
                new AssignmentObstacle.Allowance.FewerOfGroup(
                        input.work(proposal), RequiredGroup.valueOf(set.name()), by);
        };
    }

    @PreDestroy
    void stop() {
        runs.asMap().values().forEach(AssignmentRun::cancel);
        workers.shutdownNow();
    }

    /** The pairs of her preview, by their keys, with those to make and those to take back. */
    record Changes(List<Pair> make, List<Pair> release) {}

    /** What applying a run would change. */
    static Changes changes(AssignmentRun run, AssignmentRun.Found found) {
        var after = run.pairs(found);
        var make = new TreeSet<>(after);
        make.removeAll(found.before());
        var release = new TreeSet<>(found.before());
        // What was dropped from the preview makes no room: only pairs that the computation itself gave up go.
        found.result().pairs().forEach(release::remove);
        return new Changes(List.copyOf(make), List.copyOf(release));
    }
}
