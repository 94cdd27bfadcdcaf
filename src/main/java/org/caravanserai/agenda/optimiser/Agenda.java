package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;

/**
 * An agenda under change, with its cost by rule kept up to date: a move reckons with the sessions of the two rooms and with
 * those that the moved session has something in common with, and with no others. Not thread safe.
 */
public final class Agenda {

    private static final int NOWHERE = -1;
    private static final int RULES = Rule.values().length;

    private final AgendaProblem problem;
    private final Ties ties;
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
        room = new int[problem.sessions().size()];
        start = new int[room.length];
        Arrays.fill(room, NOWHERE);
        gathered = new Gathered(problem, ties.topics());
        cost[Rule.UNPLACED.ordinal()] = problem.weight(Rule.UNPLACED) * room.length;
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
        var sum = 0L;
        for (var rule : Rule.values()) {
            sum += rule.isHard() ? cost[rule.ordinal()] : 0;
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
        alone(session, place.room(), place.start(), 1, byRule);
        return sum(byRule);
    }

    /** Whether two sessions have anything in common. */
    boolean tied(int session, int other) {
        return ties.between(session, other).isPresent();
    }

    /** What two sessions would cost together in two places beyond what each does, but for what many make together. */
    long between(int one, Place at, int other, Place there) {
        var overlap = at.start() < there.start() + minutes(other) && there.start() < at.start() + minutes(one);
        var price = overlap && at.room() == there.room() ? problem.weight(Rule.ROOM_TWICE) : 0;
        var common = ties.between(one, other);
        if (common.isEmpty()) {
            return price;
        }
        var tie = common.get();
        if (tie.comesFirst() && there.start() < at.start() + minutes(one)
                || tie.follows() && at.start() < there.start() + minutes(other)) {
            price += problem.weight(Rule.ORDER);
        }
        if (!overlap) {
            return price;
        }
        return price
                + tie.people() * problem.weight(Rule.PERSON_TWICE)
                + tie.audience() * problem.weight(Rule.AUDIENCE_IN_COMMON)
                + (tie.sameTopic() ? problem.weight(Rule.TOPIC_PARALLEL) : 0)
                + (tie.bothPopular() ? problem.weight(Rule.POPULAR_PARALLEL) : 0)
                + (tie.sameCountry() ? problem.weight(Rule.COUNTRY_PARALLEL) : 0);
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

    /** Sessions that stand in the way of hard rules if this one stands there. */
    List<Integer> blockers(int session, Place place) {
        var blockers = new ArrayList<Integer>();
        var end = place.start() + minutes(session);
        for (var standing : gathered.inRoom(place.room())) {
            var other = standing.session();
            if (other != session && overlaps(other, place.start(), end)) {
                blockers.add(other);
            }
        }
        for (var tie : ties.of(session)) {
            if (room[tie.other()] != NOWHERE
                    && (tie.people() > 0 && overlaps(tie.other(), place.start(), end)
                            || wrongOrder(tie, place.start(), end))
                    && !blockers.contains(tie.other())) {
                blockers.add(tie.other());
            }
        }
        return blockers;
    }

    /** Whether a place suits a session as far as hard rules go that concern no other session. */
    boolean suits(int session, Place place) {
        var byRule = new long[RULES];
        alone(session, place.room(), place.start(), 1, byRule);
        for (var rule : Rule.values()) {
            if (rule.isHard() && byRule[rule.ordinal()] > 0) {
                return false;
            }
        }
        return true;
    }

    private void apply(int session, int at, int from, int sign, long[] byRule) {
        alone(session, at, from, sign, byRule);
        var end = from + minutes(session);
        for (var standing : gathered.inRoom(at)) {
            var other = standing.session();
            if (other != session && overlaps(other, from, end)) {
                add(byRule, Rule.ROOM_TWICE, sign);
            }
        }
        for (var tie : ties.of(session)) {
            if (room[tie.other()] == NOWHERE) {
                continue;
            }
            add(byRule, Rule.ORDER, wrongOrder(tie, from, end) ? sign : 0);
            if (!overlaps(tie.other(), from, end)) {
                continue;
            }
            add(byRule, Rule.PERSON_TWICE, (long) sign * tie.people());
            add(byRule, Rule.AUDIENCE_IN_COMMON, (long) sign * tie.audience());
            add(byRule, Rule.TOPIC_PARALLEL, tie.sameTopic() ? sign : 0);
            add(byRule, Rule.POPULAR_PARALLEL, tie.bothPopular() ? sign : 0);
            add(byRule, Rule.COUNTRY_PARALLEL, tie.sameCountry() ? sign : 0);
        }
        gathered.add(session, at, from, sign, byRule);
    }

    /** Whether one that must come first ends after the other starts. Two that follow each other are always wrong. */
    private boolean wrongOrder(Ties.Tie tie, int from, int end) {
        return tie.comesFirst() && start[tie.other()] < end
                || tie.follows() && from < start[tie.other()] + minutes(tie.other());
    }

    private void alone(int session, int at, int from, int sign, long[] byRule) {
        var facts = problem.sessions().get(session);
        var end = from + facts.minutes();
        var place = problem.rooms().get(at);
        add(byRule, Rule.PERSON_UNAVAILABLE, any(facts.unavailable(), from, end) ? sign : 0);
        add(byRule, Rule.RATHER_NOT, any(facts.ratherNot(), from, end) ? sign : 0);
        add(byRule, Rule.ROOM_CLOSED, any(place.closed(), from, end) ? sign : 0);
        add(byRule, Rule.ROOM_TOO_SMALL, place.capacity() > 0 && facts.audience() > place.capacity() ? sign : 0);
        add(byRule, Rule.ROOM_MISFIT, (long) sign * misfit(facts.audience(), place.capacity()));
        add(byRule, Rule.NEEDS_MISSING, (long) sign * missing(facts.wants().needs(), place.offers()));
        add(byRule, Rule.NOT_AS_WISHED, wished(facts.wants().wished(), from, end) ? 0 : sign);
        var inside = false;
        for (var open : problem.hours()) {
            inside |= open.contains(from, end);
        }
        add(byRule, Rule.OUTSIDE_HOURS, inside ? 0 : sign);
    }

    static int misfit(int audience, int capacity) {
        if (audience == 0 || capacity == 0) {
            return 0;
        }
        return audience > capacity ? (audience - capacity + 9) / 10 : capacity / 4 >= audience ? 1 : 0;
    }

    private static int missing(Set<Integer> needs, Set<Integer> offers) {
        var missing = 0;
        for (var need : needs) {
            missing += offers.contains(need) ? 0 : 1;
        }
        return missing;
    }

    private static boolean wished(List<Stretch> wished, int from, int end) {
        for (var time : wished) {
            if (time.contains(from, end)) {
                return true;
            }
        }
        return wished.isEmpty();
    }

    private static boolean any(List<Stretch> stretches, int from, int end) {
        for (var stretch : stretches) {
            if (stretch.overlaps(from, end)) {
                return true;
            }
        }
        return false;
    }

    private void add(long[] byRule, Rule rule, long times) {
        if (times != 0) {
            byRule[rule.ordinal()] += times * problem.weight(rule);
        }
    }

    private int minutes(int session) {
        return problem.sessions().get(session).minutes();
    }

    private boolean overlaps(int other, int from, int end) {
        return start[other] < end && from < start[other] + minutes(other);
    }
}
