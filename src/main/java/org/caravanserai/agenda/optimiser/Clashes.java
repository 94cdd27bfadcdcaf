package org.caravanserai.agenda.optimiser;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;

/**
 * Why there is no agenda without hard conflicts: a set of demands that cannot be met together, though any of them can be
 * met without one of the others. CP-SAT names demands that suffice; a deletion filter (Chinneck and Dravnieks, ORSA Journal
 * on Computing 3, 1991) drops those that are not needed.
 */
public final class Clashes {

    /** Something that is demanded of an agenda. */
    public sealed interface Demand {
        /** The session takes place. */
        record Takes(int session) implements Demand {}

        /** The session stays where it is pinned. */
        record Stays(int session) implements Demand {}

        /** The session is only where its people can come and its room is open. */
        record Suits(int session) implements Demand {}

        /** The room holds one session at a time. */
        record OneInRoom(int room) implements Demand {}

        /** The person is in one session at a time. */
        record OneForPerson(int person) implements Demand {}

        /** The second session follows the first. */
        record InOrder(int first, int second) implements Demand {}
    }

    private static final long LATER = 10_000_000L;

    private final AgendaProblem problem;
    private final CpModel model = new CpModel();
    private final Map<Demand, BoolVar> demands = new LinkedHashMap<>();
    private final Map<Long, List<BoolVar>> roomMinutes = new HashMap<>();
    private final Map<Long, List<BoolVar>> personMinutes = new HashMap<>();
    private final List<LinearExprBuilder> ends = new ArrayList<>();
    private final List<LinearExprBuilder> starts = new ArrayList<>();
    private final int step;
    private final long deadline;
    private List<Demand> sufficient = List.of();

    private Clashes(AgendaProblem problem, Duration time) {
        this.problem = problem;
        deadline = System.nanoTime() + time.toNanos();
        step = step(problem);
        for (var session = 0; session < problem.sessions().size(); session++) {
            addSession(session);
        }
        problem.orders().forEach(this::addOrder);
        atMostOne(roomMinutes, Demand.OneInRoom::new);
        atMostOne(personMinutes, Demand.OneForPerson::new);
    }

    /**
     * Finds a minimal set.
     *
     * @return the demands; none if an agenda without hard conflicts exists; empty if the time did not suffice
     */
    public static Optional<List<Demand>> find(AgendaProblem problem, Duration time) {
        NativeSolvers.ready();
        return new Clashes(problem, time).find();
    }

    private Optional<List<Demand>> find() {
        var needed = new ArrayList<>(demands.keySet());
        var answer = solve(needed);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (answer.get()) {
            return Optional.of(List.of());
        }
        for (var demand : List.copyOf(needed)) {
            if (!needed.contains(demand)) {
                continue;
            }
            var fewer = new ArrayList<>(needed);
            fewer.remove(demand);
            var without = solve(fewer);
            if (without.isEmpty()) {
                return Optional.empty();
            }
            if (!without.get()) {
                fewer.retainAll(sufficient);
                needed.retainAll(fewer);
            }
        }
        return Optional.of(List.copyOf(needed));
    }

    /** All starts are multiples of it, so that two sessions overlap if and only if they do at one of its multiples. */
    private static int step(AgendaProblem problem) {
        var step = BigInteger.valueOf(problem.grid());
        for (var open : problem.hours()) {
            step = step.gcd(BigInteger.valueOf(open.start()));
        }
        for (var session : problem.sessions()) {
            var pinned = session.pinned();
            if (pinned.isPresent()) {
                step = step.gcd(BigInteger.valueOf(pinned.get().start()));
            }
        }
        return step.intValueExact();
    }

    /** Whether the demands can be met together; empty if the time did not suffice. */
    private Optional<Boolean> solve(List<Demand> together) {
        model.clearAssumptions();
        var byIndex = new HashMap<Integer, Demand>();
        for (var demand : together) {
            var literal = Objects.requireNonNull(demands.get(demand));
            model.addAssumption(literal);
            byIndex.put(literal.getIndex(), demand);
        }
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setMaxTimeInSeconds(Math.max(0.05, (deadline - System.nanoTime()) / 1e9));
        var status = solver.solve(model);
        if (status == CpSolverStatus.INFEASIBLE) {
            var named = solver.sufficientAssumptionsForInfeasibility().stream()
                    .map(byIndex::get)
                    .filter(Objects::nonNull)
                    .toList();
            sufficient = named.isEmpty() ? List.copyOf(together) : List.copyOf(named);
            return Optional.of(false);
        }
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
                ? Optional.of(true)
                : Optional.empty();
    }

    private void addSession(int session) {
        ends.add(LinearExpr.newBuilder());
        starts.add(LinearExpr.newBuilder());
        var facts = problem.sessions().get(session);
        var empty = new Agenda(problem);
        var takes = demand(new Demand.Takes(session));
        var suits = demand(new Demand.Suits(session));
        var here = new ArrayList<Literal>();
        var places = new ArrayList<>(problem.places(session));
        facts.pinned().filter(pin -> !places.contains(pin)).ifPresent(places::add);
        for (var place : places) {
            var stands = model.newBoolVar("");
            here.add(stands);
            ends.get(session).addTerm(stands, place.start() + (long) facts.minutes());
            starts.get(session).addTerm(stands, place.start() - LATER);
            if (!empty.suits(session, place)) {
                model.addBoolOr(new Literal[] {stands.not(), suits.not()});
            }
            if (facts.pinned().isPresent()) {
                var stays = demand(new Demand.Stays(session));
                if (!facts.pinned().get().equals(place)) {
                    model.addBoolOr(new Literal[] {stands.not(), stays.not()});
                }
            }
            note(place, facts, stands);
        }
        model.addAtMostOne(here);
        here.add(takes.not());
        model.addBoolOr(here);
    }

    /** The one ends before the other starts; one that does not take place ends before and starts after all times. */
    private void addOrder(AgendaProblem.Order order) {
        var first = Objects.requireNonNull(ends.get(order.first()));
        var second = Objects.requireNonNull(starts.get(order.second()));
        model.addLessOrEqual(
                        LinearExpr.newBuilder()
                                .add(first.build())
                                .add(LinearExpr.affine(second.build(), -1, 0))
                                .build(),
                        LATER)
                .onlyEnforceIf(demand(new Demand.InOrder(order.first(), order.second())));
    }

    private void note(Place place, AgendaProblem.Session facts, BoolVar stands) {
        for (var minute = place.start(); minute < place.start() + facts.minutes(); minute += step) {
            roomMinutes
                    .computeIfAbsent(key(place.room(), minute), key -> new ArrayList<>())
                    .add(stands);
            for (var person : facts.people()) {
                personMinutes
                        .computeIfAbsent(key(person, minute), key -> new ArrayList<>())
                        .add(stands);
            }
        }
    }

    private void atMostOne(Map<Long, List<BoolVar>> minutes, IntFunction<Demand> of) {
        minutes.forEach((key, stands) -> {
            if (stands.size() > 1) {
                var demand = demand(of.apply((int) (key >> 32)));
                model.addLessOrEqual(LinearExpr.sum(stands.toArray(BoolVar[]::new)), 1)
                        .onlyEnforceIf(demand);
            }
        });
    }

    private BoolVar demand(Demand demand) {
        return demands.computeIfAbsent(demand, key -> model.newBoolVar(""));
    }

    private static long key(int of, int minute) {
        return ((long) of << 32) | (minute & 0xffff_ffffL);
    }
}
