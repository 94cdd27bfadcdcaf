package org.caravanserai.agenda.optimiser.conference;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Where tracks and submissions may stand, as constraints for CP-SAT; {@link ExactCosts} adds what it costs.
 *
 * <p>Submissions go not to rooms but to numbered cells of their track in a session, and a track takes as many rooms of a
 * session as it has cells there: that leaves far fewer choices, as rooms seldom matter to submissions. Where they do, the
 * cells are the rooms themselves. A cell may stay empty, so that its track has no break. A track gets no more cells in a session than it can fill so that no two of them could be
 * merged, because merging never costs more.
 */
final class ExactModel {

    final CpModel model = new CpModel();
    final Costs costs;
    /** By track, session and room: the track uses the room. */
    final BoolVar[][][] inRoom;
    /** By track, session and number of the cell: the track has so many cells and one more. */
    final BoolVar[][][] cells;
    /** By submission, session and number of the cell. */
    final BoolVar[][][] places;

    private final List<BoolVar> hinted = new ArrayList<>();
    private final List<ToLongFunction<Plan>> hints = new ArrayList<>();

    ExactModel(Costs costs) {
        this.costs = costs;
        inRoom = new BoolVar[costs.tracks][costs.sessions][costs.rooms];
        cells = new BoolVar[costs.tracks][costs.sessions][];
        places = new BoolVar[costs.submissions][costs.sessions][];
        for (var track = 0; track < costs.tracks; track++) {
            for (var session = 0; session < costs.sessions; session++) {
                addCells(track, session);
                fillCells(track, session);
            }
            placeAll(track);
        }
        for (var session = 0; session < costs.sessions; session++) {
            for (var room = 0; room < costs.rooms; room++) {
                addOneTrackPerRoom(session, room);
            }
        }
    }

    /** Whether the cells of a track are rooms. */
    boolean byRoom(int track) {
        return costs.roomMatters[track];
    }

    /** The track is in this session. */
    BoolVar present(int track, int session) {
        return cells[track][session][0];
    }

    /** All places of a submission in a session, of which at most one is taken. */
    Literal[] places(int submission, int session) {
        return places[submission][session];
    }

    /** Tells the solver of a plan from which it may begin. */
    void hint(Plan plan) {
        model.clearHints();
        for (var i = 0; i < hinted.size(); i++) {
            model.addHint(hinted.get(i), hints.get(i).applyAsLong(plan));
        }
    }

    /** Tells the solver of a plan whose sessions are good, whatever its rooms are. */
    void hintSessions(Plan plan) {
        model.clearHints();
        eachOfSessions(plan, model::addHint);
    }

    /** Leaves only the rooms open: how many cells a track has in a session, and who stands in them, is as in the plan. */
    void holdSessions(Plan plan) {
        eachOfSessions(plan, model::addEquality);
    }

    private void eachOfSessions(Plan plan, ObjLongConsumer<BoolVar> told) {
        for (var track = 0; track < costs.tracks; track++) {
            for (var session = 0; session < costs.sessions && !byRoom(track); session++) {
                for (var number = 0; number < cells[track][session].length; number++) {
                    told.accept(cells[track][session][number], plan.parallel(track, session) > number ? 1 : 0);
                }
                for (var submission : costs.members[track]) {
                    var here = numberOf(plan, submission, session);
                    for (var number = 0; number < places[submission][session].length; number++) {
                        told.accept(places[submission][session][number], number == here ? 1 : 0);
                    }
                }
            }
        }
    }

    /** A new variable whose value in a plan is known. */
    BoolVar literal(String name, java.util.function.Predicate<Plan> holds) {
        var literal = model.newBoolVar(name);
        hinted.add(literal);
        hints.add(plan -> holds.test(plan) ? 1 : 0);
        return literal;
    }

