package org.caravanserai.agenda.optimiser.conference;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What the timetables of an {@link ExactModel} cost. Never more than they really do, so that a bound on this is a bound on
 * that; less only in rare timetables: rivals that meet in one slot, more than one pair of cells of the same two tracks in
 * a session, and ordered submissions told at once; and, if asked so, in the rooms of a track.
 */
final class ExactCosts {

    /** How the rooms of a track that is not told which rooms to use are reckoned. */
    enum Rooms {
        /** Each one that it uses. */
        COUNTED,
        /**
         * As many as it has cells at once, whichever they are: the sessions are no longer tied to each other by rooms, which
         * makes them much easier to choose, and the cost may be less than it is.
         */
        ASSUMED,
        /** As {@link #ASSUMED}, and timetables in which a track uses more are left out; a bound on these is none on all. */
        HELD
    }

    private final ExactModel exact;
    private final Costs costs;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();
    private final boolean strictOrder;
    private final Rooms rooms;

    /**
     * Adds all costs.
     *
     * @param strictOrder leave out all timetables in which a submission is out of order, because one is known that costs no
     *     more than that
     */
    ExactCosts(ExactModel exact, boolean strictOrder, Rooms rooms) {
        this.exact = exact;
        this.strictOrder = strictOrder;
        this.rooms = rooms;
        costs = exact.costs;
        for (var track = 0; track < costs.tracks; track++) {
            ofCells(track);
            ofRooms(track);
            ofRuns(track);
            for (var submission : costs.members[track]) {
                ofPlaces(submission);
                ofRivals(submission);
            }
            if (costs.ordered[track]) {
                ofOrder(track);
            }
            for (var other = track + 1; other < costs.tracks; other++) {
                ofNeighbours(track, other);
            }
        }
    }

    /** What is to be minimised. */
    LinearExprBuilder sum() {
        return sum;
    }

    private void ofCells(int track) {
        for (var session = 0; session < costs.sessions; session++) {
            for (var room = 0; room < costs.rooms; room++) {
                addTerm(exact.inRoom[track][session][room], costs.cell[track][session][room]);
            }
            if (costs.perParallel > 0) {
                if (exact.byRoom(track)) {
                    for (var room = 0; room < costs.rooms; room++) {
                        addTerm(exact.inRoom[track][session][room], costs.perParallel);
                    }
                    addTerm(exact.present(track, session), -costs.perParallel);
                } else {
                    for (var number = 1; number < exact.cells[track][session].length; number++) {
                        addTerm(exact.cells[track][session][number], costs.perParallel);
                    }
                }
            }
        }
    }

    private void ofRooms(int track) {
        if (costs.perRoom == 0 || costs.members[track].length == 0) {
            return;
        }
        if (rooms == Rooms.COUNTED || exact.byRoom(track)) {
            ofUsedRooms(track);
        } else {
            ofCellsAtOnce(track);
        }
    }

    private void ofUsedRooms(int track) {
        var used = usedRooms(track);
        for (var room : used) {
            addTerm(room, costs.perRoom);
        }
        sum.add(-costs.perRoom);
        exact.model.addBoolOr(used);
        for (var session = 0; session < costs.sessions && !exact.byRoom(track); session++) {
            exact.model.addGreaterOrEqual(LinearExpr.sum(used), LinearExpr.sum(exact.cells[track][session]));
        }
    }

    private void ofCellsAtOnce(int track) {
        var most = 1;
        for (var ofSession : exact.cells[track]) {
            most = Math.max(most, ofSession.length);
        }
        var needed = LinearExpr.newBuilder().add(1);
        for (var number = 1; number < most; number++) {
            var before = number;
            var more = exact.literal(
                    "",
                    plan -> IntStream.range(0, costs.sessions)
                            .anyMatch(session -> plan.parallel(track, session) > before));
            for (var ofSession : exact.cells[track]) {
                if (ofSession.length > number) {
                    exact.model.addImplication(ofSession[number], more);
                }
            }
            addTerm(more, costs.perRoom);
            needed.add(more);
        }
        if (rooms == Rooms.HELD) {
            hold(track, needed, most);
        }
    }

    /** A track that never has two cells at once stays in its room, which is said in both directions to be seen sooner. */
    private void hold(int track, LinearExprBuilder needed, int most) {
        var used = usedRooms(track);
        exact.model.addEquality(LinearExpr.sum(used), needed);
        for (var session = 0; session < costs.sessions && most == 1; session++) {
            for (var room = 0; room < costs.rooms; room++) {
                exact.model.addBoolOr(new Literal[] {
                    exact.inRoom[track][session][room],
                    used[room].not(),
                    exact.present(track, session).not()
                });
            }
        }
    }

