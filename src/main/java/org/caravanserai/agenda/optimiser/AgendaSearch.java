package org.caravanserai.agenda.optimiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Builds or improves an agenda: places what has no place where it costs least, the hardest to place first, then anneals
 * (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983) until the time is over, nothing can be better, or it is stopped. Pinned
 * sessions stay. The same seed and the same number of steps give the same agenda; the time does not.
 */
public final class AgendaSearch {

    private static final int LOOK_AROUND = 64;
    private static final double COLDEST = 0.5;

    private final AgendaProblem problem;
    private final List<List<Place>> places = new ArrayList<>();
    private final List<Integer> movable = new ArrayList<>();
    private final long bound;
    private final SplittableRandom random;

    /** Prepares to make agendas of this problem. */
    public AgendaSearch(AgendaProblem problem, long seed) {
        this.problem = problem;
        random = new SplittableRandom(seed);
        for (var session = 0; session < problem.sessions().size(); session++) {
            places.add(problem.places(session));
            if (problem.sessions().get(session).pinned().isEmpty()
                    && !places.get(session).isEmpty()) {
                movable.add(session);
            }
        }
        bound = bound();
    }

    /** No agenda costs less: every session alone at its best place, and pinned ones where they are. */
    public long bound() {
        var empty = new Agenda(problem);
        var sum = empty.cost().total()
                - (long) unplaced(empty).size() * problem.weight(Rule.UNPLACED);
        for (var session : unplaced(empty)) {
            var least = problem.weight(Rule.UNPLACED);
            for (var place : places.get(session)) {
                least = Math.min(least, problem.weight(Rule.UNPLACED) + empty.delta(session, place));
            }
            sum += Math.max(0, least);
        }
        return sum;
    }

    /** From empty, but for what is pinned. */
    public AgendaResult build(Duration time, SearchProgress progress) {
        return improve(new Agenda(problem), time, progress);
    }

    /** From an agenda that is there, which is left as it is. */
    public AgendaResult improve(Agenda from, Duration time, SearchProgress progress) {
        var deadline = System.nanoTime() + time.toNanos();
        var agenda = from.copy();
        settle(agenda, deadline, progress);
        var best = agenda.copy();
        progress.found(best.cost(), bound);
        var begin = System.nanoTime();
        var hottest = Math.max(1, problem.weight(Rule.TOPIC_PARALLEL) * 2.0);
        var temperature = hottest;
        var current = agenda.total();
        var least = current;
        for (var step = 0L; !movable.isEmpty() && least > bound; step++) {
            if (step % 64 == 0) {
                var now = System.nanoTime();
                if (now >= deadline || progress.cancelled()) {
                    break;
                }
                temperature = hottest * Math.pow(COLDEST / hottest, (double) (now - begin) / (deadline - begin));
            }
            var session = movable.get(random.nextInt(movable.size()));
            var own = places.get(session);
            var place = own.get(random.nextInt(own.size()));
            var worse = agenda.delta(session, place);
            if (worse > 0 && random.nextDouble() >= Math.exp(-worse / temperature)) {
                continue;
            }
            agenda.place(session, place);
            current += worse;
            if (current < least) {
                least = current;
                best = agenda.copy();
                progress.found(best.cost(), bound);
            }
        }
        return new AgendaResult(best, best.cost(), bound);
    }

    /** Places what has no place, then moves what breaks hard rules, where it costs least. */
    private void settle(Agenda agenda, long deadline, SearchProgress progress) {
        var waiting = new ArrayList<>(unplaced(agenda));
        waiting.sort(Comparator.comparingInt(session ->
                -problem.sessions().get(session).minutes()
                        * (1 + problem.sessions().get(session).people().size())));
        for (var session : waiting) {
            if (System.nanoTime() >= deadline || progress.cancelled()) {
                return;
            }
            var place = cheapest(agenda, session, false);
            if (place != null && agenda.delta(session, place) < 0) {
                agenda.place(session, place);
            }
        }
        for (var round = 0; agenda.hard() > 0 && round < 200; round++) {
            var before = agenda.hard();
            for (var session : movable) {
                if (System.nanoTime() >= deadline || progress.cancelled()) {
                    return;
                }
                var at = agenda.place(session);
                if (at.isPresent()
                        && agenda.suits(session, at.get())
                        && agenda.blockers(session, at.get()).isEmpty()) {
                    continue;
                }
                var place = cheapest(agenda, session, true);
                if (place != null && agenda.delta(session, place) <= 0) {
                    agenda.place(session, place);
                }
            }
            if (agenda.hard() == before && random.nextInt(3) == 0) {
                break;
            }
        }
    }

    private @Nullable Place cheapest(Agenda agenda, int session, boolean all) {
        var own = places.get(session);
        Place cheapest = null;
        var least = Long.MAX_VALUE;
        var first = own.isEmpty() ? 0 : random.nextInt(own.size());
        var good = 0;
        for (var i = 0; i < own.size(); i++) {
            var place = own.get((first + i) % own.size());
            var delta = agenda.delta(session, place);
            if (delta < least) {
                least = delta;
                cheapest = place;
            }
            good += delta <= -problem.weight(Rule.UNPLACED) / 2 ? 1 : 0;
            if (!all && good > LOOK_AROUND) {
                break;
            }
        }
        return cheapest;
    }

    private List<Integer> unplaced(Agenda agenda) {
        var unplaced = new ArrayList<Integer>();
        for (var session = 0; session < problem.sessions().size(); session++) {
            if (agenda.place(session).isEmpty()) {
                unplaced.add(session);
            }
        }
        return unplaced;
    }
}
