package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;

/**
 * An agenda under change, with its cost by rule kept up to date: a move reckons with the sessions of the two rooms and with
 * those that the moved session has something in common with, and with no others. Not thread safe.
 */
public final class Agenda {

    private static final int NOWHERE = -1;
    private static final int RULES = Rule.values().length;

    private final AgendaProblem problem;
    private final Ties ties;
    private final AloneCost alone;
    private final PairCost pairs;
    private final PairCost firstPairs;
    private final int[] room;
    private final int[] start;
    private final Gathered gathered;
    private final long[] cost = new long[RULES];
    private final long[] scratch = new long[RULES];

    /** An agenda in which only pinned sessions are placed. */
    public Agenda(AgendaProblem problem) {
        this(problem, new Ties(problem));
        for (var session = 0; session < room.length; session++) {
            var pinned = problem.sessions().get(session).pinned();
            if (pinned.isPresent()) {
                place(session, pinned.get());
            }
        }
    }

    private Agenda(AgendaProblem problem, Ties ties) {
        this.problem = problem;
        this.ties = ties;
        var weights = weights(rule -> true);
        alone = new AloneCost(problem, weights);
        pairs = new PairCost(problem, weights);
        firstPairs = new PairCost(problem, weights(problem.weights()::comesFirst));
        room = new int[problem.sessions().size()];
        start = new int[room.length];
        Arrays.fill(room, NOWHERE);
        gathered = new Gathered(problem, ties.topics());
        cost[Rule.UNPLACED.ordinal()] = problem.weight(Rule.UNPLACED) * room.length;
    }

    private long[] weights(Predicate<Rule> which) {
        var weights = new long[RULES];
        for (var rule : Rule.values()) {
            weights[rule.ordinal()] = which.test(rule) ? problem.weight(rule) : 0;
        }
        return weights;
    }

    /** A copy that changes on its own. */
    public Agenda copy() {
        var copy = new Agenda(problem, ties);
        for (var session = 0; session < room.length; session++) {
            if (room[session] != NOWHERE) {
                copy.room[session] = room[session];
                copy.start[session] = start[session];
                copy.gathered.enter(session, room[session], start[session]);
            }
        }
        System.arraycopy(cost, 0, copy.cost, 0, RULES);
        return copy;
    }

    /** What it is made of. */
    public AgendaProblem problem() {
        return problem;
    }

    /** Where a session is. */
    public Optional<Place> place(int session) {
        return room[session] == NOWHERE ? Optional.empty() : Optional.of(new Place(room[session], start[session]));
    }

    /** What the agenda costs. */
    public AgendaCost cost() {
        return AgendaCost.of(cost);
    }

    /** The cost as one number. */
    public long total() {
        return sum(cost);
    }

    /** The cost of hard rules as one number. */
    public long hard() {
        return sum(cost, problem.weights()::isHard);
    }

    /** The cost of the rules that come first as one number. */
    long first() {
        return sum(cost, problem.weights()::comesFirst);
    }

    private static long sum(long[] byRule, Predicate<Rule> which) {
        var sum = 0L;
        for (var rule : Rule.values()) {
            sum += byRule[rule.ordinal()] != 0 && which.test(rule) ? byRule[rule.ordinal()] : 0;
        }
        return sum;
    }

    /** Places or moves a session. Whether it is pinned is for the caller to heed. */
    public void place(int session, Place place) {
        unplace(session);
        apply(session, place.room(), place.start(), 1, cost);
        cost[Rule.UNPLACED.ordinal()] -= problem.weight(Rule.UNPLACED);
        room[session] = place.room();
        start[session] = place.start();
        gathered.enter(session, place.room(), place.start());
    }

    /** Takes a session out of its place, if it has one. */
    public void unplace(int session) {
        if (room[session] == NOWHERE) {
            return;
        }
        var from = room[session];
        room[session] = NOWHERE;
        gathered.leave(session, from, start[session]);
        apply(session, from, start[session], -1, cost);
        cost[Rule.UNPLACED.ordinal()] += problem.weight(Rule.UNPLACED);
    }

