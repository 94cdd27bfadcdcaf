package org.caravanserai.agenda.optimiser;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Builds or improves an agenda with everything there is: local search for a first agenda, then large neighbourhoods and
 * local search in turn, while a second thread raises the bound. Ends when the time is over, it is stopped, or nothing can be
 * better.
 */
public final class AgendaOptimiser {

    private static final int IDLE = 40;
    private static final int FEW = 12;

    private final AgendaProblem problem;
    private final long seed;
    private final AtomicLong bound = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    /** Prepares to make agendas of this problem. */
    public AgendaOptimiser(AgendaProblem problem, long seed) {
        this.problem = problem;
        this.seed = seed;
    }

    /** Betters an agenda, which is left as it is; one without placements is built. */
    public AgendaResult improve(Agenda from, Duration time, SearchProgress progress) {
        bound.set(AgendaBound.alone(problem));
        var deadline = System.nanoTime() + time.toNanos();
        var raiser = new AgendaBound(problem);
        var raising = Thread.ofPlatform().daemon().name("agenda-bound").start(() -> raise(raiser, time, progress));
        try {
            return search(from, time, deadline, progress);
        } finally {
            over.set(true);
            raiser.stop();
            join(raising);
        }
    }

    private AgendaResult search(Agenda from, Duration time, long deadline, SearchProgress progress) {
        var search = new AgendaSearch(problem, seed);
        var slice = new Slice(progress);
        // Of few sessions, an agenda made anew is as soon as good, and perhaps better.
        var few = search.movable().size() <= FEW;
        var best = search.improve(from, time.dividedBy(few ? 12 : 3), slice).agenda();
        if (few) {
            best = cheaper(best, search.explore(time.dividedBy(4), slice).agenda());
        }
        var neighbourhood = new AgendaNeighbourhood(problem, search.movable(), new SplittableRandom(seed).split());
        var told = bound.get();
        var idle = 0;
        // Few sessions have few neighbourhoods: the same ones again find nothing new.
        var patience = Math.min(IDLE, search.movable().size());
        while (!ended(best, deadline, progress) && !search.movable().isEmpty()) {
            if (neighbourhood.improve(best)) {
                idle = 0;
                progress.found(best, bound.get());
            } else if (++idle >= patience) {
                idle = 0;
                var again = few
                        ? search.explore(time.dividedBy(8), slice)
                        : search.improve(best, time.dividedBy(20), slice);
                best = cheaper(best, again.agenda());
            }
            if (bound.get() > told) {
                told = bound.get();
                progress.found(best, told);
            }
        }
        return new AgendaResult(best, best.cost(), Math.min(bound.get(), best.total()));
    }

    private static Agenda cheaper(Agenda one, Agenda other) {
        return other.total() < one.total() ? other : one;
    }

    private boolean ended(Agenda best, long deadline, SearchProgress progress) {
        return progress.cancelled() || System.nanoTime() >= deadline || best.total() <= bound.get();
    }

    private void raise(AgendaBound raiser, Duration time, SearchProgress progress) {
        raiser.raise(
                time,
                new SearchProgress() {
                    @Override
                    public boolean cancelled() {
                        return over.get() || progress.cancelled();
                    }
                },
                better -> bound.accumulateAndGet(better, Math::max));
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what a slice of local search finds, with the bound as it is by now. */
    private final class Slice implements SearchProgress {

        private final SearchProgress progress;
        private long least = Long.MAX_VALUE;

        Slice(SearchProgress progress) {
            this.progress = progress;
        }

        @Override
        public void found(Agenda best, long known) {
            if (best.total() < least) {
                least = best.total();
                progress.found(best, bound.get());
            }
        }

        @Override
        public boolean cancelled() {
            return progress.cancelled() || least <= bound.get();
        }
    }
}
