package org.caravanserai.partnering.tables.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caravanserai.partnering.tables.solver.TablesProblem.Meeting;

/** Looks at a plan with nothing but the event itself in hand: whether it keeps every rule, and what it is worth. */
public final class PlanCheck {

    private final TablesProblem problem;
    private final List<Meeting> meetings;
    private final List<Broken> broken = new ArrayList<>();

    /** A rule that every plan keeps. */
    public enum Rule {
        /** Two parties meet once at most. */
        ONCE,
        /** Nobody is at two places in one slot. */
        ONE_PLACE,
        /** Nobody meets when she cannot. */
        FREE,
        /** A table holds one meeting in a slot. */
        ONE_AT_TABLE,
        /** The table is there in that slot. */
        OPEN,
        /** Two without a common language have an interpreter who speaks with both. */
        INTERPRETED,
        /** An interpreter is there, and helps one meeting in a slot. */
        INTERPRETER_FREE,
        /** What is pinned stays. */
        PINNED
    }

    /** A rule that a meeting breaks. */
    public record Broken(Rule rule, Meeting meeting) {}

    /** What was found. */
    public record Report(List<Broken> broken, TablesScore score) {}

    private PlanCheck(TablesProblem problem, List<Meeting> meetings) {
        this.problem = problem;
        this.meetings = meetings;
    }

    /** Looks at a plan. */
    public static Report of(TablesProblem problem, List<Meeting> meetings) {
        return new PlanCheck(problem, meetings).report();
    }

    private Report report() {
        var pairs = new HashSet<Integer>();
        var places = new HashSet<List<Integer>>();
        var tables = new HashSet<List<Integer>>();
        var interpreters = new HashSet<List<Integer>>();
        for (var meeting : meetings) {
            var pair = problem.pairs().get(meeting.pair());
            var bit = 1L << meeting.slot();
            require(pairs.add(meeting.pair()), Rule.ONCE, meeting);
            for (var party : List.of(pair.first(), pair.second())) {
                require(places.add(List.of(party, meeting.slot())), Rule.ONE_PLACE, meeting);
                require((problem.parties().get(party).free() & bit) != 0, Rule.FREE, meeting);
            }
            require(tables.add(List.of(meeting.table(), meeting.slot())), Rule.ONE_AT_TABLE, meeting);
            require((problem.tables().get(meeting.table()).open() & bit) != 0, Rule.OPEN, meeting);
            if (meeting.interpreter() == TablesProblem.NOBODY) {
                require(!problem.needsInterpreter(pair), Rule.INTERPRETED, meeting);
            } else {
                var interpreter = problem.interpreters().get(meeting.interpreter());
                require(problem.speaksWithBoth(interpreter, pair), Rule.INTERPRETED, meeting);
                require(
                        (interpreter.there() & bit) != 0
                                && interpreters.add(List.of(meeting.interpreter(), meeting.slot())),
                        Rule.INTERPRETER_FREE,
                        meeting);
            }
        }
        problem.pinned()
                .forEach(pinned -> require(
                        meetings.stream()
                                .anyMatch(meeting -> meeting.pair() == pinned.pair()
                                        && meeting.slot() == pinned.slot()
                                        && meeting.table() == pinned.table()),
                        Rule.PINNED,
                        pinned));
        return new Report(List.copyOf(broken), score());
    }

    private void require(boolean kept, Rule rule, Meeting meeting) {
        if (!kept) {
            broken.add(new Broken(rule, meeting));
        }
    }

    private TablesScore score() {
        var without = new HashSet<Integer>();
        problem.pairs().forEach(pair -> without.addAll(List.of(pair.first(), pair.second())));
        var total = 0L;
        var days = new HashMap<List<Integer>, TreeMap<Integer, Integer>>();
        for (var meeting : meetings) {
            var pair = problem.pairs().get(meeting.pair());
            total += pair.value();
            for (var party : List.of(pair.first(), pair.second())) {
                without.remove(party);
                days.computeIfAbsent(List.of(party, problem.days().get(meeting.slot())), key -> new TreeMap<>())
                        .put(meeting.slot(), meeting.table());
            }
        }
        var idle = 0;
        var steps = 0;
        for (var day : days.entrySet()) {
            var free = problem.parties().get(day.getKey().getFirst()).free();
            var slots = new TreeSet<>(day.getValue().keySet());
            for (var slot = slots.first() + 1; slot < slots.last(); slot++) {
                // A slot of another day that stands between does not make anybody wait.
                if (!slots.contains(slot)
                        && (free >> slot & 1) != 0
                        && problem.days().get(slot).equals(day.getKey().getLast())) {
                    idle++;
                }
            }
            var tables = List.copyOf(day.getValue().values());
            for (var i = 1; i < tables.size(); i++) {
                steps += problem.tables()
                        .get(tables.get(i - 1))
                        .steps(problem.tables().get(tables.get(i)));
            }
        }
        return new TablesScore(without.size(), total, idle, steps);
    }
}
