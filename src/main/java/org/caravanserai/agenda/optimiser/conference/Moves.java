package org.caravanserai.agenda.optimiser.conference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;

/** Random changes of a plan, each small enough to be tried half a million times a second. */
final class Moves {

    private final Plan plan;
    private final Costs costs;
    private final SplittableRandom random;
    private final int[] one;
    private final int[] other;
    private final int[][] inOrder;
    private final int[] deck;
    private final BitSet hand = new BitSet();

    Moves(Plan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
        costs = plan.costs;
        var most = 1;
        for (var slots : costs.slots) {
            most = Math.max(most, slots);
        }
        one = new int[most];
        other = new int[most];
        deck = new int[costs.submissions];
        inOrder = new int[costs.tracks][];
        for (var track = 0; track < costs.tracks; track++) {
            inOrder[track] = Arrays.stream(costs.members[track])
                    .boxed()
                    .sorted(Comparator.comparingInt(submission -> costs.order[submission]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /**
     * Changes the plan at random, unsettled.
     *
     * @return whether anything was changed
     */
    boolean change() {
        var dice = random.nextInt(100);
        if (!plan.complete() && dice < 50) {
            return settleHomeless();
        }
        if (plan.slotsMatter && dice < 25) {
            return rearrange();
        }
        if (dice < 45) {
            return relocate();
        }
        if (dice < 65) {
            return swapSubmissions();
        }
        if (dice < 90) {
            return exchange();
        }
        if (dice < 94) {
            return random.nextBoolean() ? swapRooms() : shift();
        }
        if (dice < 97) {
            return costs.perBreak > 0 && bridge();
        }
        return closeCell();
    }

    /** Forces a homeless submission into some cell and turns out whoever is in the way. */
    private boolean settleHomeless() {
        var submission = random.nextInt(costs.submissions);
        while (plan.cellOf[submission] != Plan.NOWHERE) {
            submission = submission + 1 == costs.submissions ? 0 : submission + 1;
        }
        var cell = random.nextInt(plan.cells());
        if (random.nextInt(4) != 0) {
            cell = cellOfTrack(costs.trackOf[submission], cell);
        }
        if (costs.slots[cell / costs.rooms] < costs.needs[submission]) {
            return false;
        }
        if (plan.trackIn[cell] != costs.trackOf[submission] && plan.trackIn[cell] != Timetable.NONE) {
            empty(cell, one);
        }
        while (plan.free[cell] < costs.needs[submission]) {
            var at = random.nextInt(plan.length[cell]);
            if (plan.list[cell][at] != Plan.GAP) {
                plan.remove(plan.list[cell][at]);
            }
        }
        plan.add(submission, cell);
        return true;
    }

    private boolean relocate() {
        var submission = random.nextInt(costs.submissions);
        var from = plan.cellOf[submission];
        if (from == Plan.NOWHERE) {
            return false;
        }
        var to = random.nextInt(plan.cells());
        var track = costs.trackOf[submission];
        if (random.nextInt(3) != 0) {
            to = cellOfTrack(track, to);
        }
        if (to == from || plan.free[to] < costs.needs[submission]) {
            return false;
        }
        if (plan.trackIn[to] != Timetable.NONE && plan.trackIn[to] != track) {
            if (!plan.isEmpty(to)) {
                return false;
            }
            plan.release(to);
        }
        plan.remove(submission);
        plan.add(submission, to);
        return true;
    }

    private boolean swapSubmissions() {
        var first = random.nextInt(costs.submissions);
        var members = costs.members[costs.trackOf[first]];
        var second = members[random.nextInt(members.length)];
        var here = plan.cellOf[first];
        var there = plan.cellOf[second];
        if (here == there || here == Plan.NOWHERE || there == Plan.NOWHERE) {
            return false;
        }
        var more = costs.needs[second] - costs.needs[first];
        if (plan.free[here] < more || plan.free[there] < -more) {
            return false;
        }
        plan.remove(first);
        plan.remove(second);
        plan.add(first, there);
        plan.add(second, here);
        return true;
    }

    /** Swaps two cells; tracks that have an order are then dealt out anew, for the swap has shuffled them. */
    private boolean exchange() {
        var here = random.nextInt(plan.cells());
        var there = random.nextInt(plan.cells());
        var first = plan.trackIn[here];
        var second = plan.trackIn[there];
        var sameSession = here / costs.rooms == there / costs.rooms;
        if (!swapCells(here, there)) {
            return false;
        }
        if (!sameSession) {
            deal(first);
            if (second != first) {
                deal(second);
            }
        }
        return true;
    }

    /** Deals an ordered track out to its cells, one after the other. */
    private void deal(int track) {
        if (track == Timetable.NONE || !costs.ordered[track] || plan.slotsMatter || random.nextInt(8) == 0) {
            return;
        }
        var members = inOrder[track];
        var capacity = 0;
        var needed = 0;
        hand.clear();
        for (var submission : members) {
            var cell = plan.cellOf[submission];
            if (cell != Plan.NOWHERE) {
                needed += costs.needs[submission];
                if (!hand.get(cell)) {
                    hand.set(cell);
                    capacity += costs.slots[cell / costs.rooms];
                }
            }
        }
        var dealt = 0;
        for (var submission : members) {
            if (plan.cellOf[submission] != Plan.NOWHERE) {
                plan.remove(submission);
                deck[dealt++] = submission;
            }
        }
        var next = 0;
        for (var cell = hand.nextSetBit(0); cell >= 0; cell = hand.nextSetBit(cell + 1)) {
            capacity -= costs.slots[cell / costs.rooms];
            while (next < dealt && costs.needs[deck[next]] <= plan.free[cell]) {
                if (needed <= capacity && plan.trackIn[cell] != Timetable.NONE && random.nextInt(6) == 0) {
                    break;
                }
                needed -= costs.needs[deck[next]];
                plan.add(deck[next++], cell);
            }
        }
    }

    private boolean swapCells(int here, int there) {
        if (here == there || plan.trackIn[here] == plan.trackIn[there] && plan.trackIn[here] == Timetable.NONE) {
            return false;
        }
        var usedHere = costs.slots[here / costs.rooms] - plan.free[here];
        var usedThere = costs.slots[there / costs.rooms] - plan.free[there];
        if (usedHere > costs.slots[there / costs.rooms] || usedThere > costs.slots[here / costs.rooms]) {
            return false;
        }
        var trackHere = plan.trackIn[here];
        var trackThere = plan.trackIn[there];
        var ofHere = empty(here, one);
        var ofThere = empty(there, other);
        if (ofHere == 0 && trackHere != Timetable.NONE) {
            plan.claim(there, trackHere);
        }
        if (ofThere == 0 && trackThere != Timetable.NONE) {
            plan.claim(here, trackThere);
        }
        for (var i = 0; i < ofHere; i++) {
            plan.add(one[i], there);
        }
        for (var i = 0; i < ofThere; i++) {
            plan.add(other[i], here);
        }
        return true;
    }

    /** Exchanges two rooms in every session in which a track uses the first. */
    private boolean swapRooms() {
        var track = random.nextInt(costs.tracks);
        var cell = cellOfTrack(track, Plan.NOWHERE);
        if (cell == Plan.NOWHERE) {
            return false;
        }
        var from = cell % costs.rooms;
        var to = random.nextInt(costs.rooms);
        if (from == to) {
            return false;
        }
        for (var session = 0; session < costs.sessions; session++) {
            if (plan.trackIn[session * costs.rooms + from] == track) {
                swapCells(session * costs.rooms + from, session * costs.rooms + to);
            }
        }
        return true;
    }

    /** Moves what a track has in one room by the same number of sessions, and what is in its way back. */
    private boolean shift() {
        var cell = cellOfTrack(random.nextInt(costs.tracks), Plan.NOWHERE);
        if (cell == Plan.NOWHERE || costs.sessions < 2) {
            return false;
        }
        var track = plan.trackIn[cell];
        var room = cell % costs.rooms;
        var by = 1 + random.nextInt(costs.sessions - 1);
        var forward = random.nextBoolean();
        var moved = false;
        for (var i = 0; i + by < costs.sessions; i++) {
            var from = forward ? costs.sessions - 1 - by - i : by + i;
            var to = forward ? from + by : from - by;
            if (plan.trackIn[from * costs.rooms + room] == track) {
                moved |= swapCells(from * costs.rooms + room, to * costs.rooms + room);
            }
        }
        if (moved) {
            deal(track);
        }
        return moved;
    }

    /** Lets a track with breaks claim a free room in each session that it misses, or gives a claim up. */
    private boolean bridge() {
        var cell = random.nextInt(plan.cells());
        if (plan.isEmpty(cell) && plan.trackIn[cell] != Timetable.NONE) {
            plan.release(cell);
            return true;
        }
        var track = random.nextInt(costs.tracks);
        if (!plan.isBroken(track)) {
            return false;
        }
        var room = cellOfTrack(track, cell) % costs.rooms;
        var last = costs.sessions - 1;
        while (plan.parallel(track, last) == 0) {
            last--;
        }
        var begun = false;
        for (var session = 0; session < last; session++) {
            if (plan.parallel(track, session) > 0) {
                begun = true;
            } else if (begun) {
                var free = freeRoom(session, room);
                if (free != Plan.NOWHERE) {
                    plan.claim(free, track);
                }
            }
        }
        return true;
    }

    private int freeRoom(int session, int wanted) {
        var room = wanted;
        for (var trial = 0; trial < 4; trial++) {
            if (plan.trackIn[session * costs.rooms + room] == Timetable.NONE) {
                return session * costs.rooms + room;
            }
            room = random.nextInt(costs.rooms);
        }
        return Plan.NOWHERE;
    }

    /** Deals the submissions of a cell out to the other cells of its track, as far as they go. */
    private boolean closeCell() {
        var cell = random.nextInt(plan.cells());
        var track = plan.trackIn[cell];
        if (track == Timetable.NONE) {
            return false;
        }
        var count = empty(cell, one);
        for (var i = 0; i < count; i++) {
            var into = cell;
            for (var trial = 0; trial < 4; trial++) {
                var candidate = cellOfTrack(track, cell);
                if (candidate != cell && plan.free[candidate] >= costs.needs[one[i]]) {
                    into = candidate;
                    break;
                }
            }
            plan.add(one[i], into);
        }
        return true;
    }

    /** Moves something within its cell. */
    private boolean rearrange() {
        var submission = random.nextInt(costs.submissions);
        var cell = plan.cellOf[submission];
        if (cell == Plan.NOWHERE || plan.length[cell] < 2) {
            return false;
        }
        var from = random.nextInt(plan.length[cell]);
        var to = random.nextInt(plan.length[cell]);
        if (from == to) {
            return false;
        }
        plan.arrange(cell, from, to);
        return true;
    }

    private int cellOfTrack(int track, int otherwise) {
        var members = costs.members[track];
        if (members.length == 0) {
            return otherwise;
        }
        var cell = plan.cellOf[members[random.nextInt(members.length)]];
        return cell == Plan.NOWHERE ? otherwise : cell;
    }

    private int empty(int cell, int[] into) {
        var count = 0;
        for (var at = 0; at < plan.length[cell]; at++) {
            if (plan.list[cell][at] != Plan.GAP) {
                into[count++] = plan.list[cell][at];
            }
        }
        if (count == 0 && plan.trackIn[cell] != Timetable.NONE) {
            plan.release(cell);
        }
        for (var i = 0; i < count; i++) {
            plan.remove(into[i]);
        }
        return count;
    }
}
