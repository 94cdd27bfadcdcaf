package org.caravanserai.agenda.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.SearchProgress;
import org.jspecify.annotations.Nullable;

/** One run: told of better agendas by the optimiser, and asked by it whether to go on. */
final class PlanRun implements SearchProgress {

    private static final long TELL_EVERY = Duration.ofMillis(300).toNanos();
    private static final long PASSES_EVERY = Duration.ofSeconds(1).toNanos();

    private final PlanInput input;
    private final PlanOrder order;
    private final Clock clock;
    private final Instant since;
    private final Runnable tell;
    private volatile PlanPicture picture;
    private volatile boolean stopped;
    private volatile Optional<PlanStanding> end = Optional.empty();
    private volatile Map<UUID, Optional<AgendaSpot>> targets = Map.of();
    private volatile @Nullable Thread worker;
    private long told;

    PlanRun(PlanInput input, PlanOrder order, Clock clock, Runnable tell) {
        this.input = input;
        this.order = order;
        this.tell = tell;
        this.clock = clock;
        since = clock.instant();
        picture = picture(input.current().cost(), 0);
    }

    /** Says which thread works, before it does. */
    void begin() {
        worker = Thread.currentThread();
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
        tell.run();
    }

    PlanPicture picture(AgendaCost best, long bound) {
        return new PlanPicture(
                order, since, input.working(), best, bound, input.problem().weights());
    }

    @Override
    public void found(AgendaCost cost, long bound) {
        picture = picture(cost, bound);
        tellAfter(TELL_EVERY);
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
        }
        return stopped;
    }
}
