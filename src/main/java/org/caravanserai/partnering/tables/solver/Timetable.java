package org.caravanserai.partnering.tables.solver;

import java.util.Arrays;

/**
 * Who meets whom in which slot, kept so that it can be changed a hundred thousand times a second. Tables are not told apart:
 * a slot holds as many meetings as tables are open.
 *
 * <p>Pairs are the edges of a graph and slots their colours. Two slots exchanged along a path that cannot be prolonged leave
 * everybody with one meeting a slot (Kempe, 1879; Vizing, 1964), and nobody's times change but those of the path's two ends.
 */
final class Timetable {

    static final int NONE = -1;

    final Terms terms;
    final int[][] at;
    final int[] slotOf;
    final int[] count;
    final int[] helped;
    final long[] busy;
    final int[] meetings;
    long total;
    int left;
    int idle;
    private final int[] idleOf;
    private final int[] path;
    private int length;
    private int end;

    Timetable(Terms terms) {
        this.terms = terms;
        at = new int[terms.parties][terms.slots];
        for (var row : at) {
            Arrays.fill(row, NONE);
        }
        slotOf = new int[terms.pairs];
        Arrays.fill(slotOf, NONE);
        count = new int[terms.slots];
        helped = new int[terms.slots];
        busy = new long[terms.parties];
        meetings = new int[terms.parties];
        idleOf = new int[terms.parties];
        path = new int[terms.pairs];
        left = terms.concerned();
        terms.problem.pinned().forEach(meeting -> put(meeting.pair(), meeting.slot()));
    }

    /** Whether a pair can meet in a slot as things are. */
    boolean fits(int pair, int slot) {
        return (terms.allowed[pair] >> slot & 1) != 0
                && at[terms.first[pair]][slot] == NONE
                && at[terms.second[pair]][slot] == NONE
                && count[slot] < terms.capacity[slot]
                && interpretable(pair, slot);
    }

    private boolean interpretable(int pair, int slot) {
        if (terms.helpers[pair] == 0) {
            return true;
        }
        // Tried before it is there, so as not to move it.
        var meeting = new int[helped[slot] + 1];
        var n = helpedIn(slot, meeting);
        meeting[n] = pair;
        return terms.interpret(meeting, slot).length > 0;
    }

    private int helpedIn(int slot, int[] meeting) {
        var n = 0;
        for (var pair = 0; pair < terms.pairs && n < helped[slot]; pair++) {
            if (slotOf[pair] == slot && terms.helpers[pair] != 0) {
                meeting[n++] = pair;
            }
        }
        return n;
    }

    /** Whether the interpreters of a slot suffice for the meetings that it has. */
    boolean interpreted(int slot) {
        if (helped[slot] == 0) {
            return true;
        }
        var meeting = new int[helped[slot]];
        helpedIn(slot, meeting);
        return terms.interpret(meeting, slot).length > 0;
    }

    void put(int pair, int slot) {
        enter(pair, slot);
        total += terms.value[pair];
        count[slot]++;
        join(terms.first[pair], 1);
        join(terms.second[pair], 1);
        refresh(terms.first[pair]);
        refresh(terms.second[pair]);
    }

    void remove(int pair) {
        var slot = slotOf[pair];
        leave(pair, slot);
        total -= terms.value[pair];
        count[slot]--;
        join(terms.first[pair], -1);
        join(terms.second[pair], -1);
        refresh(terms.first[pair]);
        refresh(terms.second[pair]);
    }

    private void join(int party, int more) {
        if (meetings[party] == 0) {
            left--;
        }
        meetings[party] += more;
        if (meetings[party] == 0) {
            left++;
        }
    }

    private void enter(int pair, int slot) {
        slotOf[pair] = slot;
        at[terms.first[pair]][slot] = pair;
        at[terms.second[pair]][slot] = pair;
        busy[terms.first[pair]] |= 1L << slot;
        busy[terms.second[pair]] |= 1L << slot;
        if (terms.helpers[pair] != 0) {
            helped[slot]++;
        }
    }

    private void leave(int pair, int slot) {
        slotOf[pair] = NONE;
        at[terms.first[pair]][slot] = NONE;
        at[terms.second[pair]][slot] = NONE;
        busy[terms.first[pair]] &= ~(1L << slot);
        busy[terms.second[pair]] &= ~(1L << slot);
        if (terms.helpers[pair] != 0) {
            helped[slot]--;
        }
    }

    private void refresh(int party) {
        idle -= idleOf[party];
        idleOf[party] = terms.idle(party, busy[party]);
        idle += idleOf[party];
    }

    int idleOf(int party) {
        return idleOf[party];
    }

    /**
     * Finds the path of a party that is busy in one of two slots only, from her to its other end.
     *
     * @param from the slot in which she is busy
     * @return whether the two slots may be exchanged along it, the number of meetings in a slot aside
     */
    boolean trace(int party, int from, int to) {
        length = 0;
        var slot = from;
        end = party;
        for (var pair = at[party][slot]; pair != NONE; pair = at[end][slot]) {
            var other = from + to - slot;
            if ((terms.allowed[pair] >> other & 1) == 0 || terms.pinned[pair]) {
                return false;
            }
            path[length++] = pair;
            end = terms.other(pair, end);
            slot = other;
        }
        return true;
    }

    /** The other end of the path that was traced. */
    int end() {
        return end;
    }

    /** Whether the path that was traced, exchanged, leaves both slots with as many meetings as before. */
    boolean isEven() {
        return length % 2 == 0;
    }

    /** How many idle slots more there would be if the path that was traced from a party were exchanged. */
    int idleAfter(int party, int from, int to) {
        var both = 1L << from | 1L << to;
        return terms.idle(party, busy[party] ^ both) - idleOf[party] + terms.idle(end, busy[end] ^ both) - idleOf[end];
    }

    /**
     * Exchanges two slots along the path that was traced from a party, unless interpreters are lacking then. Slots may hold
     * too many afterwards.
     *
     * @return whether it was done
     */
    boolean exchange(int party, int from, int to) {
        var last = end;
        var n = length;
        var steps = Arrays.copyOf(path, n);
        flip(steps, from, to);
        if ((helped[from] > 0 || helped[to] > 0) && !(interpreted(from) && interpreted(to))) {
            flip(steps, to, from);
            return false;
        }
        if (n % 2 == 1) {
            count[from]--;
            count[to]++;
        }
        refresh(party);
        refresh(last);
        return true;
    }

    private void flip(int[] steps, int from, int to) {
        for (var i = 0; i < steps.length; i++) {
            leave(steps[i], i % 2 == 0 ? from : to);
        }
        for (var i = 0; i < steps.length; i++) {
            enter(steps[i], i % 2 == 0 ? to : from);
        }
    }

    /** What is met when, to be {@linkplain #restore restored}. */
    int[] snapshot() {
        return slotOf.clone();
    }

    void restore(int[] snapshot) {
        for (var pair = 0; pair < terms.pairs; pair++) {
            if (slotOf[pair] != NONE && slotOf[pair] != snapshot[pair]) {
                remove(pair);
            }
        }
        for (var pair = 0; pair < terms.pairs; pair++) {
            if (slotOf[pair] == NONE && snapshot[pair] != NONE) {
                put(pair, snapshot[pair]);
            }
        }
    }

    /** Whether this is better than what was found before, walks aside. */
    boolean isBetterThan(int otherLeft, long otherTotal, int otherIdle) {
        return left != otherLeft ? left < otherLeft : total != otherTotal ? total > otherTotal : idle < otherIdle;
    }
}