    /** By how much the cost would change, rule by rule, if the session stood there. Changes nothing. */
    public AgendaCost change(int session, Place place) {
        return AgendaCost.of(changes(session, place));
    }

    /** The same as one number, for searching. */
    long delta(int session, Place place) {
        return sum(changes(session, place));
    }

    private static long sum(long[] byRule) {
        var sum = 0L;
        for (var part : byRule) {
            sum += part;
        }
        return sum;
    }

    /** What a session costs by itself in a place, whatever the others do. */
    long alone(int session, Place place) {
        var byRule = new long[RULES];
        alone.add(session, place.room(), place.start(), 1, byRule);
        return sum(byRule);
    }

    /** Whether two sessions have anything in common. */
    boolean tied(int session, int other) {
        return ties.between(session, other).isPresent();
    }

    /** What two sessions would cost together in two places beyond what each does, but for what many make together. */
    long between(int one, Place at, int other, Place there) {
        var ignored = new long[RULES];
        var sum = at.room() == there.room() ? pairs.inRoom(one, at.start(), other, there.start(), 1, ignored) : 0;
        var tie = ties.between(one, other);
        return tie.isEmpty()
                ? sum
                : sum + pairs.tied(one, at.room(), at.start(), tie.get(), there.room(), there.start(), 1, ignored);
    }

    private long[] changes(int session, Place place) {
        Arrays.fill(scratch, 0);
        var from = room[session];
        if (from == NOWHERE) {
            scratch[Rule.UNPLACED.ordinal()] -= problem.weight(Rule.UNPLACED);
            apply(session, place.room(), place.start(), 1, scratch);
            return scratch;
        }
        room[session] = NOWHERE;
        gathered.count(session, from, start[session], -1);
        apply(session, from, start[session], -1, scratch);
        apply(session, place.room(), place.start(), 1, scratch);
        gathered.count(session, from, start[session], 1);
        room[session] = from;
        return scratch;
    }

    /** Sessions with which rules that come first would be broken if this one stood there. */
    List<Integer> blockers(int session, Place place) {
        var blockers = new ArrayList<Integer>();
        var ignored = new long[RULES];
        for (var standing : gathered.inRoom(place.room())) {
            var other = standing.session();
            if (other != session && firstPairs.inRoom(session, place.start(), other, start[other], 1, ignored) > 0) {
                blockers.add(other);
            }
        }
        for (var tie : ties.of(session)) {
            var other = tie.other();
            if (room[other] != NOWHERE
                    && firstPairs.tied(session, place.room(), place.start(), tie, room[other], start[other], 1, ignored)
                            > 0
                    && !blockers.contains(other)) {
                blockers.add(other);
            }
        }
        return blockers;
    }

    /** Whether a place suits a session as far as rules go that come first and concern no other session. */
    boolean suits(int session, Place place) {
        var byRule = new long[RULES];
        alone.add(session, place.room(), place.start(), 1, byRule);
        return sum(byRule, problem.weights()::comesFirst) == 0;
    }

    /** Whether a place breaks no hard rule that concerns no other session. */
    boolean isAllowed(int session, Place place) {
        var byRule = new long[RULES];
        alone.add(session, place.room(), place.start(), 1, byRule);
        return sum(byRule, problem.weights()::isHard) == 0;
    }

    private void apply(int session, int at, int from, int sign, long[] byRule) {
        alone.add(session, at, from, sign, byRule);
        for (var standing : gathered.inRoom(at)) {
            if (standing.session() != session) {
                pairs.inRoom(session, from, standing.session(), standing.start(), sign, byRule);
            }
        }
        for (var tie : ties.of(session)) {
            if (room[tie.other()] != NOWHERE) {
                pairs.tied(session, at, from, tie, room[tie.other()], start[tie.other()], sign, byRule);
            }
        }
        gathered.add(session, at, from, sign, byRule);
    }
}
