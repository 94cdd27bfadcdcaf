package org.caravanserai.partnering.tables;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caravanserai.partnering.tables.TablesOrder.Trouble;
import org.caravanserai.partnering.tables.solver.TablesOptimiser;
import org.caravanserai.partnering.tables.solver.TablesRepair;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.runs.KeptRun;
import org.caravanserai.platform.runs.LongRuns;
import org.caravanserai.platform.runs.RunsOf;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the optimiser fill an event's tables for its organisers, or mend what was given out, in the background: one run for an
 * event at a time, which goes on when whoever began it closes her browser and is seen from every process. If its own process
 * ends, it ends too, and the best plan it had found is still there. Nothing is given out before an organiser
 * {@linkplain GivingOut adopts} what she was shown.
 */
@Service
public class TablesPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(TablesPlanning.class);
    private static final String CHANNEL = "tables-planning";
    private static final int AT_ONCE = 1;
    private static final int ROUNDS = 1_000_000;

    private final EventFacts facts;
    private final PartyTimes times;
    private final Persons persons;
    private final RunsOf<TablesWork> runs;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("tables-planning-", 0).factory());

    TablesPlanning(EventFacts facts, PartyTimes times, Persons persons, LongRuns runs) {
        this.facts = facts;
        this.times = times;
        this.persons = persons;
        this.runs = runs.of(CHANNEL, TablesWork.class);
    }

    /** Where views hear that an event's run is further, or over; the message says nothing. */
    public static LiveUpdates.Channel channel(UUID event) {
        return new LiveUpdates.Channel(CHANNEL, event);
    }

    /**
     * Begins to work. What an earlier run found is forgotten.
     *
     * @throws Refusal if a run is at work, wishes are not complete yet, or nobody could meet
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void begin(UUID event, TablesOrder order) {
        var read = facts.read(event);
        var state = read.event().state();
        if (order.trouble().isEmpty() ? state != EventState.CLOSED : !state.isGivenOut()) {
            throw Refusal.of("tables.refused.state");
        }
        var free = times.free(read);
        var lost = Map.<UUID, Long>of();
        switch (order.trouble().orElse(new Trouble.Refill(0))) {
            case Trouble.Leaves(var party, var from) ->
                free.computeIfPresent(party, (key, slots) -> slots & Slots.before(from));
            case Trouble.Lost(var table, var from) -> lost = Map.of(table, Slots.ALL & ~Slots.before(from));
            case Trouble.AfterAll _, Trouble.Refill _ -> {}
        }
        var problem = new EventProblem(read, free, lost);
        if (problem.problem().pairs().isEmpty()) {
            throw Refusal.of("tables.refused.nobody");
        }
        var seats = read.seats();
        var begun = runs.begin(
                event,
                TablesWork.begun(order, seats),
                run -> workers.execute(() -> work(new TablesRun(order, problem, seats, run))));
        if (!begun) {
            throw Refusal.of("tables.refused.running");
        }
    }

    /** How the run stands. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    public TablesStanding look(UUID event) {
        return runs.find(event).map(this::standing).orElseGet(TablesStanding.None::new);
    }

    private TablesStanding standing(KeptRun<TablesWork> run) {
        var work = run.state();
        var meetings = work.plan().size();
        return switch (run.standing()) {
            case WORKING, STOPPING ->
                new TablesStanding.Running(
                        work.order(),
                        starter(run),
                        run.since(),
                        run.took(),
                        run.standing() == KeptRun.Standing.STOPPING,
                        meetings,
                        work.score(),
                        work.bound());
            case INTERRUPTED ->
                new TablesStanding.Interrupted(
                        work.order(), starter(run), run.since(), run.took(), meetings, work.score(), work.bound());
            case ENDED ->
                work.failed()
                        ? new TablesStanding.Failed()
                        : work.mended()
                                .<TablesStanding>map(mended -> new TablesStanding.Repaired(
                                        work.order(),
                                        run.took(),
                                        meetings,
                                        work.score(),
                                        mended.changed(),
                                        mended.proven()))
                                .orElseGet(() -> new TablesStanding.Ready(
                                        work.order(), run.took(), meetings, work.score(), work.bound()));
        };
    }

    private Optional<PersonName> starter(KeptRun<TablesWork> run) {
        return run.starter().flatMap(persons::findById).map(Person::name);
    }

    /** Ends the run; what it has found so far is kept. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    public void stop(UUID event) {
        runs.stop(event);
    }

    /** Ends the run and forgets what it has found. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    public void forget(UUID event) {
        runs.forget(event);
    }

    /** The last run of an event, if it is over and has left a plan. */
    Optional<KeptRun<TablesWork>> found(UUID event) {
        return runs.find(event)
                .filter(run -> !run.isAtWork() && !run.state().failed())
                .filter(run -> run.standing() == KeptRun.Standing.ENDED
                        || !run.state().plan().isEmpty());
    }

    /**
     * Takes what a run has found for good.
     *
     * @throws Refusal if another has taken its place or it was taken already
     */
    void take(UUID event, UUID run) {
        if (!runs.take(event, run)) {
            throw Refusal.of("tables.refused.noPlan");
        }
    }

    private static void work(TablesRun run) {
        try {
            if (run.order.trouble().isPresent()) {
                mend(run, run.order.trouble().get());
            } else {
                var result = new TablesOptimiser(run.problem.problem(), 1)
                        .fill(Duration.ofSeconds(run.order.seconds()), ROUNDS, run);
                run.end(run.work(result));
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Tables could not be filled", e);
            run.end(run.begun().failing());
        }
    }

    /** What lies before the first slot that may change stays, whatever happens. */
    private static void mend(TablesRun run, Trouble trouble) {
        var stays = run.before.stream()
                .filter(seat -> trouble instanceof Trouble.Refill || seat.slot() < trouble.from())
                .toList();
        var open = run.before.stream().filter(seat -> !stays.contains(seat)).toList();
        var problem = run.problem.from(trouble.from(), run.problem.meetings(stays));
        var wanted = new HashSet<Integer>();
        if (trouble instanceof Trouble.AfterAll after) {
            run.problem.pair(Set.of(after.one(), after.other())).ifPresent(wanted::add);
        }
        var repair = TablesRepair.mend(problem, run.problem.meetings(open), wanted, run);
        if (repair.isEmpty()) {
            run.end(run.begun().failing());
            return;
        }
        var mended = repair.get();
        run.end(run.begun()
                .mended(
                        run.problem.seats(mended.meetings()),
                        mended.score(),
                        new TablesWork.Mended(mended.changed(), mended.proven())));
    }
}
