package org.caravanserai.partnering.tables.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.caravanserai.partnering.tables.solver.TablesProblem.Meeting;

/**
 * Mends a plan that has been given out after something has changed: somebody leaves, a table is lost, two wish to meet after
 * all. Of all plans of the event as it is now, it finds one by exactly this order:
 *
 * <ol>
 *   <li>as many as possible of the pairs that must meet do;
 *   <li>the total is no less than that of what remains of the plan, if that is possible, and as near to it as possible if not;
 *   <li>fewest meetings change: they are held in another slot or at another table, or not at all;
 *   <li>the total is as large as possible, so that waiting wishes fill what has become free.
 * </ol>
 *
 * Meetings that cannot be held at all any more, because one of the two is gone, are not counted. Pinned meetings stay.
 */
public final class TablesRepair {

    private static final double WORK = 12;

    private final TablesProblem problem;
    private final Terms terms;
    private final Map<Integer, Meeting> remaining = new TreeMap<>();
    private final TablesModel made;
    private final TablesProgress progress;

    /**
     * A mended plan.
     *
     * @param meetings in order of time and table
     * @param score what it is worth
     * @param remained what those meetings were worth that could still be held
     * @param changed how many of these change
     * @param proven no other plan that is worth as much changes fewer
     */
    public record Repair(List<Meeting> meetings, TablesScore score, long remained, int changed, boolean proven) {}

    private TablesRepair(TablesProblem problem, List<Meeting> before, TablesProgress progress) {
        this.problem = problem;
        this.progress = progress;
        terms = new Terms(problem);
        for (var meeting : before) {
            if (terms.allowed[meeting.pair()] != 0) {
                remaining.put(meeting.pair(), meeting);
            }
        }
        made = new TablesModel(terms);
    }

    /**
     * Mends a plan.
     *
     * @param now the event as it is now, its pairs and tables in the places that they had
     * @param before the plan that was given out
     * @param wanted pairs that must meet if they can
     * @return empty if it was stopped, or took too much work
     */
    public static Optional<Repair> mend(
            TablesProblem now, List<Meeting> before, Set<Integer> wanted, TablesProgress progress) {
        return new TablesRepair(now, before, progress).mend(wanted);
    }

    /**
     * Fills what is free with waiting wishes and leaves every meeting as it is.
     *
     * @param now the event as it is now; where somebody did not come, she is not free
     * @param before what is still to be held, all of it possible
     */
    public static Optional<Repair> refill(TablesProblem now, List<Meeting> before, TablesProgress progress) {
        var fixed = new TablesProblem(
                now.days(), now.parties(), now.tables(), now.interpreters(), now.pairs(), List.copyOf(before));
        return mend(fixed, before, Set.of(), progress);
    }

    private Optional<Repair> mend(Set<Integer> wanted) {
        var proven = true;
        var slots = new int[terms.pairs];
        Arrays.fill(slots, Timetable.NONE);
        remaining.forEach((pair, meeting) -> slots[pair] = meeting.slot());
        made.hint(slots);
        if (!wanted.isEmpty()) {
            var met = LinearExpr.newBuilder();
            wanted.forEach(pair -> met.add(made.meets(pair)));
            var most = largest(met.build());
            if (most.isEmpty()) {
                return Optional.empty();
            }
            made.model.addGreaterOrEqual(met.build(), most.get().value());
            proven = most.get().proven();
        }
        var worth =
                remaining.keySet().stream().mapToLong(pair -> terms.value[pair]).sum();
        var enough = made.model.newIntVar(0, worth, "");
        made.model.addLessOrEqual(enough, made.total());
        var reached = largest(LinearExpr.newBuilder().add(enough).build());
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        made.model.addGreaterOrEqual(enough, reached.get().value());
        var kept = LinearExpr.newBuilder();
        keeping().values().forEach(kept::add);
        var keeps = largest(kept.build());
        if (keeps.isEmpty()) {
            return Optional.empty();
        }
        made.model.addGreaterOrEqual(kept.build(), keeps.get().value());
        var best = largest(made.total()).orElse(keeps.get());
        return Optional.of(result(
                best.slots(),
                worth,
                proven && reached.get().proven() && keeps.get().proven()));
    }

    /** For each meeting whose table is still there, the decision that it stays. */
    private Map<Integer, BoolVar> keeping() {
        var keeping = new TreeMap<Integer, BoolVar>();
        remaining.forEach((pair, meeting) -> {
            if (stands(meeting)) {
                made.chosen(pair, meeting.slot()).ifPresent(chosen -> keeping.put(pair, chosen));
            }
        });
        return keeping;
    }

    private boolean stands(Meeting meeting) {
        return (problem.tables().get(meeting.table()).open() >> meeting.slot() & 1) != 0;
    }

    private record Found(long value, int[] slots, boolean proven) {}

    private Optional<Found> largest(LinearExpr sum) {
        made.model.clearObjective();
        made.model.maximize(sum);
        var solver = Solving.solver(WORK, 1);
        var status = Solving.solve(solver, made.model, progress);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Optional.empty();
        }
        var slots = made.slots(solver);
        made.hint(slots);
        return Optional.of(new Found(Math.round(solver.objectiveValue()), slots, status == CpSolverStatus.OPTIMAL));
    }

    private Repair result(int[] slots, long worth, boolean proven) {
        var kept = new TreeMap<Integer, Meeting>();
        remaining.forEach((pair, meeting) -> {
            if (slots[pair] == meeting.slot() && stands(meeting)) {
                kept.put(pair, meeting);
            }
        });
        var meetings = new ArrayList<>(Seating.seat(terms, slots, kept));
        return new Repair(
                meetings, PlanCheck.of(problem, meetings).score(), worth, remaining.size() - kept.size(), proven);
    }
}
