package org.caravanserai.agenda.optimiser;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Session;
import org.caravanserai.platform.NativeSolvers;

/**
 * What no agenda of a problem can cost less than. CP-SAT solves an easier problem, in which sessions get a room and one
 * of the open times but no start: each stands at its cheapest start there, and what is told at once is only counted where an
 * open time is too short for all of it. In problems too large for that, the open times of a day are taken together. Whatever a real agenda does, the easier problem can do for the same cost or less, so its bound holds.
 *
 * <p>Of sessions that need {@code m} minutes together in {@code h} minutes, none longer than {@code l}, at least
 * {@code (m - h) / l} pairs overlap: take one of each overlapping pair away, and what is left fits.
 */
final class AgendaBound {

    private static final int MOST_CELLS = 60_000;
    private static final int TANGENTS = 8;
    private static final double FIRST_TURN = 1;

    private final AgendaProblem problem;
    private final Agenda empty;
    private final CpModel model;
    private final CpSolver solver;
    private final LinearExprBuilder cost = LinearExpr.newBuilder();
    private final TreeMap<Integer, Integer> openMinutes = new TreeMap<>();
    private final boolean byDay;
    private final List<Cell> cells = new ArrayList<>();
    private boolean acrossMidnight;

    /** A session in a room in an open time; {@code block} is the number of the open time, or of the day if they are taken together. */
    private record Cell(int session, int room, int block, int day, BoolVar chosen) {}

    AgendaBound(AgendaProblem problem) {
        NativeSolvers.ready();
        model = new CpModel();
        solver = new CpSolver();
        this.problem = problem;
        empty = new Agenda(problem);
        byDay = cells(problem.hours().size()) > MOST_CELLS;
        for (var number = 0; number < problem.hours().size(); number++) {
            var open = problem.hours().get(number);
            openMinutes.merge(block(number), open.end() - open.start(), Integer::sum);
            acrossMidnight |= AgendaProblem.day(open.start()) != AgendaProblem.day(open.end() - 1);
        }
    }

    private long cells(int blocks) {
        return (long) problem.sessions().size() * problem.rooms().size() * blocks;
    }

    private int block(int open) {
        return byDay ? day(open) : open;
    }

    private int day(int open) {
        return AgendaProblem.day(problem.hours().get(open).start());
    }

    /** The sum of what every session costs by itself at its best place. */
    static long alone(AgendaProblem problem) {
        var empty = new Agenda(problem);
        var sum = 0L;
        for (var session = 0; session < problem.sessions().size(); session++) {
            var pinned = problem.sessions().get(session).pinned();
            if (pinned.isPresent()) {
                sum += empty.alone(session, pinned.get());
                continue;
            }
            var least = problem.weight(Rule.UNPLACED);
            for (var start : problem.starts(session)) {
                for (var room = 0; room < problem.rooms().size() && least > 0; room++) {
                    least = Math.min(least, empty.alone(session, new Place(room, start)));
                }
            }
            sum += least;
        }
        return sum;
    }

    /** Raises the bound for so long at most, and tells each better one. */
    void raise(Duration time, SearchProgress progress, LongConsumer better) {
        if (cells(openMinutes.size()) > MOST_CELLS) {
            return;
        }
        for (var session = 0; session < problem.sessions().size(); session++) {
            addSession(session);
        }
        roomsAreFilled();
        toldAtOnce();
        topicsMove();
        model.minimize(cost.build());
        var deadline = System.nanoTime() + time.toNanos();
        // In longer and longer turns: a callback on better bounds brings the virtual machine down.
        for (var turn = FIRST_TURN; !progress.cancelled(); turn *= 2) {
            var left = (deadline - System.nanoTime()) / 1e9;
            if (left <= 0) {
                return;
            }
            solver.getParameters().setNumWorkers(1).setLinearizationLevel(2).setMaxTimeInSeconds(Math.min(turn, left));
            var status = solver.solve(model);
            better.accept((long) Math.ceil(solver.bestObjectiveBound() - 1e-6));
            if (status == CpSolverStatus.OPTIMAL) {
                return;
            }
        }
    }

    /** Ends the raising, from another thread. */
    void stop() {
        solver.stopSearch();
    }

    private void addSession(int session) {
        var facts = problem.sessions().get(session);
        if (facts.pinned().isPresent()) {
            var pin = facts.pinned().get();
            var open = open(pin.start(), pin.start() + facts.minutes());
            cost.add(empty.alone(session, pin));
            if (open.isPresent()) {
                cells.add(new Cell(session, pin.room(), block(open.getAsInt()), day(open.getAsInt()), fixed()));
            }
            return;
        }
        var choices = LinearExpr.newBuilder();
        var waits = model.newBoolVar("");
        choices.addTerm(waits, 1);
        cost.addTerm(waits, problem.weight(Rule.UNPLACED));
        for (var room = 0; room < problem.rooms().size(); room++) {
            var least = new TreeMap<Integer, Long>();
            for (var start : problem.starts(session)) {
                least.merge(
                        open(start, start + facts.minutes()).orElseThrow(),
                        empty.alone(session, new Place(room, start)),
                        Math::min);
            }
            for (var entry : least.entrySet()) {
                var chosen = model.newBoolVar("");
                choices.addTerm(chosen, 1);
                cost.addTerm(chosen, entry.getValue());
                cells.add(new Cell(session, room, block(entry.getKey()), day(entry.getKey()), chosen));
            }
        }
        model.addEquality(choices.build(), 1);
    }

