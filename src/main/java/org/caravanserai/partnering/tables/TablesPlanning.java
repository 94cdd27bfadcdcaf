package org.caravanserai.partnering.tables;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caravanserai.partnering.tables.TablesOrder.Trouble;
import org.caravanserai.partnering.tables.solver.TablesOptimiser;
import org.caravanserai.partnering.tables.solver.TablesRepair;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the optimiser fill an event's tables for its organisers, or mend what was given out, in the background: one run for an
 * event at a time, which goes on when whoever began it closes her browser. Nothing is given out before an organiser
 * {@linkplain GivingOut adopts} what she was shown.
 */
@Service
public class TablesPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(TablesPlanning.class);
    private static final Duration KEPT = Duration.ofHours(12);
    private static final int MOST_KEPT = 20;
    private static final int AT_ONCE = 1;
    private static final int ROUNDS = 1_000_000;

    private final EventFacts facts;
    private final PartyTimes times;
    private final LiveUpdates updates;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("tables-planning-", 0).factory());
    private final Cache<UUID, TablesRun> runs =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).build();

    TablesPlanning(EventFacts facts, PartyTimes times, LiveUpdates updates, Clock clock) {
        this.facts = facts;
        this.times = times;
        this.updates = updates;
        this.clock = clock;
    }

    /** Where views hear that an event's run is further, or over; the message says nothing. */
    public static LiveUpdates.Channel channel(UUID event) {
        return new LiveUpdates.Channel("tables-planning", event);
    }

    /**
     * Begins to work. What an earlier run found is forgotten.
     *
     * @throws Refusal if a run is at work, wishes are not complete yet, or nobody could meet
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
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
        var run = new TablesRun(order, problem, read.seats(), clock, () -> updates.tell(channel(event), event));
        if (runs.asMap().compute(event, (key, before) -> before == null || before.isOver() ? run : before) != run) {
            throw Refusal.of("tables.refused.running");
        }
        workers.execute(() -> work(run));
    }

    /** How the run stands. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    public TablesStanding look(UUID event) {
        return run(event).map(TablesRun::standing).orElseGet(TablesStanding.None::new);
    }

    /** Ends the run; what it has found so far is kept. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    public void stop(UUID event) {
        run(event).ifPresent(TablesRun::stop);
    }

    /** Ends the run and forgets what it has found. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    public void forget(UUID event) {
        stop(event);
        runs.invalidate(event);
    }

    /** The run of an event, if there is one. */
    Optional<TablesRun> run(UUID event) {
        return Optional.ofNullable(runs.getIfPresent(event));
    }

    private void work(TablesRun run) {
        try {
            if (run.order.trouble().isPresent()) {
                mend(run, run.order.trouble().get());
            } else {
                var result = new TablesOptimiser(run.problem.problem(), 1)
                        .fill(Duration.ofSeconds(run.order.seconds()), ROUNDS, run);
                run.end(
                        new TablesStanding.Ready(
                                run.order, run.took(), result.meetings().size(), result.score(), result.bound()),
                        run.problem.seats(result.meetings()));
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Tables could not be filled", e);
            run.end(new TablesStanding.Failed(), List.of());
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
            run.end(new TablesStanding.Failed(), List.of());
            return;
        }
        var mended = repair.get();
        run.end(
                new TablesStanding.Repaired(
                        run.order,
                        run.took(),
                        mended.meetings().size(),
                        mended.score(),
                        mended.changed(),
                        mended.proven()),
                run.problem.seats(mended.meetings()));
    }
}
