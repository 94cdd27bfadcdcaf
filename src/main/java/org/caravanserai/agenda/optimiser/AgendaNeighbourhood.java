package org.caravanserai.agenda.optimiser;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.platform.NativeSolvers;

/**
 * Lifts a dozen sessions that have to do with each other, and lets CP-SAT put them back where they cost least together
 * (large neighbourhood search: Shaw, Principles and Practice of Constraint Programming, 1998). What many sessions make
 * together, such as a topic's rooms, the model only estimates; the agenda's own cost decides.
 */
final class AgendaNeighbourhood {

    private static final int LIFTED = 12;
    private static final int CHOICES = 24;
    private static final double SECONDS = 1.0;

    private final AgendaProblem problem;
    private final List<Integer> movable;
    private final SplittableRandom random;

    private record Choice(int session, Place place, BoolVar chosen) {}

    AgendaNeighbourhood(AgendaProblem problem, List<Integer> movable, SplittableRandom random) {
        this.problem = problem;
        this.movable = movable;
        this.random = random;
        NativeSolvers.ready();
    }

    /** Tries to better an agenda once, in place; whether it now costs less. */
    boolean improve(Agenda agenda) {
        var lifted = choose(agenda);
        var before = agenda.total();
        var places = lifted.stream().map(agenda::place).toList();
        lifted.forEach(agenda::unplace);
        var found = solve(
                agenda, lifted, places.stream().map(place -> place.orElse(null)).toList());
        found.forEach(choice -> agenda.place(choice.session(), choice.place()));
        if (agenda.total() <= before && !found.isEmpty()) {
            return agenda.total() < before;
        }
        lifted.forEach(agenda::unplace);
        for (var i = 0; i < lifted.size(); i++) {
            var session = lifted.get(i);
            places.get(i).ifPresent(place -> agenda.place(session, place));
        }
        return false;
    }

    /** A random session, those tied to it, those at its time, and whoever comes. */
    private List<Integer> choose(Agenda agenda) {
        var lifted = new LinkedHashSet<Integer>();
        var first = movable.get(random.nextInt(movable.size()));
        lifted.add(first);
        var near = new ArrayList<Integer>();
        var at = agenda.place(first);
        for (var other : movable) {
            var there = agenda.place(other);
            var beside = at.isPresent()
                    && there.isPresent()
                    && (at.get().room() == there.get().room()
                                    && AgendaProblem.day(at.get().start())
                                            == AgendaProblem.day(there.get().start())
                            || at.get().start() == there.get().start());
            if (beside || agenda.tied(first, other)) {
                near.add(other);
            }
        }
        take(near, LIFTED * 3 / 4, lifted);
        take(new ArrayList<>(movable), LIFTED, lifted);
        return List.copyOf(lifted);
    }

    private void take(List<Integer> from, int until, Set<Integer> lifted) {
        while (!from.isEmpty() && lifted.size() < until) {
            lifted.add(from.remove(random.nextInt(from.size())));
        }
    }

    private List<Choice> solve(
            Agenda agenda, List<Integer> lifted, List<? extends @org.jspecify.annotations.Nullable Place> were) {
        var model = new CpModel();
        var cost = LinearExpr.newBuilder();
        var choices = new ArrayList<List<Choice>>();
        for (var i = 0; i < lifted.size(); i++) {
            choices.add(choices(agenda, lifted.get(i), were.get(i), model, cost));
        }
        for (var i = 0; i < choices.size(); i++) {
            for (var k = i + 1; k < choices.size(); k++) {
                between(agenda, choices.get(i), choices.get(k), model, cost);
            }
        }
        model.minimize(cost.build());
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(SECONDS).setRandomSeed(random.nextInt(1_000_000));
        var status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return List.of();
        }
        return choices.stream()
                .flatMap(List::stream)
                .filter(choice -> solver.booleanValue(choice.chosen()))
                .toList();
    }

    private List<Choice> choices(
            Agenda agenda,
            int session,
            @org.jspecify.annotations.Nullable Place was,
            CpModel model,
            LinearExprBuilder cost) {
        record Priced(Place place, long price) {}
        var best = problem.places(session).stream()
                .map(place -> new Priced(place, agenda.delta(session, place)))
                .sorted(Comparator.comparingLong(Priced::price))
                .limit(CHOICES)
                .map(Priced::place)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
        if (was != null) {
            best.add(was);
        }
        var choices = new ArrayList<Choice>();
        for (var place : best) {
            var chosen = model.newBoolVar("");
            choices.add(new Choice(session, place, chosen));
            cost.addTerm(chosen, agenda.delta(session, place));
        }
        model.addAtMostOne(choices.stream().map(Choice::chosen).toArray(Literal[]::new));
        return choices;
    }

    private void between(Agenda agenda, List<Choice> ones, List<Choice> others, CpModel model, LinearExprBuilder cost) {
        for (var one : ones) {
            for (var other : others) {
                var price = agenda.between(one.session(), one.place(), other.session(), other.place());
                if (price > 0) {
                    var both = model.newBoolVar("");
                    model.addBoolOr(
                            new Literal[] {one.chosen().not(), other.chosen().not(), both});
                    cost.addTerm(both, price);
                }
            }
        }
    }
}