    private BoolVar fixed() {
        var fixed = model.newBoolVar("");
        model.addEquality(fixed, 1);
        return fixed;
    }

    /** The number of the open time that a stretch is in. */
    private OptionalInt open(int start, int end) {
        return IntStream.range(0, problem.hours().size())
                .filter(number -> problem.hours().get(number).contains(start, end))
                .findFirst();
    }

    private void roomsAreFilled() {
        var byRoom = new HashMap<List<Integer>, List<Cell>>();
        cells.forEach(cell -> byRoom.computeIfAbsent(List.of(cell.room(), cell.block()), key -> new ArrayList<>())
                .add(cell));
        byRoom.values().forEach(together -> overlapping(together, Rule.ROOM_TWICE));
    }

    private void toldAtOnce() {
        overlapping(Rule.POPULAR_PARALLEL, Session::popular);
        for (var topic : topics()) {
            overlapping(Rule.TOPIC_PARALLEL, session -> session.topic() == topic);
        }
        // Only who comes from one country alone, lest a pair be counted for two.
        problem.sessions().stream()
                .map(session -> session.wants().countries())
                .filter(countries -> countries.size() == 1)
                .distinct()
                .forEach(country -> overlapping(
                        Rule.COUNTRY_PARALLEL,
                        session -> session.wants().countries().equals(country)));
    }

    private List<Integer> topics() {
        return problem.sessions().stream()
                .map(Session::topic)
                .filter(topic -> topic != AgendaProblem.NO_TOPIC)
                .distinct()
                .toList();
    }

    private void overlapping(Rule rule, Predicate<Session> which) {
        var byBlock = new HashMap<Integer, List<Cell>>();
        cells.stream()
                .filter(cell -> which.test(problem.sessions().get(cell.session())))
                .forEach(cell -> byBlock.computeIfAbsent(cell.block(), key -> new ArrayList<>())
                        .add(cell));
        byBlock.values().forEach(together -> overlapping(together, rule));
    }

    private void overlapping(List<Cell> together, Rule rule) {
        var open = openMinutes.getOrDefault(together.getFirst().block(), 0);
        var longest = together.stream().mapToInt(this::minutes).max().orElse(1);
        var perSession = new HashMap<Integer, Integer>();
        together.forEach(cell -> perSession.put(cell.session(), minutes(cell)));
        var most = perSession.values().stream().mapToInt(Integer::intValue).sum();
        if (problem.weight(rule) == 0 || most <= open) {
            return;
        }
        var pairs = model.newIntVar(0, (most - open) / longest + 1L, "");
        var needed = LinearExpr.newBuilder().addTerm(pairs, -longest);
        together.forEach(cell -> needed.addTerm(cell.chosen(), minutes(cell)));
        model.addLessOrEqual(needed.build(), open);
        cost.addTerm(pairs, problem.weight(rule));
    }

    private void topicsMove() {
        for (var topic : topics()) {
            var own = cells.stream()
                    .filter(cell -> problem.sessions().get(cell.session()).topic() == topic)
                    .toList();
            spread(own, Cell::room, Rule.TOPIC_ROOMS);
            if (!acrossMidnight) {
                spread(own, Cell::day, Rule.TOPIC_DAYS);
                crowd(own);
            }
        }
    }

    private void spread(List<Cell> own, java.util.function.ToIntFunction<Cell> over, Rule rule) {
        if (problem.weight(rule) == 0) {
            return;
        }
        var used = new HashMap<Integer, BoolVar>();
        var there = new HashMap<List<Integer>, LinearExprBuilder>();
        for (var cell : own) {
            used.computeIfAbsent(over.applyAsInt(cell), key -> model.newBoolVar(""));
            there.computeIfAbsent(List.of(cell.session(), over.applyAsInt(cell)), key -> LinearExpr.newBuilder())
                    .addTerm(cell.chosen(), 1);
        }
        there.forEach((key, sum) -> model.addLessOrEqual(sum.build(), used.get(key.getLast())));
        used.values().forEach(each -> cost.addTerm(each, problem.weight(rule)));
        cost.add(-problem.weight(rule));
    }

    /** Pairs on one day, from below by straight lines. */
    private void crowd(List<Cell> own) {
        if (problem.weight(Rule.TOPIC_SAME_DAY) == 0) {
            return;
        }
        Map<Integer, LinearExprBuilder> byDay = new HashMap<>();
        own.forEach(cell -> byDay.computeIfAbsent(cell.day(), key -> LinearExpr.newBuilder())
                .addTerm(cell.chosen(), 1));
        byDay.values().forEach(count -> {
            var pairs = model.newIntVar(0, (long) own.size() * own.size(), "");
            for (var k = 1L; k <= TANGENTS; k++) {
                var line = LinearExpr.newBuilder().addTerm(pairs, -1);
                model.addLessOrEqual(
                        line.add(LinearExpr.affine(count.build(), k, 0)).build(), k * (k + 1) / 2);
            }
            cost.addTerm(pairs, problem.weight(Rule.TOPIC_SAME_DAY));
        });
    }

    private int minutes(Cell cell) {
        return problem.sessions().get(cell.session()).minutes();
    }
}
