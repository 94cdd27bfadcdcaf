package org.caravanserai.agenda.optimiser;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caravanserai.platform.NativeSolvers;

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

        /** The session is only where no hard rule forbids it whatever the others do. */
        record Suits(int session) implements Demand {}

        /** The room holds one session at a time. */
        record OneInRoom(int room) implements Demand {}

        /** The person is in one session at a time. */
        record OneForPerson(int person) implements Demand {}

        /** Between two sessions, the room is free for as long as it takes to clear it and set it up. */
        record FreeBetween(int room) implements Demand {}

        /** The person has the time to get from one venue to the other. */
        record OnTheWay(int person) implements Demand {}

        /** The topic is told once at a time. */
        record OneOfTopic(int topic) implements Demand {}

        /** The two sessions are not at once, because of their topics or of those who want to hear both. */
        record Apart(int one, int other) implements Demand {}

        /** The second session follows the first. */
        record InOrder(int first, int second) implements Demand {}
    }

    private static final long LATER = 10_000_000L;

    private final AgendaProblem problem;
    private final Agenda empty;
    private final CpModel model = new CpModel();
    private final Map<Demand, BoolVar> demands = new LinkedHashMap<>();
    private final ClashMinutes minutes;
    private final List<LinearExprBuilder> ends = new ArrayList<>();
    private final List<LinearExprBuilder> starts = new ArrayList<>();
    private final long deadline;
    private List<Demand> sufficient = List.of();

    private Clashes(AgendaProblem problem, Duration time) {
        this.problem = problem;
        empty = new Agenda(problem);
        deadline = System.nanoTime() + time.toNanos();
        minutes = new ClashMinutes(problem, model, this::demand);
        for (var session = 0; session < problem.sessions().size(); session++) {
            addSession(session);
        }
        problem.orders().forEach(this::addOrder);
        minutes.demand();
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
            if (!empty.isAllowed(session, place)) {
                model.addBoolOr(new Literal[] {stands.not(), suits.not()});
            }
            if (facts.pinned().isPresent()) {
                var stays = demand(new Demand.Stays(session));
                if (!facts.pinned().get().equals(place)) {
                    model.addBoolOr(new Literal[] {stands.not(), stays.not()});
                }
            }
            minutes.note(session, place, stands);
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

    private BoolVar demand(Demand demand) {
        return demands.computeIfAbsent(demand, key -> model.newBoolVar(""));
    }
}
