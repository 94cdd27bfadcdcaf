package org.caravanserai.partnering.tables.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every rule of an event as a model of CP-SAT: one decision for each pair and slot that are possible together. */
final class TablesModel {

    final CpModel model = new CpModel();
    private final Terms terms;
    private final List<List<Option>> ofPair = new ArrayList<>();
    private final Map<Integer, List<Option>> ofPartyAndSlot = new TreeMap<>();

    /** A pair may meet in a slot. */
    record Option(int pair, int slot, BoolVar chosen) {}

    TablesModel(Terms terms) {
        this.terms = terms;
        Solving.ready();
        var ofSlot = new ArrayList<List<Option>>();
        for (var slot = 0; slot < terms.slots; slot++) {
            ofSlot.add(new ArrayList<>());
        }
        for (var pair = 0; pair < terms.pairs; pair++) {
            var mine = new ArrayList<Option>();
            for (var slots = terms.allowed[pair]; slots != 0; slots &= slots - 1) {
                var slot = Long.numberOfTrailingZeros(slots);
                var option = new Option(pair, slot, model.newBoolVar(""));
                mine.add(option);
                ofSlot.get(slot).add(option);
                of(terms.first[pair], slot).add(option);
                of(terms.second[pair], slot).add(option);
            }
            ofPair.add(mine);
            model.addAtMostOne(literals(mine));
            if (terms.pinned[pair]) {
                model.addExactlyOne(literals(mine));
            }
        }
        ofPartyAndSlot.values().forEach(some -> model.addAtMostOne(literals(some)));
        for (var slot = 0; slot < terms.slots; slot++) {
            if (ofSlot.get(slot).size() > terms.capacity[slot]) {
                model.addLessOrEqual(sum(ofSlot.get(slot)), terms.capacity[slot]);
            }
            help(ofSlot.get(slot), slot);
        }
    }

    private List<Option> of(int party, int slot) {
        return ofPartyAndSlot.computeIfAbsent(party * terms.slots + slot, key -> new ArrayList<>());
    }

    private void help(List<Option> inSlot, int slot) {
        var given = new TreeMap<Integer, List<Literal>>();
        for (var option : inSlot) {
            if (terms.helpers[option.pair()] != 0) {
                var mine = LinearExpr.newBuilder();
                for (var left = terms.helpers[option.pair()] & terms.there[slot]; left != 0; left &= left - 1) {
                    var helps = model.newBoolVar("");
                    mine.add(helps);
                    given.computeIfAbsent(Long.numberOfTrailingZeros(left), key -> new ArrayList<>())
                            .add(helps);
                }
                model.addEquality(mine.build(), option.chosen());
            }
        }
        given.values().forEach(some -> model.addAtMostOne(some.toArray(new Literal[0])));
    }

    private static Literal[] literals(List<Option> some) {
        return some.stream().map(Option::chosen).toArray(Literal[]::new);
    }

    private static LinearExpr sum(List<Option> some) {
        return LinearExpr.sum(some.stream().map(Option::chosen).toArray(LinearArgument[]::new));
    }

    /** How often a pair meets: once or not at all. */
    LinearExpr meets(int pair) {
        return sum(ofPair.get(pair));
    }

    /** The decision that a pair meets in a slot, if it can. */
    Optional<BoolVar> chosen(int pair, int slot) {
        return ofPair.get(pair).stream()
                .filter(option -> option.slot() == slot)
                .map(Option::chosen)
                .findFirst();
    }

    LinearExpr total() {
        var total = LinearExpr.newBuilder();
        options().forEach(option -> total.addTerm(option.chosen(), terms.value[option.pair()]));
        return total.build();
    }

    private List<Option> options() {
        return ofPair.stream().flatMap(List::stream).toList();
    }

    /** How many parties meet somebody. */
    LinearExpr met() {
        var met = LinearExpr.newBuilder();
        for (var party = 0; party < terms.parties; party++) {
            var meets = model.newBoolVar("");
            var mine = LinearExpr.newBuilder();
            Arrays.stream(terms.pairsOf[party])
                    .forEach(pair -> ofPair.get(pair).forEach(option -> mine.add(option.chosen())));
            model.addGreaterOrEqual(mine.build(), meets);
            met.add(meets);
        }
        return met.build();
    }

    /** How many slots are idle. */
    LinearExpr idle() {
        var idle = LinearExpr.newBuilder();
        for (var party = 0; party < terms.parties; party++) {
            for (var day : terms.days) {
                idle(party, day & terms.free[party], idle);
            }
        }
        return idle.build();
    }

    private void idle(int party, long slots, LinearExprBuilder idle) {
        var open = new ArrayList<List<Option>>();
        for (var left = slots; left != 0; left &= left - 1) {
            open.add(ofPartyAndSlot.getOrDefault(party * terms.slots + Long.numberOfTrailingZeros(left), List.of()));
        }
        var begun = chain(open);
        var goesOn = chain(open.reversed()).reversed();
        for (var i = 1; i < open.size() - 1; i++) {
            var waits = model.newBoolVar("");
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder().add(waits).add(sum(open.get(i))).add(1),
                    LinearExpr.sum(new LinearArgument[] {begun.get(i), goesOn.get(i)}));
            idle.add(waits);
        }
    }

    /** For each place whether something has been chosen before it. */
    private List<BoolVar> chain(List<List<Option>> open) {
        var chain = new ArrayList<BoolVar>();
        for (var i = 0; i < open.size(); i++) {
            var before = model.newBoolVar("");
            if (i > 0) {
                model.addImplication(chain.getLast(), before);
                open.get(i - 1).forEach(option -> model.addImplication(option.chosen(), before));
            }
            chain.add(before);
        }
        return chain;
    }

    /** Tells the solver where to begin. */
    void hint(int[] slotOf) {
        model.clearHints();
        options().forEach(option -> model.addHint(option.chosen(), slotOf[option.pair()] == option.slot()));
    }

    /** How many decisions there are. */
    static long size(Terms terms) {
        return Arrays.stream(terms.allowed).map(Long::bitCount).sum();
    }

    int[] slots(CpSolver solver) {
        var slots = new int[terms.pairs];
        Arrays.fill(slots, Timetable.NONE);
        options().forEach(option -> {
            if (solver.booleanValue(option.chosen())) {
                slots[option.pair()] = option.slot();
            }
        });
        return slots;
    }
}
