package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final List<List<Integer>> inRoom = new ArrayList<>();
    private final int[][] topicInRoom;
    private final int[] topicRooms;
    private final long[] cost = new long[RULES];
    private final long[] scratch = new long[RULES];

    /** An agenda in which only pinned sessions are placed. */
    public Agenda(AgendaProblem problem) {
        this.problem = problem;
        ties = new Ties(problem);
        room = new int[problem.sessions().size()];
        start = new int[room.length];
        Arrays.fill(room, NOWHERE);
        problem.rooms().forEach(each -> inRoom.add(new ArrayList<>()));
        topicInRoom = new int[ties.topics()][problem.rooms().size()];
        topicRooms = new int[ties.topics()];
        cost[Rule.UNPLACED.ordinal()] = problem.weight(Rule.UNPLACED) * room.length;
        for (var session = 0; session < room.length; session++) {
            var pinned = problem.sessions().get(session).pinned();
            if (pinned.isPresent()) {
                place(session, pinned.get());
            }
        }
    }

    /** A copy that changes on its own. */
    public Agenda copy() {
        var copy = new Agenda(problem);
        for (var session = 0; session < room.length; session++) {
            if (room[session] != NOWHERE) {
                copy.place(session, new Place(room[session], start[session]));
            } else {
                copy.unplace(session);
            }
        }
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
        return Arrays.stream(cost).sum();
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
        inRoom.get(place.room()).add(session);
        count(session, place.room(), 1);
    }

    /** Takes a session out of its place, if it has one. */
    public void unplace(int session) {
        if (room[session] == NOWHERE) {
            return;
        }
        var from = room[session];
        room[session] = NOWHERE;
        inRoom.get(from).remove((Integer) session);
        count(session, from, -1);
        apply(session, from, start[session], -1, cost);
        cost[Rule.UNPLACED.ordinal()] += problem.weight(Rule.UNPLACED);
    }

    /** By how much the cost would change, rule by rule, if the session stood there. Changes nothing. */
    public AgendaCost change(int session, Place place) {
        return AgendaCost.of(changes(session, place));
    }

    /** The same as one number, for searching. */
    long delta(int session, Place place) {
        return Arrays.stream(changes(session, place)).sum();
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
        count(session, from, -1);
        apply(session, from, start[session], -1, scratch);
        apply(session, place.room(), place.start(), 1, scratch);
        count(session, from, 1);
        room[session] = from;
        return scratch;
    }

    /** Sessions that stand in the way of hard rules if this one stands there. */
    List<Integer> blockers(int session, Place place) {
        var blockers = new ArrayList<Integer>();
        var end = place.start() + minutes(session);
        for (var other : inRoom.get(place.room())) {
            if (other != session && overlaps(other, place.start(), end)) {
                blockers.add(other);
            }
        }
        for (var tie : ties.of(session)) {
            if (tie.people() > 0
                    && room[tie.other()] != NOWHERE
                    && overlaps(tie.other(), place.start(), end)
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
        for (var other : inRoom.get(at)) {
            if (other != session && overlaps(other, from, end)) {
                add(byRule, Rule.ROOM_TWICE, sign);
            }
        }
        for (var tie : ties.of(session)) {
            if (room[tie.other()] == NOWHERE || !overlaps(tie.other(), from, end)) {
                continue;
            }
            add(byRule, Rule.PERSON_TWICE, (long) sign * tie.people());
            add(byRule, Rule.AUDIENCE_IN_COMMON, (long) sign * tie.audience());
            add(byRule, Rule.TOPIC_PARALLEL, tie.sameTopic() ? sign : 0);
            add(byRule, Rule.POPULAR_PARALLEL, tie.bothPopular() ? sign : 0);
        }
        var topic = problem.sessions().get(session).topic();
        if (topic != AgendaProblem.NO_TOPIC && topicInRoom[topic][at] == 0 && topicRooms[topic] > 0) {
            add(byRule, Rule.TOPIC_ROOMS, sign);
        }
    }

    private void alone(int session, int at, int from, int sign, long[] byRule) {
        var facts = problem.sessions().get(session);
        var end = from + facts.minutes();
        var place = problem.rooms().get(at);
        add(byRule, Rule.PERSON_UNAVAILABLE, any(facts.unavailable(), from, end) ? sign : 0);
        add(byRule, Rule.RATHER_NOT, any(facts.ratherNot(), from, end) ? sign : 0);
        add(byRule, Rule.ROOM_CLOSED, any(place.closed(), from, end) ? sign : 0);
        add(byRule, Rule.ROOM_TOO_SMALL, place.capacity() > 0 && facts.audience() > place.capacity() ? sign : 0);
        var inside = false;
        for (var open : problem.hours()) {
            inside |= open.contains(from, end);
        }
        add(byRule, Rule.OUTSIDE_HOURS, inside ? 0 : sign);
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

    private void count(int session, int at, int sign) {
        var topic = problem.sessions().get(session).topic();
        if (topic == AgendaProblem.NO_TOPIC) {
            return;
        }
        var before = topicInRoom[topic][at];
        topicInRoom[topic][at] += sign;
        if (before == 0 || topicInRoom[topic][at] == 0) {
            topicRooms[topic] += sign;
        }
    }

    private int minutes(int session) {
        return problem.sessions().get(session).minutes();
    }

    private boolean overlaps(int other, int from, int end) {
        return start[other] < end && from < start[other] + minutes(other);
    }
}