    private BoolVar[] usedRooms(int track) {
        var used = new BoolVar[costs.rooms];
        for (var room = 0; room < costs.rooms; room++) {
            var column = room;
            used[room] = exact.literal(
                    "",
                    plan -> IntStream.range(0, costs.sessions)
                            .anyMatch(session -> plan.trackIn[session * costs.rooms + column] == track));
            for (var session = 0; session < costs.sessions; session++) {
                exact.model.addImplication(exact.inRoom[track][session][room], used[room]);
            }
        }
        return used;
    }

    private void ofRuns(int track) {
        if (costs.perBreak == 0 || costs.sessions < 3) {
            return;
        }
        var broken = exact.literal("", plan -> runs(plan, track) > 1);
        var starts = new BoolVar[costs.sessions];
        for (var session = 0; session < costs.sessions; session++) {
            var at = session;
            var present = exact.present(track, session);
            starts[session] = exact.literal("", plan -> starts(plan, track, at));
            if (session == 0) {
                exact.model.addImplication(present, starts[0]);
            } else {
                exact.model.addBoolOr(
                        new Literal[] {starts[session], present.not(), exact.present(track, session - 1)});
            }
        }
        exact.model.addAtMostOne(starts).onlyEnforceIf(broken.not());
        var runs = LinearExpr.newBuilder();
        for (var start : starts) {
            runs.addTerm(start, 1);
        }
        runs.addTerm(broken, -((costs.sessions + 1) / 2 - 1));
        exact.model.addLessOrEqual(runs, 1);
        addTerm(broken, costs.perBreak);
    }

    private static boolean starts(Plan plan, int track, int session) {
        return plan.parallel(track, session) > 0 && (session == 0 || plan.parallel(track, session - 1) == 0);
    }

    private static int runs(Plan plan, int track) {
        var runs = 0;
        for (var session = 0; session < plan.costs.sessions; session++) {
            runs += starts(plan, track, session) ? 1 : 0;
        }
        return runs;
    }

    private void ofPlaces(int submission) {
        var byRoom = exact.byRoom(costs.trackOf[submission]);
        for (var session = 0; session < costs.sessions; session++) {
            var places = exact.places[submission][session];
            for (var number = 0; number < places.length; number++) {
                addTerm(
                        places[number],
                        costs.inSession[submission][session] + costs.inRoom[submission][byRoom ? number : 0]);
            }
        }
    }

    private void ofRivals(int submission) {
        var rivals = costs.inSameSession.of()[submission];
        for (var i = 0; i < rivals.length; i++) {
            var rival = rivals[i];
            if (rival < submission) {
                continue;
            }
            var sameTrack = costs.trackOf[rival] == costs.trackOf[submission];
            var together = exact.literal(
                    "",
                    plan -> plan.sessionOf[submission] == plan.sessionOf[rival]
                            && plan.cellOf[submission] != plan.cellOf[rival]);
            for (var session = 0; session < costs.sessions; session++) {
                if (sameTrack) {
                    apart(submission, rival, session, together);
                } else {
                    exact.model.addLessOrEqual(
                            LinearExpr.newBuilder()
                                    .addSum(exact.places(submission, session))
                                    .addSum(exact.places(rival, session))
                                    .addTerm(together, -1),
                            1);
                }
            }
            addTerm(together, costs.inSameSession.cost()[submission][i]);
        }
    }

    /** Rivals of one track meet only where it runs parallel to itself. */
    private void apart(int one, int other, int session, BoolVar together) {
        var places = exact.places(one, session);
        for (var number = 0; number < places.length && places.length > 1; number++) {
            var elsewhere = LinearExpr.newBuilder().addTerm(places[number], 1).addTerm(together, -1);
            for (var another = 0; another < places.length; another++) {
                if (another != number) {
                    elsewhere.addTerm(exact.places(other, session)[another], 1);
                }
            }
            exact.model.addLessOrEqual(elsewhere, 1);
        }
    }

    private void ofNeighbours(int one, int other) {
        for (var session = 0; session < costs.sessions && costs.pair[one][other] > 0; session++) {
            var at = session;
            var together = exact.literal("", plan -> plan.parallel(one, at) > 0 && plan.parallel(other, at) > 0);
            exact.model.addBoolOr(new Literal[] {
                together,
                exact.present(one, session).not(),
                exact.present(other, session).not()
            });
            addTerm(together, costs.pair[one][other]);
        }
        ofChairs(one, other);
    }

