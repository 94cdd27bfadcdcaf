package org.caravanserai.partnering.tables.solver;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An event whose tables are to be filled. Times are sets of slots, one bit each; everything is known by its position in its
 * list.
 *
 * @param days the day of each slot, in order of time
 * @param parties who meets: people who come alone, or delegations
 * @param tables where they meet
 * @param interpreters who helps those without a common language
 * @param pairs who would meet whom; each two parties stand here once at most
 * @param pinned meetings that stay as they are
 */
public record TablesProblem(
        List<Integer> days,
        List<Party> parties,
        List<Table> tables,
        List<Interpreter> interpreters,
        List<Pair> pairs,
        List<Meeting> pinned) {

    /** The most slots: one bit each. */
    public static final int MOST_SLOTS = 62;

    /** Where no interpreter is needed. */
    public static final int NOBODY = -1;

    /**
     * Who meets.
     *
     * @param free the slots in which she can
     * @param languages what she speaks
     */
    public record Party(long free, Set<String> languages) {}

    /**
     * Where two parties meet.
     *
     * @param x its place on a grid of the hall
     * @param open the slots in which it is there
     */
    public record Table(int x, int y, long open) {

        /** How far another is, in steps along the grid. */
        public int steps(Table other) {
            return Math.abs(x - other.x) + Math.abs(y - other.y);
        }
    }

    /**
     * Who helps two parties without a common language.
     *
     * @param there the slots in which she is there
     */
    public record Interpreter(Set<String> languages, long there) {}

    /**
     * Two parties of whom at least one wishes to meet the other.
     *
     * @param value what it is worth that they meet, more than nothing
     */
    public record Pair(int first, int second, int value) {}

    /**
     * A meeting of a plan.
     *
     * @param pair who meets
     * @param interpreter who helps; {@link #NOBODY} where they share a language
     */
    public record Meeting(int pair, int slot, int table, int interpreter) {}

    /** Refuses what cannot be numbered. */
    public TablesProblem {
        if (days.size() > MOST_SLOTS || interpreters.size() > MOST_SLOTS) {
            throw new IllegalArgumentException("more than " + MOST_SLOTS + " slots or interpreters");
        }
        var seen = new HashSet<Long>();
        for (var pair : pairs) {
            var low = Math.min(pair.first(), pair.second());
            var high = Math.max(pair.first(), pair.second());
            if (low == high || pair.value() <= 0 || !seen.add((long) low << 32 | high)) {
                throw new IllegalArgumentException("a pair of one, of no value or twice: " + pair);
            }
        }
        days = List.copyOf(days);
        parties = List.copyOf(parties);
        tables = List.copyOf(tables);
        interpreters = List.copyOf(interpreters);
        pairs = List.copyOf(pairs);
        pinned = List.copyOf(pinned);
    }

    /** All slots. */
    public long allSlots() {
        return (1L << days.size()) - 1;
    }

    /** The slots of each day. */
    long[] slotsOfDays() {
        return days.stream()
                .distinct()
                .mapToLong(day -> IntStream.range(0, days.size())
                        .filter(slot -> days.get(slot).equals(day))
                        .mapToLong(slot -> 1L << slot)
                        .sum())
                .toArray();
    }

    /** Whether two parties need an interpreter. */
    public boolean needsInterpreter(Pair pair) {
        return Collections.disjoint(
                parties.get(pair.first()).languages(),
                parties.get(pair.second()).languages());
    }

    /** Whether an interpreter speaks with both of a pair. */
    public boolean speaksWithBoth(Interpreter interpreter, Pair pair) {
        return !Collections.disjoint(
                        interpreter.languages(), parties.get(pair.first()).languages())
                && !Collections.disjoint(
                        interpreter.languages(), parties.get(pair.second()).languages());
    }

    /** The pinned meetings by their pair. */
    Map<Integer, Meeting> pinnedByPair() {
        return pinned.stream().collect(Collectors.toMap(Meeting::pair, meeting -> meeting));
    }
}
