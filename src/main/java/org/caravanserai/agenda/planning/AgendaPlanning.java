package org.caravanserai.agenda.planning;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.optimiser.AgendaOptimiser;
import org.caravanserai.agenda.optimiser.LeastDisturbance;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.runs.KeptRun;
import org.caravanserai.platform.runs.LongRun;
import org.caravanserai.platform.runs.LongRuns;
import org.caravanserai.platform.runs.RunsOf;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the optimiser work for a meeting's organisers, in the background: one run for a meeting at a time, which goes on when
 * whoever began it closes her browser, and is kept for some hours. If the process that it works in ends, it ends too, and the
 * best agenda it had found is still there. Nothing changes on the board before an
 * organiser adopts what she was shown.
 */
@Service
public class AgendaPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(AgendaPlanning.class);
    private static final String CHANNEL = "agenda-planning";
    private static final Duration REPAIR = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;

    private final PlanInputs reading;
    private final PlanDifference difference;
    private final PlanClashes clashes;
    private final KeptRulesOfMeetings kept;
    private final RunsOf<PlanWork> runs;
    private final AgendaPlacing placing;
    private final MeetingDirectory directory;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("agenda-planning-", 0).factory());

    AgendaPlanning(
            PlanInputs reading,
            PlanDifference difference,
            PlanClashes clashes,
            KeptRulesOfMeetings kept,
            LongRuns runs,
            AgendaPlacing placing,
            MeetingDirectory directory) {
        this.reading = reading;
        this.difference = difference;
        this.clashes = clashes;
        this.kept = kept;
        this.runs = runs.of(CHANNEL, PlanWork.class);
        this.placing = placing;
        this.directory = directory;
    }

    /** Where views hear that a meeting's run is further, or over; the message says nothing. */
    public static LiveUpdates.Channel channel(MeetingId meeting) {
        return new LiveUpdates.Channel(CHANNEL, meeting.value());
    }

    /** The rules that were chosen last, or the usual ones. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public PlanRules rules(MeetingId meeting) {
        return kept.findByMeeting(meeting.value()).map(KeptRules::rules).orElseGet(PlanRules::usual);
    }

    /**
     * Begins to work; the rules are kept for the next time. What an earlier run found is forgotten.
     *
     * @throws Refusal if a run is at work, or there is nothing that could be planned
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void begin(MeetingId meeting, PlanOrder order) {
        if (look(meeting) instanceof PlanStanding.Running) {
            throw Refusal.of("optimiser.running");
        }
        var zone = directory
                .byId(meeting)
                .orElseThrow(() -> Refusal.of("agenda.place.gone"))
                .zone();
        var input = reading.read(meeting, order);
        order.trouble().ifPresent(trouble -> Troubles.after(input, trouble, zone));
        var rules = kept.findByMeeting(meeting.value()).orElseGet(() -> new KeptRules(meeting, order.rules()));
        rules.change(order.rules());
        kept.save(rules);
        var begun = runs.begin(
                meeting.value(),
                new PlanWork(PlanPicture.first(order, input), Map.of()),
                run -> workers.execute(() -> work(input, order, run, zone)));
        if (!begun) {
            throw Refusal.of("optimiser.running");
        }
    }

    /** How the run stands. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlanStanding look(MeetingId meeting) {
        return runs.find(meeting.value()).map(AgendaPlanning::standing).orElseGet(PlanStanding.None::new);
    }

    private static PlanStanding standing(KeptRun<PlanWork> run) {
        var work = run.state();
        return switch (run.standing()) {
            case WORKING, STOPPING -> new PlanStanding.Running(work.picture(), run.since(), run.took());
            case INTERRUPTED ->
                new PlanStanding.Interrupted(
                        work.picture(), run.since(), !work.targets().isEmpty());
            case ENDED -> work.end().orElseGet(PlanStanding.Failed::new);
        };
    }

    /** Ends the run; what it has found so far is kept. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public void stop(MeetingId meeting) {
        runs.stop(meeting.value());
    }

    /** Ends the run and forgets what it has found. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public void forget(MeetingId meeting) {
        runs.forget(meeting.value());
    }

    /** What would change on the board as it is now if the run's agenda were adopted. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public List<PlanMove> difference(MeetingId meeting) {
        return difference.of(meeting, targets(meeting));
    }

    /**
     * Adopts what was shown: all of it or nothing, as one batch that its adopter can undo.
     *
     * @param shown the difference as it was shown; if somebody has moved one of its sessions since, nothing is moved
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult adopt(MeetingId meeting, List<PlanMove> shown) {
        return placing.move(meeting, shown.stream().map(PlanMove::asMove).toList());
    }

    /** Where the run's agenda puts each session; empty while there is none. */
    Map<UUID, Optional<AgendaSpot>> targets(MeetingId meeting) {
        return runs.find(meeting.value())
                .filter(run -> !run.isAtWork())
                .map(run -> run.state().targets())
                .orElseGet(Map::of);
    }

    private void work(PlanInput input, PlanOrder order, LongRun<PlanWork> kept, ZoneId zone) {
        var run = new PlanRun(input, order, kept);
        try {
            if (order.trouble().isPresent()) {
                repair(run, order.trouble().get(), zone);
            } else {
                improve(run);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("An agenda could not be planned", e);
            run.end(new PlanStanding.Failed(), Map.of());
        }
    }

    private void improve(PlanRun run) {
        var input = run.input();
        var begin = System.nanoTime();
        var result = new AgendaOptimiser(input.problem(), 1)
                .improve(input.current(), Duration.ofSeconds(run.order().rules().seconds()), run);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        run.end(
                new PlanStanding.Ready(
                        run.picture(result.cost(), result.bound()),
                        took,
                        result.cost().hard(input.problem().weights()) == 0
                                ? List.of()
                                : clashes.of(input, input.problem()),
                        input.tooLong().stream()
                                .map(each -> each.refusal().problems().getFirst())
                                .toList()),
                input.spots(result.agenda()));
    }

    private void repair(PlanRun run, PlanOrder.Trouble trouble, ZoneId zone) {
        var input = run.input();
        var changed = Troubles.after(input, trouble, zone);
        var begin = System.nanoTime();
        var repair = LeastDisturbance.repair(input.current(), changed, REPAIR);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        if (repair.isEmpty()) {
            run.end(new PlanStanding.NoRepair(run.order(), clashes.of(input, changed)), Map.of());
            return;
        }
        var moves = repair.get().moves();
        var targets = new TreeMap<UUID, Optional<AgendaSpot>>();
        moves.forEach((session, place) -> targets.put(
                input.sessions().get(session),
                Optional.of(input.spot(
                        place, input.problem().sessions().get(session).minutes()))));
        run.end(
                new PlanStanding.Repaired(
                        run.order(), took, moves.size(), repair.get().proven()),
                targets);
    }
}
