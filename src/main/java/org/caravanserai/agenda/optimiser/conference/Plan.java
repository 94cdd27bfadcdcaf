package org.caravanserai.agenda.optimiser.conference;

import java.util.Arrays;

/**
 * A timetable under change, with its cost kept up to date. Cells are numbers: session × rooms + room. A cell belongs to the
 * track of its submissions; a track may also claim an empty cell, to have no break between its sessions.
 *
 * <p>A change is a row of {@link #remove}, {@link #add}, {@link #claim}, {@link #release} and {@link #arrange}, ended by {@link #settle()} and then kept with
 * {@link #keep()} or taken back with {@link #undo()}. Within a cell submissions stand in the order of its list, from the
 * first slot on. Where slots matter to rivals, the list also holds gaps of one slot and fills the cell; where they do not,
 * the list has no order of its own and {@link Arrangement} finds the best.
 */
final class Plan {

    static final int NOWHERE = -1;
    static final int GAP = -1;
    private static final int CLAIM = -2;

    final Costs costs;
    final boolean slotsMatter;
    final int[] cellOf;
    final int[] sessionOf;
    final int[] trackIn;
    final int[] free;
    final int[][] list;
    final int[] length;

    private final long homeless;
    private final int[][] inRoom;
    private final int[][] inSession;
    private final int[] roomsUsed;
    private final boolean[] broken;
    /** By cell and track, how many submissions of the cell want a chair of the track. */
    private final int[][] chairsIn;

    private final long[] disorder;
    private final long[] clashes;
    private final Arrangement arrangement;
    private final PlanLog log = new PlanLog();
    private long cost;
    private long costBefore;
    private int unplaced;

    /**
     * A plan in which nothing is placed yet.
     *
     * @param homeless what a submission without a place costs
     */
    Plan(Costs costs, long homeless) {
        this.costs = costs;
        this.homeless = homeless;
        slotsMatter = costs.inSameSlot.any();
        cellOf = filled(costs.submissions, NOWHERE);
        sessionOf = filled(costs.submissions, NOWHERE);
        var cells = costs.sessions * costs.rooms;
        trackIn = filled(cells, Timetable.NONE);
        free = new int[cells];
        list = new int[cells][];
        length = new int[cells];
        for (var cell = 0; cell < cells; cell++) {
            free[cell] = costs.slots[cell / costs.rooms];
            list[cell] = filled(free[cell], GAP);
            length[cell] = slotsMatter ? free[cell] : 0;
        }
        inRoom = new int[costs.tracks][costs.rooms];
        inSession = new int[costs.tracks][costs.sessions];
        roomsUsed = new int[costs.tracks];
        broken = new boolean[costs.tracks];
        chairsIn = new int[cells][costs.tracks];
        disorder = new long[costs.tracks];
        clashes = new long[costs.sessions];
        arrangement = new Arrangement(this);
        unplaced = costs.submissions;
        cost = unplaced * homeless;
        costBefore = cost;
    }

    long cost() {
        return cost;
    }

    boolean complete() {
        return unplaced == 0;
    }

    int cells() {
        return trackIn.length;
    }

    int parallel(int track, int session) {
        return inSession[track][session];
    }

    /** The sessions of the track are not an unbroken run. */
    boolean isBroken(int track) {
        return broken[track];
    }

    /** Takes a submission out of its cell. */
    void remove(int submission) {
        var cell = cellOf[submission];
        touch(cell, submission);
        cost += homeless - ofPlace(submission, cell);
        wantChairs(submission, cell, -1);
        cellOf[submission] = NOWHERE;
        sessionOf[submission] = NOWHERE;
        unplaced++;
        free[cell] += costs.needs[submission];
        var at = 0;
        while (list[cell][at] != submission) {
            at++;
        }
        System.arraycopy(list[cell], at + 1, list[cell], at, length[cell] - at - 1);
        length[cell]--;
        if (slotsMatter) {
            for (var gap = 0; gap < costs.needs[submission]; gap++) {
                list[cell][length[cell]++] = GAP;
            }
        }
        if (free[cell] == costs.slots[cell / costs.rooms]) {
            leave(cell);
        }
    }