    /** A chair of one track is wanted in submissions of the other. */
    private void ofChairs(int one, int other) {
        var wanted = IntStream.concat(wanted(one, other), wanted(other, one)).toArray();
        for (var session = 0; session < costs.sessions && wanted.length > 0; session++) {
            var at = session;
            var missed = exact.literal(
                    "",
                    plan -> Arrays.stream(wanted)
                            .anyMatch(i -> plan.sessionOf[i] == at
                                    && plan.parallel(costs.trackOf[i] == one ? other : one, at) > 0));
            for (var submission : wanted) {
                var track = costs.trackOf[submission] == one ? other : one;
                for (var place : exact.places(submission, session)) {
                    exact.model.addBoolOr(new Literal[] {
                        missed, place.not(), exact.present(track, session).not()
                    });
                }
            }
            addTerm(missed, costs.perChair);
        }
    }

    private IntStream wanted(int chaired, int attended) {
        return Arrays.stream(costs.members[attended])
                .filter(submission -> Arrays.stream(costs.chairsIn[submission]).anyMatch(track -> track == chaired));
    }

    /**
     * A submission can be told in its position if and only if the track's submissions in earlier sessions are fewer than
     * that, and with those of its own session at least as many.
     */
    private void ofOrder(int track) {
        var members = costs.members[track];
        var until = new LinearExprBuilder[costs.sessions + 1];
        for (var session = 0; session <= costs.sessions; session++) {
            until[session] = LinearExpr.newBuilder();
            for (var submission : members) {
                for (var earlier = 0; earlier < session; earlier++) {
                    until[session].addSum(exact.places(submission, earlier));
                }
            }
        }
        var byOrder = Arrays.stream(members)
                .filter(submission -> costs.order[submission] != 0)
                .boxed()
                .sorted(Comparator.comparingInt(submission -> costs.order[submission]))
                .mapToInt(Integer::intValue)
                .toArray();
        var inOrder = new BoolVar[byOrder.length];
        for (var i = 0; i < byOrder.length; i++) {
            var submission = byOrder[i];
            var position = costs.order[submission];
            inOrder[i] = exact.model.newBoolVar("");
            if (strictOrder) {
                exact.model.addBoolAnd(new Literal[] {inOrder[i]});
            } else {
                addTerm(inOrder[i].not(), costs.perDisorder);
            }
            if (i > 0 && costs.order[byOrder[i - 1]] == position) {
                exact.model.addAtMostOne(new Literal[] {inOrder[i - 1], inOrder[i]});
            }
            for (var session = 0; session < costs.sessions; session++) {
                for (var place : exact.places(submission, session)) {
                    exact.model
                            .addLessOrEqual(until[session], position - 1)
                            .onlyEnforceIf(new Literal[] {place, inOrder[i]});
                    exact.model
                            .addGreaterOrEqual(until[session + 1], position)
                            .onlyEnforceIf(new Literal[] {place, inOrder[i]});
                }
            }
        }
        for (var i = 1; i < byOrder.length && strictOrder; i++) {
            for (var session = 0; session < costs.sessions - 1; session++) {
                var later = LinearExpr.newBuilder();
                for (var earlier = 0; earlier <= session; earlier++) {
                    later.addSum(exact.places(byOrder[i], earlier));
                    for (var place : exact.places(byOrder[i - 1], earlier)) {
                        later.addTerm(place, -1);
                    }
                }
                exact.model.addLessOrEqual(later, 0);
            }
        }
        for (var session = 0; session < costs.sessions; session++) {
            atOnce(byOrder, session);
        }
    }

    /** Ordered submissions that need more slots than a session has are told at once at least that often. */
    private void atOnce(int[] byOrder, int session) {
        var slots = LinearExpr.newBuilder();
        var needed = 0L;
        for (var submission : byOrder) {
            needed += costs.needs[submission];
            for (var place : exact.places(submission, session)) {
                slots.addTerm(place, costs.needs[submission]);
            }
        }
        if (needed > costs.slots[session]) {
            if (!strictOrder) {
                var times = exact.model.newIntVar(0, needed, "");
                slots.addTerm(times, -1);
                sum.addTerm(times, costs.perDisorder);
            }
            exact.model.addLessOrEqual(slots, costs.slots[session]);
        }
    }

    private void addTerm(Literal literal, long cost) {
        if (cost != 0) {
            sum.addTerm(literal, cost);
        }
    }
}
