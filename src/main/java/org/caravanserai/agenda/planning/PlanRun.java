package org.caravanserai.agenda.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.SearchProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One run: told of better agendas by the optimiser, and asked by it whether to go on. */
final class PlanRun implements SearchProgress {

    private static final long TELL_EVERY = Duration.ofMillis(300).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(PlanRun.class);
    private static final long KEEPS_EVERY = Duration.ofSeconds(3).toNanos();
    private static final long PASSES_EVERY = Duration.ofSeconds(1).toNanos();

    private final PlanInput input;
    private final PlanOrder order;
    private final Clock clock;
    private final Instant since;
    private final Runnable tell;
    private final KeptRuns keeper;
    private volatile PlanPicture picture;
    private volatile boolean stopped;
    private volatile Optional<PlanStanding> end = Optional.empty();
    private volatile Map<UUID, Optional<AgendaSpot>> targets = Map.of();
    private volatile @Nullable Thread worker;
    private @Nullable Agenda best;
    private long told;
    private long kept;

    PlanRun(PlanInput input, PlanOrder order, Clock clock, Runnable tell, KeptRuns keeper) {
        this.input = input;
        this.order = order;
        this.tell = tell;
        this.keeper = keeper;
        this.clock = clock;
        since = clock.instant();
        picture = picture(input.current().cost(), 0);
    }

    /** Says which thread works, before it does. */
    void begin() {
        worker = Thread.currentThread();
        keep(false);
    }

    PlanInput input() {
        return input;
    }

    PlanOrder order() {
        return order;
    }

    Instant since() {
        return since;
    }

    boolean isOver() {
        return end.isPresent();
    }

    PlanStanding standing() {
        return end.orElseGet(() -> new PlanStanding.Running(picture, Duration.between(since, clock.instant())));
    }

    /** Where its agenda puts each session; nothing until it is over. */
    Map<UUID, Optional<AgendaSpot>> targets() {
        return targets;
    }

    void stop() {
        stopped = true;
    }

    void end(PlanStanding standing, Map<UUID, Optional<AgendaSpot>> to) {
        targets = to;
        end = Optional.of(standing);
        if (standing instanceof PlanStanding.Ready) {
            keep(true);
        } else {
            // A repair is done again sooner than it is looked up.
            forget();
        }
        tell.run();
    }

    PlanPicture picture(AgendaCost best, long bound) {
        return new PlanPicture(
                order, since, input.working(), best, bound, input.problem().weights());
    }

    @Override
    public void found(Agenda better, long bound) {
        best = better;
        picture = picture(better.cost(), bound);
        tellAfter(TELL_EVERY);
        keepAfter();
    }

    private void keepAfter() {
        if (System.nanoTime() - kept > KEEPS_EVERY) {
            keep(false);
        }
    }

    /** Only by the thread that works, which alone changes what it has found. */
    private void keep(boolean ended) {
        kept = System.nanoTime();
        var spots = ended ? targets : best == null ? Map.<UUID, Optional<AgendaSpot>>of() : input.spots(best);
        try {
            var found = new KeptRuns.Found(picture, Duration.between(since, clock.instant()), spots);
            stopped |= keeper.keep(input.meeting(), found, ended);
        } catch (DataAccessException e) {
            LOG.warn("A run goes on, but what it has found could not be kept", e);
        }
    }

    private void forget() {
        try {
            keeper.forget(input.meeting());
        } catch (DataAccessException e) {
            LOG.warn("A run is over, but its trace is still there", e);
        }
    }

    private void tellAfter(long pause) {
        var now = System.nanoTime();
        if (now - told > pause) {
            told = now;
            tell.run();
        }
    }

    @Override
    public boolean cancelled() {
        // The optimiser asks all the time, so whoever waits sees that time passes even if nothing better is found.
        if (Thread.currentThread() == worker) {
            tellAfter(PASSES_EVERY);
            keepAfter();
        }
        return stopped;
    }
}
