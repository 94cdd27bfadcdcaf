package org.caravanserai.agenda.optimiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;

/**
 * Mends an agenda after a change, by moving as few sessions as possible, never a pinned one. Conflicts that were there
 * before the change are tolerated; no other may remain.
 *
 * <p>Tries one session, two, and so on. Of two sessions that newly collide one must move, and one that newly stands badly
 * must move itself: that is the tree of a vertex cover (Downey and Fellows, Parameterized Complexity, 1999). If those that
 * must move find no places together, then in every mended agenda someone else moves who stands in the way of one of them:
 * the tree goes on there. Nothing else is left out, so the first number with an answer is the least.
 */
public final class LeastDisturbance {

    private final Agenda agenda;
    private final AgendaProblem problem;
    private final Set<Set<Integer>> tolerated = new HashSet<>();
    private final Map<Integer, List<Place>> suitable = new HashMap<>();
    private final Agenda before;
    private final Set<Set<Integer>> seen = new HashSet<>();
    private final long deadline;
    private boolean cut;

    /**
     * What to do.
     *
     * @param moves for each session that moves, where to
     * @param proven fewer moves cannot do it
     */
    public record Repair(TreeMap<Integer, Place> moves, boolean proven) {}

    private LeastDisturbance(Agenda before, Agenda agenda, Duration time) {
        this.before = before;
        this.agenda = agenda;
        problem = agenda.problem();
        deadline = System.nanoTime() + time.toNanos();
        for (var session = 0; session < problem.sessions().size(); session++) {
            var at = before.place(session);
            if (at.isPresent()) {
                for (var other : before.blockers(session, at.get())) {
                    tolerated.add(Set.of(session, other));
                }
                if (!before.suits(session, at.get())) {
                    tolerated.add(Set.of(session));
                }
            }
        }
    }

    /**
     * Finds the least repair.
     *
     * @param before the agenda as it was, of the problem as it was
     * @param changed the problem as it is now, with the same sessions and rooms in the same order
     * @param time how long it may take
     * @return empty if no repair was found
     */
    public static Optional<Repair> repair(Agenda before, AgendaProblem changed, Duration time) {
        var now = new Agenda(changed);
        for (var session = 0; session < changed.sessions().size(); session++) {
            var at = before.place(session);
            if (at.isPresent()) {
                now.place(session, at.get());
            }
        }
        return new LeastDisturbance(before, now, time).repair();
    }

    private Optional<Repair> repair() {
        for (var most = forced(); most <= problem.sessions().size() && !cut; most++) {
            seen.clear();
            var moves = lift(new TreeSet<>(), most);
            if (moves.isPresent()) {
                return moves.map(found -> new Repair(found, !cut));
            }
        }
        return Optional.empty();
    }

    /** How many newly stand badly by themselves, and so move in every repair. */
    private int forced() {
        var forced = 0;
        for (var session = 0; session < problem.sessions().size(); session++) {
            var at = agenda.place(session);
            if (at.isPresent() && !agenda.suits(session, at.get()) && !tolerated.contains(Set.of(session))) {
                forced++;
            }
        }
        return forced;
    }

    /** Where a session could be as far as it alone is concerned; the nearest in time first, in its own room before others. */
    private List<Place> suitable(int session) {
        return suitable.computeIfAbsent(session, key -> {
            var was = before.place(session).orElseThrow();
            return problem.places(session).stream()
                    .filter(place -> agenda.suits(session, place))
                    .sorted(Comparator.<Place>comparingInt(place -> Math.abs(place.start() - was.start()))
                            .thenComparing(place -> place.room() != was.room()))
                    .toList();
        });
    }

    /** Goes on from a set of sessions that move, with so many more to come at most. */
    private Optional<TreeMap<Integer, Place>> lift(TreeSet<Integer> moving, int more) {
        cut |= System.nanoTime() > deadline;
        if (cut || !seen.add(Set.copyOf(moving))) {
            return Optional.empty();
        }
        var wrong = firstWrong(moving);
        if (wrong.isEmpty()) {
            var found = settle(new ArrayList<>(moving), 0, new TreeMap<>());
            if (found.isPresent() || more == 0) {
                return found;
            }
            wrong = inTheWay(moving);
        }
        if (more == 0) {
            return Optional.empty();
        }
        for (var session : wrong) {
            if (problem.sessions().get(session).pinned().isEmpty()) {
                var at = agenda.place(session).orElseThrow();
                moving.add(session);
                agenda.unplace(session);
                var found = lift(moving, more - 1);
                agenda.place(session, at);
                moving.remove(session);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** One or two sessions of which one must move; empty if the rest stands well. */
    private List<Integer> firstWrong(Set<Integer> moving) {
        for (var session = 0; session < problem.sessions().size(); session++) {
            var at = agenda.place(session);
            if (at.isEmpty() || moving.contains(session)) {
                continue;
            }
            if (!agenda.suits(session, at.get()) && !tolerated.contains(Set.of(session))) {
                return List.of(session);
            }
            for (var other : agenda.blockers(session, at.get())) {
                if (!tolerated.contains(Set.of(session, other))) {
                    return List.of(session, other);
                }
            }
        }
        return List.of();
    }

    /** Everyone who stands at some place that one of the moving could have. */
    private List<Integer> inTheWay(Set<Integer> moving) {
        var inTheWay = new TreeSet<Integer>();
        for (var session : moving) {
            for (var place : suitable(session)) {
                inTheWay.addAll(agenda.blockers(session, place));
            }
        }
        return List.copyOf(inTheWay);
    }

    private Optional<TreeMap<Integer, Place>> settle(List<Integer> moving, int next, TreeMap<Integer, Place> moves) {
        cut |= System.nanoTime() > deadline;
        if (cut) {
            return Optional.empty();
        }
        if (next == moving.size()) {
            return Optional.of(new TreeMap<>(moves));
        }
        var session = moving.get(next);
        for (var place : suitable(session)) {
            if (agenda.blockers(session, place).isEmpty()) {
                agenda.place(session, place);
                moves.put(session, place);
                var found = settle(moving, next + 1, moves);
                moves.remove(session);
                agenda.unplace(session);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
