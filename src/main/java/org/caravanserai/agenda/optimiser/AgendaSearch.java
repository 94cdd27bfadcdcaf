package org.caravanserai.agenda.optimiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;

/**
 * Builds or improves an agenda: places what has no place where it costs least, the hardest to place first, then anneals
 * (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983) until the time is over, nothing can be better, or it is stopped. Pinned
 * sessions stay. The same seed and the same number of steps give the same agenda; the time does not.
 */
public final class AgendaSearch {

    private static final int LOOK_AROUND = 64;
    private static final int PATIENCE = 8;
    private static final int SWAPS = 4;
    private static final double COLDEST = 0.5;

    private final AgendaProblem problem;
    private final List<int[]> starts = new ArrayList<>();
    private final List<Integer> movable = new ArrayList<>();
    private final Map<Integer, Integer> busy = new HashMap<>();
    private final long lightest;
    private final long weightiest;
    private final long bound;
    private final SplittableRandom random;

    /** Prepares to make agendas of this problem. */
    public AgendaSearch(AgendaProblem problem, long seed) {
        this.problem = problem;
        random = new SplittableRandom(seed);
        for (var session = 0; session < problem.sessions().size(); session++) {
            starts.add(problem.starts(session));
            if (problem.sessions().get(session).pinned().isEmpty() && places(session) > 0) {
                movable.add(session);
            }
        }
        for (var session : problem.sessions()) {
            session.people().forEach(person -> busy.merge(person, session.minutes(), Integer::sum));
        }
        lightest = Stream.of(Rule.values())
                .filter(problem.weights()::comesFirst)
                .mapToLong(problem::weight)
                .min()
                .orElse(Long.MAX_VALUE / 2);
        weightiest = Stream.of(Rule.values())
                .filter(rule -> !problem.weights().comesFirst(rule))
                .mapToLong(problem::weight)
                .max()
                .orElse(0);
        bound = AgendaBound.alone(problem);
    }

    /** No agenda costs less. */
    public long bound() {
        return bound;
    }

    /** Those that are not pinned and have a place to go. */
    List<Integer> movable() {
        return movable;
    }

    /** From empty, but for what is pinned. */
    public AgendaResult build(Duration time, SearchProgress progress) {
        return improve(new Agenda(problem), time, progress);
    }

    /** From an agenda that is there, which is left as it is. */
    public AgendaResult improve(Agenda from, Duration time, SearchProgress progress) {
        return anneal(from, Math.max(1, weightiest * 2.0), time, progress);
    }

    /**
     * From empty, and so hot at first that rules that come first are broken on the way: what lies on the other side of them
     * is found too. Worth it where there are few sessions.
     */
    AgendaResult explore(Duration time, SearchProgress progress) {
        var heaviest = movable.isEmpty() || lightest > Long.MAX_VALUE / 4 ? weightiest : Math.max(lightest, weightiest);
        return anneal(new Agenda(problem), Math.max(1, heaviest * 2.0), time, progress);
    }

    private AgendaResult anneal(Agenda from, double hottest, Duration time, SearchProgress progress) {
        var deadline = System.nanoTime() + time.toNanos();
        var agenda = from.copy();
        settle(agenda, deadline, progress);
        var best = agenda.copy();
        progress.found(best, bound);
        var begin = System.nanoTime();
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
            if (step % SWAPS == 0) {
                current += swap(agenda, temperature);
            }
            var session = movable.get(random.nextInt(movable.size()));
            var place = place(session, random.nextInt(places(session)));
            var worse = agenda.delta(session, place);
            if (taken(worse, temperature)) {
                agenda.place(session, place);
                current += worse;
            }
            if (current < least) {
                least = current;
                best = agenda.copy();
                progress.found(best, bound);
            }
        }
        return new AgendaResult(best, best.cost(), bound);
    }

    private boolean taken(long worse, double temperature) {
        return worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature);
    }

    /** Lets two sessions change places, or leaves them; by how much the cost has changed. */
    private long swap(Agenda agenda, double temperature) {
        var one = movable.get(random.nextInt(movable.size()));
        var other = movable.get(random.nextInt(movable.size()));
        var at = agenda.place(one);
        var there = agenda.place(other);
        if (one.equals(other) || at.isEmpty() || there.isEmpty() || at.equals(there)) {
            return 0;
        }
        var before = agenda.total();
        agenda.unplace(other);
        agenda.place(one, there.get());
        agenda.place(other, at.get());
        var worse = agenda.total() - before;
        if (taken(worse, temperature)) {
            return worse;
        }
        agenda.unplace(other);
        agenda.place(one, at.get());
        agenda.place(other, there.get());
        return 0;
    }

    /** Places what has no place, then moves what breaks rules that come first, where it costs least. */
    private void settle(Agenda agenda, long deadline, SearchProgress progress) {
        var waiting = new ArrayList<>(unplaced(agenda));
        waiting.sort(Comparator.comparingInt(this::difficulty).reversed());
        for (var session : waiting) {
            // Whoever stops now still gets an agenda: the first one takes no more than a second.
            if (System.nanoTime() >= deadline) {
                return;
            }
            placeWell(agenda, session);
        }
        var idle = 0;
        while (agenda.first() > 0 && idle < PATIENCE) {
            var before = agenda.first();
            for (var session : movable) {
                if (System.nanoTime() >= deadline || progress.cancelled()) {
                    return;
                }
                var at = agenda.place(session);
                if (at.isEmpty()
                        || !agenda.suits(session, at.get())
                        || !agenda.blockers(session, at.get()).isEmpty()) {
                    placeWell(agenda, session);
                }
            }
            idle = agenda.first() < before ? 0 : idle + 1;
        }
    }

    /** Those whose people have the most to do come first, the longest of them first of all. */
    private int difficulty(int session) {
        var facts = problem.sessions().get(session);
        var busiest = facts.people().stream()
                .mapToInt(person -> busy.getOrDefault(person, 0))
                .max()
                .orElse(0);
        return Math.max(busiest, facts.minutes()) * 1_000 + Math.min(999, facts.minutes());
    }

    /** Looks from a random place on until there are enough that break no rule that comes first, and takes the cheapest. */
    private void placeWell(Agenda agenda, int session) {
        var before = agenda.place(session);
        agenda.unplace(session);
        var places = places(session);
        var first = places == 0 ? 0 : random.nextInt(places);
        var cheapest = before;
        var least = before.isPresent() ? agenda.delta(session, before.get()) : 0;
        var good = 0;
        for (var i = 0; i < places && good < LOOK_AROUND; i++) {
            var place = place(session, (int) ((first + (long) i * stride(places)) % places));
            var delta = agenda.delta(session, place);
            if (delta < least || delta == least && random.nextBoolean()) {
                least = delta;
                cheapest = Optional.of(place);
            }
            good += delta < lightest - problem.weight(Rule.UNPLACED) ? 1 : 0;
        }
        cheapest.ifPresent(place -> agenda.place(session, place));
    }

    /** A step that visits every place once, far apart. */
    private static int stride(int places) {
        for (var stride : new int[] {7919, 104_729, 1_299_709}) {
            if (places % stride != 0) {
                return stride;
            }
        }
        return 1;
    }

    private int places(int session) {
        return starts.get(session).length * problem.rooms().size();
    }

    private Place place(int session, int index) {
        var rooms = problem.rooms().size();
        return new Place(index % rooms, starts.get(session)[index / rooms]);
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
