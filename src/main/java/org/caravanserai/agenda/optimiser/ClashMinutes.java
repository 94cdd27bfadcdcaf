package org.caravanserai.agenda.optimiser;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.Clashes.Demand;

/**
 * What the hard rules of an agenda demand of each minute: that of some places one is taken at most, and that nothing begins
 * while a room is cleared or a person is on her way.
 */
final class ClashMinutes {

    /** What is kept free for a demand: a room, or a person for those at one venue. */
    private record Kept(Demand demand, int venue) {}

    private final AgendaProblem problem;
    private final CpModel model;
    private final Function<Demand, BoolVar> literals;
    private final int step;
    private final Map<Demand, Map<Integer, List<Literal>>> once = new LinkedHashMap<>();
    private final Map<Kept, Map<Integer, BoolVar>> free = new LinkedHashMap<>();
    private final Map<Kept, Map<Integer, List<Literal>>> taken = new HashMap<>();
    private final Map<Integer, List<Demand>> apart = new HashMap<>();
    private final List<Integer> venues;
    private final boolean keepsGaps;
    private final boolean keepsWays;

    /** {@code literals} says by which literal a demand is made. */
    ClashMinutes(AgendaProblem problem, CpModel model, Function<Demand, BoolVar> literals) {
        this.problem = problem;
        this.model = model;
        this.literals = literals;
        step = step(problem);
        venues = problem.rooms().stream()
                .filter(room -> !room.online())
                .map(AgendaProblem.Room::venue)
                .distinct()
                .toList();
        // Of sessions that may be at once, it is not demanded that there is time between them.
        keepsGaps = isHard(Rule.ROOM_TWICE) && isHard(Rule.GAP_TOO_SHORT);
        keepsWays = isHard(Rule.PERSON_TWICE) && isHard(Rule.TRAVEL_TOO_SHORT) && venues.size() > 1;
        for (var common : problem.common()) {
            if (common.similar() && isHard(Rule.SIMILAR_PARALLEL)
                    || common.people() > 0 && isHard(Rule.AUDIENCE_IN_COMMON)) {
                var demand = new Demand.Apart(
                        Math.min(common.one(), common.other()), Math.max(common.one(), common.other()));
                apart.computeIfAbsent(common.one(), session -> new ArrayList<>())
                        .add(demand);
                apart.computeIfAbsent(common.other(), session -> new ArrayList<>())
                        .add(demand);
            }
        }
    }

    private boolean isHard(Rule rule) {
        return problem.weights().isHard(rule) && problem.weight(rule) > 0;
    }

    /** All starts are multiples of it, so that two sessions overlap if and only if they do at one of its multiples. */
    private static int step(AgendaProblem problem) {
        var step = BigInteger.valueOf(problem.grid());
        for (var open : problem.hours()) {
            step = step.gcd(BigInteger.valueOf(open.start()));
        }
        for (var session : problem.sessions()) {
            step = step.gcd(BigInteger.valueOf(session.wants().before()));
            var pinned = session.pinned();
            if (pinned.isPresent()) {
                step = step.gcd(BigInteger.valueOf(pinned.get().start()));
            }
        }
        return step.intValueExact();
    }

    /** Learns that a session may stand somewhere. */
    void note(int session, Place place, BoolVar stands) {
        var facts = problem.sessions().get(session);
        var end = place.start() + facts.minutes();
        each(place.start(), end, minute -> {
            if (isHard(Rule.ROOM_TWICE)) {
                once(new Demand.OneInRoom(place.room()), minute, stands);
            }
            if (isHard(Rule.PERSON_TWICE)) {
                facts.people().forEach(person -> once(new Demand.OneForPerson(person), minute, stands));
            }
            if (isHard(Rule.TOPIC_PARALLEL) && facts.topic() != AgendaProblem.NO_TOPIC) {
                once(new Demand.OneOfTopic(facts.topic()), minute, stands);
            }
            for (var demand : apart.getOrDefault(session, List.of())) {
                once(demand, minute, stands);
            }
        });
        if (keepsGaps) {
            var kept = new Kept(new Demand.FreeBetween(place.room()), 0);
            each(place.start(), end, minute -> takes(kept, minute, stands));
            each(place.start() - facts.wants().before(), place.start(), minute -> frees(kept, minute, stands));
            each(end, end + facts.wants().after(), minute -> frees(kept, minute, stands));
        }
        var room = problem.rooms().get(place.room());
        if (keepsWays && !room.online()) {
            for (var person : facts.people()) {
                var demand = new Demand.OnTheWay(person);
                each(
                        end,
                        end + problem.frame().travel(),
                        minute -> frees(new Kept(demand, room.venue()), minute, stands));
                for (var venue : venues) {
                    if (venue != room.venue()) {
                        each(place.start(), end, minute -> takes(new Kept(demand, venue), minute, stands));
                    }
                }
            }
        }
    }

    private void each(int from, int to, IntConsumer minutes) {
        for (var minute = Math.ceilDiv(from, step) * step; minute < to; minute += step) {
            minutes.accept(minute);
        }
    }

    private void once(Demand demand, int minute, Literal stands) {
        once.computeIfAbsent(demand, key -> new HashMap<>())
                .computeIfAbsent(minute, key -> new ArrayList<>())
                .add(stands);
    }

    private void takes(Kept kept, int minute, Literal stands) {
        taken.computeIfAbsent(kept, key -> new HashMap<>())
                .computeIfAbsent(minute, key -> new ArrayList<>())
                .add(stands);
    }

    private void frees(Kept kept, int minute, Literal stands) {
        var isFree =
                free.computeIfAbsent(kept, key -> new HashMap<>()).computeIfAbsent(minute, key -> model.newBoolVar(""));
        model.addImplication(stands, isFree);
    }

    /** Makes the demands. */
    void demand() {
        once.forEach((demand, byMinute) -> byMinute.values().forEach(stands -> {
            if (stands.size() > 1) {
                model.addLessOrEqual(sum(stands), 1).onlyEnforceIf(literals.apply(demand));
            }
        }));
        free.forEach((kept, byMinute) -> byMinute.forEach((minute, isFree) -> {
            var stands = new ArrayList<>(taken.getOrDefault(kept, Map.of()).getOrDefault(minute, List.of()));
            if (!stands.isEmpty()) {
                stands.add(isFree);
                model.addLessOrEqual(sum(stands), 1).onlyEnforceIf(literals.apply(kept.demand()));
            }
        }));
    }

    private static LinearExpr sum(List<Literal> literals) {
        return LinearExpr.sum(literals.toArray(Literal[]::new));
    }
}
