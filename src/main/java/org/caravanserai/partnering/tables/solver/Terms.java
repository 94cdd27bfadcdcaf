package org.caravanserai.partnering.tables.solver;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a search asks for all the time, worked out once. */
final class Terms {

    final TablesProblem problem;
    final int parties;
    final int slots;
    final int pairs;
    final int[] first;
    final int[] second;
    final int[] value;
    /** The slots in which a pair can meet. */
    final long[] allowed;
    /** The interpreters that a pair may have; 0 where it needs none. */
    final long[] helpers;
    /** The interpreters that are there in a slot. */
    final long[] there;
    /** How many meetings a slot holds. */
    final int[] capacity;

    final boolean[] pinned;
    final int[][] pairsOf;
    final long[] days;
    final long[] free;

    Terms(TablesProblem problem) {
        this.problem = problem;
        parties = problem.parties().size();
        slots = problem.days().size();
        pairs = problem.pairs().size();
        first = problem.pairs().stream().mapToInt(TablesProblem.Pair::first).toArray();
        second = problem.pairs().stream().mapToInt(TablesProblem.Pair::second).toArray();
        value = problem.pairs().stream().mapToInt(TablesProblem.Pair::value).toArray();
        free = problem.parties().stream().mapToLong(TablesProblem.Party::free).toArray();
        days = problem.slotsOfDays();
        capacity = new int[slots];
        there = new long[slots];
        for (var slot = 0; slot < slots; slot++) {
            var bit = 1L << slot;
            capacity[slot] = (int) problem.tables().stream()
                    .filter(table -> (table.open() & bit) != 0)
                    .count();
            for (var i = 0; i < problem.interpreters().size(); i++) {
                if ((problem.interpreters().get(i).there() & bit) != 0) {
                    there[slot] |= 1L << i;
                }
            }
        }
        pinned = new boolean[pairs];
        helpers = new long[pairs];
        allowed = new long[pairs];
        for (var pair = 0; pair < pairs; pair++) {
            allow(pair);
        }
        problem.pinned().forEach(meeting -> {
            pinned[meeting.pair()] = true;
            allowed[meeting.pair()] = 1L << meeting.slot();
        });
        pairsOf = IntStream.range(0, parties)
                .mapToObj(party -> IntStream.range(0, pairs)
                        .filter(pair -> first[pair] == party || second[pair] == party)
                        .toArray())
                .toArray(int[][]::new);
    }

    private void allow(int pair) {
        var wish = problem.pairs().get(pair);
        var possible = free[first[pair]] & free[second[pair]] & problem.allSlots();
        var needs = problem.needsInterpreter(wish);
        for (var i = 0; needs && i < problem.interpreters().size(); i++) {
            if (problem.speaksWithBoth(problem.interpreters().get(i), wish)) {
                helpers[pair] |= 1L << i;
            }
        }
        for (var slot = 0; slot < slots; slot++) {
            if (capacity[slot] > 0 && (!needs || (helpers[pair] & there[slot]) != 0)) {
                allowed[pair] |= possible & 1L << slot;
            }
        }
    }

    int other(int pair, int party) {
        return first[pair] == party ? second[pair] : first[pair];
    }

    boolean has(int pair, int party) {
        return first[pair] == party || second[pair] == party;
    }

    /** The slots without a meeting between the first and the last of a day, in which the party could have had one. */
    int idle(int party, long busy) {
        var idle = 0;
        for (var day : days) {
            var ofDay = busy & day;
            if (ofDay != 0) {
                var span = (Long.highestOneBit(ofDay) << 1) - Long.lowestOneBit(ofDay);
                idle += Long.bitCount(span & ~ofDay & free[party]);
            }
        }
        return idle;
    }

    /** How many parties somebody wishes to meet, or who wish to meet somebody. */
    int concerned() {
        return (int) Arrays.stream(pairsOf).filter(wishes -> wishes.length > 0).count();
    }

    /**
     * Finds interpreters for pairs that meet in one slot, one for each that needs one.
     *
     * @return for each pair its interpreter or {@link TablesProblem#NOBODY}; empty if there are not enough
     */
    int[] interpret(int[] meeting, int slot) {
        return interpret(meeting, slot, Map.of());
    }

    /** Finds interpreters as {@link #interpret(int[], int)} does, and lets meetings keep theirs if that is possible. */
    int[] interpret(int[] meeting, int slot, Map<Integer, TablesProblem.Meeting> kept) {
        var given = new int[meeting.length];
        Arrays.fill(given, TablesProblem.NOBODY);
        var holder = new int[problem.interpreters().size()];
        Arrays.fill(holder, -1);
        for (var i = 0; i < meeting.length; i++) {
            var before = Optional.ofNullable(kept.get(meeting[i]))
                    .map(TablesProblem.Meeting::interpreter)
                    .orElse(TablesProblem.NOBODY);
            if (before >= 0 && (helpers[meeting[i]] & there[slot] & 1L << before) != 0) {
                holder[before] = i;
                given[i] = before;
            }
        }
        for (var i = 0; i < meeting.length; i++) {
            if (helpers[meeting[i]] != 0 && given[i] < 0 && !augment(meeting, i, slot, holder, new long[1])) {
                return new int[0];
            }
        }
        Arrays.fill(given, TablesProblem.NOBODY);
        for (var i = 0; i < holder.length; i++) {
            if (holder[i] >= 0) {
                given[holder[i]] = i;
            }
        }
        return given;
    }

    private boolean augment(int[] meeting, int i, int slot, int[] holder, long[] seen) {
        for (var left = helpers[meeting[i]] & there[slot] & ~seen[0]; left != 0; left &= ~seen[0] & left - 1) {
            var interpreter = Long.numberOfTrailingZeros(left);
            seen[0] |= 1L << interpreter;
            if (holder[interpreter] < 0 || augment(meeting, holder[interpreter], slot, holder, seen)) {
                holder[interpreter] = i;
                return true;
            }
        }
        return false;
    }
}
