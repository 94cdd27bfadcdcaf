package org.caravanserai.agenda.planning;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.SearchProgress;
import org.caravanserai.platform.runs.LongRun;
import org.jspecify.annotations.Nullable;

/** One run: told of better agendas by the optimiser, and asked by it whether to go on. */
final class PlanRun implements SearchProgress {

    private static final long SAYS_EVERY = Duration.ofMillis(300).toNanos();

    private final PlanInput input;
    private final PlanOrder order;
    private final LongRun<PlanWork> run;
    private final Thread worker = Thread.currentThread();
    private PlanPicture picture;
    private @Nullable Agenda unsaid;
    private long said;

    /** Made by the thread that works, which alone changes what it has found. */
    PlanRun(PlanInput input, PlanOrder order, LongRun<PlanWork> run) {
        this.input = input;
        this.order = order;
        this.run = run;
        picture = PlanPicture.first(order, input);
    }

    PlanInput input() {
        return input;
    }

    PlanOrder order() {
        return order;
    }

    void end(PlanStanding standing, Map<UUID, Optional<AgendaSpot>> to) {
        run.end(new PlanWork(picture, to, Optional.of(standing)));
    }

    PlanPicture picture(AgendaCost best, long bound) {
        return PlanPicture.of(order, input, best, bound);
    }

    @Override
    public void found(Agenda better, long bound) {
        unsaid = better;
        picture = picture(better.cost(), bound);
        sayAfter();
    }

    private void sayAfter() {
        var now = System.nanoTime();
        if (unsaid != null && now - said > SAYS_EVERY) {
            said = now;
            run.at(new PlanWork(picture, input.spots(unsaid)));
            unsaid = null;
        }
    }

    @Override
    public boolean cancelled() {
        if (Thread.currentThread() == worker) {
            sayAfter();
        }
        return run.isToStop();
    }
}
