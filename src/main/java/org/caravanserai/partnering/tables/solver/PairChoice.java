package org.caravanserai.partnering.tables.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which pairs would meet if it did not matter when: at most as many for each party as it has slots, and as many in all as
 * tables and interpreters allow (a matching with capacities; Edmonds, 1965). Every plan fulfils this, so its optimum is a
 * bound, and the pairs it chooses are those worth trying first.
 */
final class PairChoice {

    /** In CP-SAT's own measure of work, which does not depend on the machine. */
    private static final double WORK = 8;

    private final Terms terms;
    private final CpModel model = new CpModel();
    private final BoolVar[] chosen;
    private final BoolVar[] met;

    /**
     * What was chosen.
     *
     * @param pairs the pairs, if any choice was found
     * @param left no plan leaves fewer without a meeting
     * @param total no plan that leaves {@code left} is worth more
     * @param totalOfAny no plan at all is worth more
     */
    record Choice(List<Integer> pairs, int left, long total, long totalOfAny) {}

    PairChoice(Terms terms) {
        this.terms = terms;
        Solving.ready();
        chosen = new BoolVar[terms.pairs];
        for (var pair = 0; pair < terms.pairs; pair++) {
            chosen[pair] = model.newBoolVar("");
            if (terms.allowed[pair] == 0) {
                model.addEquality(chosen[pair], 0);
            } else if (terms.pinned[pair]) {
                model.addEquality(chosen[pair], 1);
            }
        }
        met = new BoolVar[terms.parties];
        for (var party = 0; party < terms.parties; party++) {
            met[party] = model.newBoolVar("");
            var ofParty = sum(terms.pairsOf[party]);
            model.addGreaterOrEqual(ofParty, met[party]);
            within(terms.pairsOf[party], pair -> terms.allowed[(int) pair], slots -> Long.bitCount(slots));
        }
        within(all(), pair -> terms.allowed[(int) pair], this::room);
        var helped =
                Arrays.stream(all()).filter(pair -> terms.helpers[pair] != 0).toArray();
        within(helped, pair -> terms.helpers[(int) pair], this::help);
    }

    private int[] all() {
        return IntStream.range(0, terms.pairs).toArray();
    }

    private LinearExpr sum(int[] pairs) {
        var sum = LinearExpr.newBuilder();
        for (var pair : pairs) {
            sum.add(chosen[pair]);
        }
        return sum.build();
    }

    /** Pairs that have only some of the places share those (Hall, 1935): for each such set, and for all together. */
    private void within(int[] pairs, LongUnaryOperator places, LongUnaryOperator size) {
        var sets = new TreeMap<Long, List<Integer>>();
        var union = 0L;
        for (var pair : pairs) {
            union |= places.applyAsLong(pair);
            sets.computeIfAbsent(places.applyAsLong(pair), key -> new ArrayList<>());
        }
        sets.computeIfAbsent(union, key -> new ArrayList<>());
        sets.forEach((set, members) -> {
            for (var pair : pairs) {
                if ((places.applyAsLong(pair) & ~set) == 0) {
                    members.add(pair);
                }
            }
            var most = size.applyAsLong(set);
            if (members.size() > most) {
                model.addLessOrEqual(
                        sum(members.stream().mapToInt(Integer::intValue).toArray()), most);
            }
        });
    }

    /** How many meetings these slots hold. */
    private long room(long slots) {
        var room = 0L;
        for (var slot = 0; slot < terms.slots; slot++) {
            if ((slots >> slot & 1) != 0) {
                var bit = 1L << slot;
                var present = Arrays.stream(terms.free)
                        .filter(free -> (free & bit) != 0)
                        .count();
                room += Math.min(terms.capacity[slot], present / 2);
            }
        }
        return room;
    }

    /** How many meetings these interpreters can help. */
    private long help(long interpreters) {
        return Arrays.stream(terms.there)
                .map(there -> Long.bitCount(there & interpreters))
                .sum();
    }

    Choice choose(TablesProgress progress) {
        var people = LinearExpr.newBuilder();
        for (var party = 0; party < terms.parties; party++) {
            people.add(met[party]);
        }
        var worth = LinearExpr.newBuilder();
        for (var pair = 0; pair < terms.pairs; pair++) {
            worth.addTerm(chosen[pair], terms.value[pair]);
        }
        var any = solve(worth, progress);
        var most = Math.min(terms.concerned(), solve(people, progress).bound());
        var fair = any;
        if (any.met() < most) {
            model.addGreaterOrEqual(people.build(), most);
            hint(any.pairs());
            fair = solve(worth, progress);
        }
        return new Choice(
                fair.pairs(), (int) (terms.concerned() - most), Math.min(any.bound(), fair.bound()), any.bound());
    }

    private record Solved(List<Integer> pairs, int met, long bound) {}

    private void hint(List<Integer> pairs) {
        model.clearHints();
        for (var pair = 0; pair < terms.pairs; pair++) {
            model.addHint(chosen[pair], pairs.contains(pair) ? 1 : 0);
        }
    }

    private Solved solve(LinearExprBuilder worth, TablesProgress progress) {
        model.clearObjective();
        model.maximize(worth.build());
        var solver = Solving.solver(WORK, 1);
        var status = Solving.solve(solver, model, progress);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return new Solved(List.of(), 0, Solving.upper(solver, status));
        }
        var pairs = new ArrayList<Integer>();
        var seen = new boolean[terms.parties];
        for (var pair = 0; pair < terms.pairs; pair++) {
            if (solver.booleanValue(chosen[pair])) {
                pairs.add(pair);
                seen[terms.first[pair]] = true;
                seen[terms.second[pair]] = true;
            }
        }
        var people = 0;
        for (var each : seen) {
            people += each ? 1 : 0;
        }
        return new Solved(pairs, people, Solving.upper(solver, status));
    }
}