    /** Puts a homeless submission into a cell of its track, or an empty one, with room for it. */
    void add(int submission, int cell) {
        touch(cell, submission);
        if (trackIn[cell] == Timetable.NONE) {
            enter(cell, costs.trackOf[submission]);
        }
        cellOf[submission] = cell;
        sessionOf[submission] = cell / costs.rooms;
        cost += ofPlace(submission, cell) - homeless;
        wantChairs(submission, cell, 1);
        unplaced--;
        free[cell] -= costs.needs[submission];
        if (slotsMatter) {
            dropGaps(cell, costs.needs[submission]);
        }
        list[cell][length[cell]++] = submission;
    }

    /** Gives an empty cell to a track. */
    void claim(int cell, int track) {
        log.step(cell, CLAIM, NOWHERE, trackIn[cell], list[cell], length[cell]);
        enter(cell, track);
    }

    /** Takes an empty cell back from its track. */
    void release(int cell) {
        log.step(cell, CLAIM, NOWHERE, trackIn[cell], list[cell], length[cell]);
        leave(cell);
    }

    /** Nothing is told here, whether or not a track has the cell. */
    boolean isEmpty(int cell) {
        return free[cell] == costs.slots[cell / costs.rooms];
    }

    /** Moves what stands at one position of a cell's list to another; means something only where slots matter. */
    void arrange(int cell, int from, int to) {
        touch(cell, Timetable.NONE);
        var moved = list[cell][from];
        if (from < to) {
            System.arraycopy(list[cell], from + 1, list[cell], from, to - from);
        } else {
            System.arraycopy(list[cell], to, list[cell], to + 1, from - to);
        }
        list[cell][to] = moved;
    }

    /** Reckons what the steps since the last settling did to order and slots. */
    void settle() {
        for (var i = 0; i < log.tracks(); i++) {
            var track = log.track(i);
            cost -= disorder[track];
            disorder[track] = costs.perDisorder * arrangement.disorder(track);
            cost += disorder[track];
        }
        for (var i = 0; i < log.sessions(); i++) {
            var session = log.session(i);
            cost -= clashes[session];
            clashes[session] = arrangement.clashes(session);
            cost += clashes[session];
        }
    }

    /** Keeps the change. */
    void keep() {
        log.clear();
        costBefore = cost;
    }

    /** Takes the change back. */
    void undo() {
        for (var step = log.steps() - 1; step >= 0; step--) {
            log.takeBack(step, this);
        }
        for (var i = 0; i < log.tracks(); i++) {
            disorder[log.track(i)] = log.disorderBefore(i);
        }
        for (var i = 0; i < log.sessions(); i++) {
            clashes[log.session(i)] = log.clashesBefore(i);
        }
        log.clear();
        cost = costBefore;
    }

    /** Takes one step back: what the submission's place, the cell's owner and its list were before. */
    void restore(int cell, int submission, int place, int owner, int[] before, int lengthBefore) {
        if (submission == CLAIM) {
            if (owner == Timetable.NONE) {
                leave(cell);
            } else {
                enter(cell, owner);
            }
        } else if (submission != Timetable.NONE) {
            var now = cellOf[submission];
            if (now == NOWHERE) {
                if (trackIn[place] == Timetable.NONE) {
                    enter(place, costs.trackOf[submission]);
                }
                wantChairs(submission, place, 1);
                free[place] -= costs.needs[submission];
                sessionOf[submission] = place / costs.rooms;
                unplaced--;
            } else {
                wantChairs(submission, now, -1);
                free[now] += costs.needs[submission];
                if (owner == Timetable.NONE) {
                    leave(now);
                }
                sessionOf[submission] = NOWHERE;
                unplaced++;
            }
            cellOf[submission] = place;
        }
        System.arraycopy(before, 0, list[cell], 0, lengthBefore);
        length[cell] = lengthBefore;
    }

    /** Which submission stands where. */
    Timetable timetable(Conference conference) {
        var timetable = new Timetable(conference);
        for (var track = 0; track < costs.tracks; track++) {
            arrangement.write(track, timetable);
        }
        for (var cell = 0; cell < trackIn.length; cell++) {
            timetable.give(cell / costs.rooms, cell % costs.rooms, trackIn[cell]);
        }
        return timetable;
    }

