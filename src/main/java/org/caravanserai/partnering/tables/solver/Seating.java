package org.caravanserai.partnering.tables.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caravanserai.partnering.tables.solver.TablesProblem.Meeting;

/**
 * Which meeting of a slot is at which table: near the tables that the two come from and go to next. Slot by slot the best
 * assignment (Kuhn, 1955; Munkres, 1957) given the slots around it, again and again until none can be bettered. Gives
 * interpreters, too.
 */
final class Seating {

    private static final int ROUNDS = 12;

    private final Terms terms;
    private final int[] slotOf;
    private final Map<Integer, Meeting> fixed;
    private final int[] tableOf;
    private final int[][] at;

    private Seating(Terms terms, int[] slotOf, Map<Integer, Meeting> fixed) {
        this.terms = terms;
        this.slotOf = slotOf;
        this.fixed = fixed;
        tableOf = new int[terms.pairs];
        Arrays.fill(tableOf, -1);
        at = new int[terms.parties][terms.slots];
        for (var row : at) {
            Arrays.fill(row, -1);
        }
        for (var pair = 0; pair < terms.pairs; pair++) {
            if (slotOf[pair] >= 0) {
                at[terms.first[pair]][slotOf[pair]] = pair;
                at[terms.second[pair]][slotOf[pair]] = pair;
            }
        }
        fixed.forEach((pair, meeting) -> tableOf[pair] = meeting.table());
    }

    /**
     * Seats everybody.
     *
     * @param slotOf the slot of each pair, or less than 0
     * @param fixed meetings that keep their tables
     */
    static List<Meeting> seat(Terms terms, int[] slotOf, Map<Integer, Meeting> fixed) {
        return new Seating(terms, slotOf, fixed).seat();
    }

    private List<Meeting> seat() {
        for (var round = 0; round < ROUNDS; round++) {
            var before = tableOf.clone();
            for (var slot = 0; slot < terms.slots; slot++) {
                assign(slot);
            }
            if (Arrays.equals(before, tableOf)) {
                break;
            }
        }
        var meetings = new ArrayList<Meeting>();
        for (var slot = 0; slot < terms.slots; slot++) {
            meetings.addAll(interpreted(slot));
        }
        return meetings;
    }

    private List<Meeting> interpreted(int slot) {
        var meeting = in(slot);
        // Those who have an interpreter already come first, so as to keep her where that is possible.
        var order = Arrays.stream(meeting)
                .boxed()
                .sorted(Comparator.comparing((Integer pair) -> !fixed.containsKey(pair)))
                .mapToInt(Integer::intValue)
                .toArray();
        var given = terms.interpret(order, slot, fixed);
        var meetings = new ArrayList<Meeting>();
        for (var i = 0; i < order.length; i++) {
            meetings.add(new Meeting(order[i], slot, tableOf[order[i]], given[i]));
        }
        meetings.sort(Comparator.comparingInt(Meeting::table));
        return meetings;
    }

    private int[] in(int slot) {
        var pairs = new ArrayList<Integer>();
        for (var pair = 0; pair < terms.pairs; pair++) {
            if (slotOf[pair] == slot) {
                pairs.add(pair);
            }
        }
        return pairs.stream().mapToInt(Integer::intValue).toArray();
    }

    private void assign(int slot) {
        var open = new TreeMap<Integer, Boolean>();
        for (var table = 0; table < terms.problem.tables().size(); table++) {
            if ((terms.problem.tables().get(table).open() >> slot & 1) != 0) {
                open.put(table, true);
            }
        }
        var free = new ArrayList<Integer>();
        for (var pair : in(slot)) {
            if (fixed.containsKey(pair)) {
                open.remove(tableOf[pair]);
            } else {
                free.add(pair);
            }
        }
        var tables = List.copyOf(open.keySet());
        var cost = new int[free.size()][tables.size()];
        for (var i = 0; i < free.size(); i++) {
            for (var k = 0; k < tables.size(); k++) {
                cost[i][k] = steps(free.get(i), slot, tables.get(k));
            }
        }
        var chosen = assignment(cost, tables.size());
        for (var i = 0; i < free.size(); i++) {
            tableOf[free.get(i)] = tables.get(chosen[i]);
        }
    }

    private int steps(int pair, int slot, int table) {
        return around(terms.first[pair], slot, table) + around(terms.second[pair], slot, table);
    }

    private int around(int party, int slot, int table) {
        return step(party, slot, -1, table) + step(party, slot, 1, table);
    }

    private int step(int party, int slot, int way, int table) {
        var days = terms.problem.days();
        for (var s = slot + way; s >= 0 && s < terms.slots && days.get(s).equals(days.get(slot)); s += way) {
            var pair = at[party][s];
            if (pair >= 0) {
                return tableOf[pair] < 0
                        ? 0
                        : terms.problem
                                .tables()
                                .get(table)
                                .steps(terms.problem.tables().get(tableOf[pair]));
            }
        }
        return 0;
    }

    /** For each row its column, all different and the cheapest together; there are no more rows than columns. */
    private static int[] assignment(int[][] cost, int columns) {
        var rowPrice = new int[cost.length + 1];
        var price = new int[columns + 1];
        var rowOf = new int[columns + 1];
        var way = new int[columns + 1];
        for (var row = 1; row <= cost.length; row++) {
            rowOf[0] = row;
            var column = 0;
            var slack = new int[columns + 1];
            Arrays.fill(slack, Integer.MAX_VALUE);
            var used = new boolean[columns + 1];
            do {
                used[column] = true;
                var current = rowOf[column];
                var least = Integer.MAX_VALUE;
                var next = 0;
                for (var c = 1; c <= columns; c++) {
                    if (!used[c]) {
                        var reduced = cost[current - 1][c - 1] - rowPrice[current] - price[c];
                        if (reduced < slack[c]) {
                            slack[c] = reduced;
                            way[c] = column;
                        }
                        if (slack[c] < least) {
                            least = slack[c];
                            next = c;
                        }
                    }
                }
                for (var c = 0; c <= columns; c++) {
                    if (used[c]) {
                        rowPrice[rowOf[c]] += least;
                        price[c] -= least;
                    } else {
                        slack[c] -= least;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        var chosen = new int[cost.length];
        for (var c = 1; c <= columns; c++) {
            if (rowOf[c] > 0) {
                chosen[rowOf[c] - 1] = c - 1;
            }
        }
        return chosen;
    }
}
