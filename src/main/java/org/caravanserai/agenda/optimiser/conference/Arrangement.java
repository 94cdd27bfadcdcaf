package org.caravanserai.agenda.optimiser.conference;

import java.util.Arrays;

/**
 * Which submission of a cell stands in which of its slots. Where slots matter the plan says so itself. Otherwise every
 * submission that wants a position gets it if the walk through the track reaches its cell at the right time, which is the
 * least disorder that these cells allow.
 */
final class Arrangement {

    private final Plan plan;
    private final Costs costs;
    private final int[] walk;
    private final int[] starts;
    private final int[] rest;
    private final boolean[] mine;

    Arrangement(Plan plan) {
        this.plan = plan;
        costs = plan.costs;
        walk = new int[costs.submissions];
        starts = new int[costs.submissions];
        rest = new int[costs.submissions];
        mine = new boolean[costs.sessions * costs.rooms];
    }

    /** How many submissions of a track are not where they should be, and how many pairs of them are told at once. */
    long disorder(int track) {
        var wrong = 0L;
        var length = walk(track);
        for (var i = 0; i < length; i++) {
            var order = costs.order[walk[i]];
            if (order == 0) {
                continue;
            }
            wrong += order == i + 1 ? 0 : 1;
            for (var j = i - 1; j >= 0 && plan.sessionOf[walk[j]] == plan.sessionOf[walk[i]]; j--) {
                if (costs.order[walk[j]] != 0) {
                    wrong += common(walk[i], walk[j]);
                }
            }
        }
        return wrong;
    }

    /** What rivals cost that are told in one slot of this session. */
    long clashes(int session) {
        for (var cell = session * costs.rooms; cell < (session + 1) * costs.rooms; cell++) {
            stand(cell);
        }
        var sum = 0L;
        for (var cell = session * costs.rooms; cell < (session + 1) * costs.rooms; cell++) {
            for (var at = 0; at < plan.length[cell]; at++) {
                var submission = plan.list[cell][at];
                if (submission != Plan.GAP) {
                    sum += clashes(submission, session);
                }
            }
        }
        return sum;
    }

    private long clashes(int submission, int session) {
        var sum = 0L;
        var rivals = costs.inSameSlot.of()[submission];
        for (var i = 0; i < rivals.length; i++) {
            if (rivals[i] > submission && plan.sessionOf[rivals[i]] == session) {
                sum += costs.inSameSlot.cost()[submission][i] * common(submission, rivals[i]);
            }
        }
        return sum;
    }

    /** Writes a track's submissions into a timetable. */
    void write(int track, Timetable timetable) {
        var length = walk(track);
        for (var i = 0; i < length; i++) {
            var cell = plan.cellOf[walk[i]];
            for (var slot = 0; slot < costs.needs[walk[i]]; slot++) {
                timetable.put(cell / costs.rooms, cell % costs.rooms, starts[walk[i]] + slot, walk[i]);
            }
        }
    }

    private int common(int one, int other) {
        return Math.max(
                0,
                Math.min(starts[one] + costs.needs[one], starts[other] + costs.needs[other])
                        - Math.max(starts[one], starts[other]));
    }

    /** Walks through a track by session, room and slot; fills {@link #walk} and {@link #starts}. */
    private int walk(int track) {
        var first = mine.length;
        var last = -1;
        for (var submission : costs.members[track]) {
            var cell = plan.cellOf[submission];
            if (cell != Plan.NOWHERE) {
                mine[cell] = true;
                first = Math.min(first, cell);
                last = Math.max(last, cell);
            }
        }
        var walked = 0;
        for (var cell = first; cell <= last; cell++) {
            if (mine[cell]) {
                mine[cell] = false;
                walked = plan.slotsMatter ? stand(cell, walked) : order(cell, walked);
            }
        }
        return walked;
    }

    private int stand(int cell, int walked) {
        var next = walked;
        stand(cell);
        for (var at = 0; at < plan.length[cell]; at++) {
            if (plan.list[cell][at] != Plan.GAP) {
                walk[next++] = plan.list[cell][at];
            }
        }
        return next;
    }

    private void stand(int cell) {
        var slot = 0;
        for (var at = 0; at < plan.length[cell]; at++) {
            var submission = plan.list[cell][at];
            if (submission == Plan.GAP) {
                slot++;
            } else {
                starts[submission] = slot;
                slot += costs.needs[submission];
            }
        }
    }

    private int order(int cell, int walked) {
        var end = walked + plan.length[cell];
        Arrays.fill(walk, walked, end, Plan.GAP);
        var left = 0;
        for (var at = 0; at < plan.length[cell]; at++) {
            var submission = plan.list[cell][at];
            var wanted = costs.order[submission] - 1;
            if (wanted >= walked && wanted < end && walk[wanted] == Plan.GAP) {
                walk[wanted] = submission;
            } else {
                rest[left++] = submission;
            }
        }
        var slot = 0;
        for (var i = walked; i < end; i++) {
            if (walk[i] == Plan.GAP) {
                walk[i] = rest[--left];
            }
            starts[walk[i]] = slot;
            slot += costs.needs[walk[i]];
        }
        return end;
    }
}