    private void addCells(int track, int session) {
        for (var room = 0; room < costs.rooms; room++) {
            var cell = session * costs.rooms + room;
            inRoom[track][session][room] = literal("", plan -> plan.trackIn[cell] == track);
        }
        var rooms = inRoom[track][session];
        if (byRoom(track)) {
            var present = literal("", plan -> plan.parallel(track, session) > 0);
            model.addMaxEquality(present, rooms);
            cells[track][session] =
                    Stream.concat(Stream.of(present), Stream.of(rooms)).toArray(BoolVar[]::new);
            return;
        }
        var most = mostCells(track, session);
        var numbered = new BoolVar[most];
        for (var number = 0; number < most; number++) {
            var less = number;
            numbered[number] = literal("", plan -> plan.parallel(track, session) > less);
            if (number > 0) {
                model.addImplication(numbered[number], numbered[number - 1]);
            }
        }
        cells[track][session] = numbered;
        model.addEquality(LinearExpr.sum(rooms), LinearExpr.sum(numbered));
    }

    private int mostCells(int track, int session) {
        var slots = costs.slots[session];
        var even = true;
        for (var submission : costs.members[track]) {
            even &= costs.needs[submission] == 1;
        }
        var most = even ? (costs.demand[track] + slots - 1) / slots : 2 * costs.demand[track] / (slots + 1);
        return Math.clamp(most, 1, Math.min(costs.rooms, Math.max(1, costs.members[track].length)));
    }

    private void fillCells(int track, int session) {
        var from = byRoom(track) ? 1 : 0;
        var own = cells[track][session];
        for (var submission : costs.members[track]) {
            places[submission][session] = new BoolVar[own.length - from];
        }
        for (var number = from; number < own.length; number++) {
            var at = number - from;
            var needs = new long[costs.members[track].length + 1];
            var literals = new BoolVar[needs.length];
            for (var i = 0; i < needs.length - 1; i++) {
                var submission = costs.members[track][i];
                var place = literal("", plan -> numberOf(plan, submission, session) == at);
                places[submission][session][at] = place;
                model.addImplication(place, own[number]);
                literals[i] = place;
                needs[i] = costs.needs[submission];
            }
            literals[needs.length - 1] = own[number];
            needs[needs.length - 1] = -costs.slots[session];
            model.addLessOrEqual(LinearExpr.weightedSum(literals, needs), 0);
        }
    }

    /** The number of a submission's cell among those of its track in this session; -1 if it is not there. */
    private int numberOf(Plan plan, int submission, int session) {
        if (plan.sessionOf[submission] != session) {
            return -1;
        }
        var track = costs.trackOf[submission];
        var room = plan.cellOf[submission] % costs.rooms;
        if (byRoom(track)) {
            return room;
        }
        var number = 0;
        for (var earlier = 0; earlier < room; earlier++) {
            number += plan.trackIn[session * costs.rooms + earlier] == track ? 1 : 0;
        }
        return number;
    }

    private void placeAll(int track) {
        for (var submission : costs.members[track]) {
            model.addExactlyOne(Stream.of(places[submission])
                    .flatMap(Stream::of)
                    .map(place -> (Literal) place)
                    .toList());
        }
    }

    private void addOneTrackPerRoom(int session, int room) {
        var users = new ArrayList<Literal>();
        for (var track = 0; track < costs.tracks; track++) {
            users.add(inRoom[track][session][room]);
        }
        model.addAtMostOne(users);
    }

    /** Reads what the solver found into an empty plan. */
    void read(CpSolver solver, Plan plan) {
        read(solver::booleanValue, plan);
    }

    void read(java.util.function.Predicate<Literal> holds, Plan plan) {
        for (var track = 0; track < costs.tracks; track++) {
            for (var session = 0; session < costs.sessions; session++) {
                var used = new ArrayList<Integer>();
                for (var room = 0; room < costs.rooms; room++) {
                    if (byRoom(track) || holds.test(inRoom[track][session][room])) {
                        used.add(session * costs.rooms + room);
                    }
                }
                for (var submission : costs.members[track]) {
                    for (var number = 0; number < places[submission][session].length; number++) {
                        if (holds.test(places[submission][session][number])) {
                            plan.add(submission, used.get(number));
                        }
                    }
                }
            }
        }
        for (var track = 0; track < costs.tracks; track++) {
            for (var cell = 0; cell < plan.cells(); cell++) {
                if (plan.trackIn[cell] == Timetable.NONE
                        && holds.test(inRoom[track][cell / costs.rooms][cell % costs.rooms])) {
                    plan.claim(cell, track);
                }
            }
        }
        plan.settle();
        plan.keep();
    }
}