    /** Takes over the places of another plan of the same conference; both must be settled and kept. */
    void copy(Plan other) {
        for (var i = 0; i < cellOf.length; i++) {
            if (cellOf[i] != NOWHERE) {
                remove(i);
            }
        }
        for (var cell = 0; cell < list.length; cell++) {
            if (trackIn[cell] != Timetable.NONE) {
                release(cell);
            }
            if (other.isEmpty(cell) && other.trackIn[cell] != Timetable.NONE) {
                claim(cell, other.trackIn[cell]);
            }
            for (var at = 0; at < other.length[cell]; at++) {
                if (other.list[cell][at] != GAP) {
                    add(other.list[cell][at], cell);
                }
            }
            System.arraycopy(other.list[cell], 0, list[cell], 0, other.length[cell]);
        }
        settle();
        keep();
    }

    private void touch(int cell, int submission) {
        var track = submission == Timetable.NONE ? trackIn[cell] : costs.trackOf[submission];
        var place = submission == Timetable.NONE ? NOWHERE : cellOf[submission];
        log.step(cell, submission, place, trackIn[cell], list[cell], length[cell]);
        if (track != Timetable.NONE && costs.ordered[track]) {
            log.track(track, disorder[track]);
        }
        if (slotsMatter) {
            log.session(cell / costs.rooms, clashes[cell / costs.rooms]);
        }
    }

    private long ofPlace(int submission, int cell) {
        var session = cell / costs.rooms;
        var sum = costs.inSession[submission][session] + costs.inRoom[submission][cell % costs.rooms];
        var rivals = costs.inSameSession.of()[submission];
        for (var i = 0; i < rivals.length; i++) {
            if (sessionOf[rivals[i]] == session && cellOf[rivals[i]] != cell) {
                sum += costs.inSameSession.cost()[submission][i];
            }
        }
        return sum;
    }

    /** Chairs of other tracks are wanted in a cell, or no longer; two cells pay once, whoever is wanted where. */
    private void wantChairs(int submission, int cell, int more) {
        for (var track : costs.chairsIn[submission]) {
            var before = chairsIn[cell][track];
            chairsIn[cell][track] += more;
            if (before != 0 && chairsIn[cell][track] != 0) {
                continue;
            }
            var first = cell - cell % costs.rooms;
            for (var other = first; other < first + costs.rooms; other++) {
                if (trackIn[other] == track && chairsIn[other][costs.trackOf[submission]] == 0) {
                    cost += more * costs.perChair;
                }
            }
        }
    }

    private void enter(int cell, int track) {
        cost += ofCell(cell, track);
        trackIn[cell] = track;
        var room = cell % costs.rooms;
        var session = cell / costs.rooms;
        if (inRoom[track][room]++ == 0 && roomsUsed[track]++ > 0) {
            cost += costs.perRoom;
        }
        if (inSession[track][session]++ > 0) {
            cost += costs.perParallel;
        } else {
            seeBreaks(track);
        }
    }

    private void leave(int cell) {
        var track = trackIn[cell];
        trackIn[cell] = Timetable.NONE;
        cost -= ofCell(cell, track);
        var room = cell % costs.rooms;
        var session = cell / costs.rooms;
        if (--inRoom[track][room] == 0 && --roomsUsed[track] > 0) {
            cost -= costs.perRoom;
        }
        if (--inSession[track][session] > 0) {
            cost -= costs.perParallel;
        } else {
            seeBreaks(track);
        }
    }

    private long ofCell(int cell, int track) {
        var session = cell / costs.rooms;
        var sum = costs.cell[track][session][cell % costs.rooms];
        for (var other = session * costs.rooms; other < (session + 1) * costs.rooms; other++) {
            if (other != cell && trackIn[other] != Timetable.NONE) {
                sum += costs.pair[track][trackIn[other]];
                sum += chairsIn[other][track] > 0 ? costs.perChair : 0;
            }
        }
        return sum;
    }

    private void seeBreaks(int track) {
        if (costs.perBreak == 0) {
            return;
        }
        var runs = 0;
        for (var session = 0; session < costs.sessions; session++) {
            if (inSession[track][session] > 0 && (session == 0 || inSession[track][session - 1] == 0)) {
                runs++;
            }
        }
        if (broken[track] != runs > 1) {
            broken[track] = runs > 1;
            cost += runs > 1 ? costs.perBreak : -costs.perBreak;
        }
    }

    private void dropGaps(int cell, int gaps) {
        var left = gaps;
        for (var at = length[cell] - 1; left > 0; at--) {
            if (list[cell][at] == GAP) {
                System.arraycopy(list[cell], at + 1, list[cell], at, length[cell] - at - 1);
                length[cell]--;
                left--;
            }
        }
    }

    private static int[] filled(int length, int value) {
        var filled = new int[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
