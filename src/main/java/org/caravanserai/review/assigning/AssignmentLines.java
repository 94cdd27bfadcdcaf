package org.caravanserai.review.assigning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.assigning.AssignmentPreview.Change;
import org.caravanserai.review.assignment.AssignmentProgress;
import org.caravanserai.review.assignment.AssignmentResult;
import org.caravanserai.review.assignment.AssignmentSolver;
import org.caravanserai.review.assignment.Explanation;
import org.caravanserai.review.assignment.Pair;

/** A computed assignment in words that people know, without what has been hidden from the reader since. */
final class AssignmentLines {

    private final AssignmentRun run;
    private final AssignmentRun.Found found;
    private final AssignmentInput input;
    private final AssignmentRuns.Changes changes;
    private final List<Integer> shown;
    private final Map<Integer, List<Pair>> pairs = new HashMap<>();
    private final Map<Integer, List<Pair>> released = new HashMap<>();

    AssignmentLines(AssignmentRun run, AssignmentRun.Found found, Set<UUID> hidden) {
        this.run = run;
        this.found = found;
        this.input = run.input();
        this.changes = AssignmentRuns.changes(run, found);
        this.shown = IntStream.range(0, input.numbers().size())
                .filter(p -> !hidden.contains(input.work(p).proposal().value()))
                .boxed()
                .toList();
        run.pairs(found)
                .forEach(p -> pairs.computeIfAbsent(p.proposal(), k -> new ArrayList<>())
                        .add(p));
        changes.release()
                .forEach(p -> released.computeIfAbsent(p.proposal(), k -> new ArrayList<>())
                        .add(p));
    }

    AssignmentPreview preview() {
        var result = found.result();
        var visible = new HashSet<>(shown);
        return new AssignmentPreview(
                run.key(),
                run.wishes(),
                found.at(),
                result.total(),
                result.bound(),
                result.worst(),
                result.worstBound(),
                worstOff(),
                result.proof() == AssignmentResult.Proof.OPTIMAL,
                count(pairs.values(), visible),
                (int) changes.make().stream()
                        .filter(p -> visible.contains(p.proposal()))
                        .count(),
                count(released.values(), visible),
                run.exceptions().size(),
                loads());
    }

    List<AssignmentPreview.Line> page(boolean onlyChanged, int offset, int limit) {
        return lines(onlyChanged).stream()
                .skip(offset)
                .limit(limit)
                .map(this::line)
                .toList();
    }

    int count(boolean onlyChanged) {
        return lines(onlyChanged).size();
    }

    Optional<AssignmentExplanation> explain(AssignmentSolver solver, ProposalId proposal, PersonId reviewer) {
        var number = shown.stream()
                .filter(p -> input.work(p).proposal().equals(proposal))
                .findFirst();
        var person = input.known().numberOf(reviewer);
        if (number.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        int p = number.get();
        int r = person.get();
        var told = solver.explain(found.problem(), found.result(), p, r, AssignmentProgress.none());
        return Optional.of(new AssignmentExplanation(
                told.standing(),
                input.known().explain(input.numbers().get(p), r, input.bid(p, r)),
                input.bid(p, r),
                told.rank(),
                told.outOf(),
                told.ahead().stream().map(this::ahead).toList(),
                told.changeOfTotal(),
                told.turningPoint(),
                told.added().stream().map(this::other).toList(),
                told.removed().stream().map(this::other).toList()));
    }

    private AssignmentExplanation.Ahead ahead(Explanation.Ahead ahead) {
        return new AssignmentExplanation.Ahead(input.reviewer(ahead.reviewer()).name(), ahead.affinity(), ahead.full());
    }

    private AssignmentExplanation.Other other(Pair pair) {
        return new AssignmentExplanation.Other(
                input.work(pair.proposal()), input.reviewer(pair.reviewer()).name());
    }

    private Optional<ProposalWork> worstOff() {
        return shown.stream()
                .filter(p -> found.problem().demand(p) > 0)
                .min(java.util.Comparator.comparingDouble(
                        p -> found.result().totalOfProposal().get(p)))
                .map(input::work);
    }

    private List<Integer> lines(boolean onlyChanged) {
        if (!onlyChanged) {
            return shown;
        }
        var changed = new HashSet<>(released.keySet());
        changes.make().forEach(p -> changed.add(p.proposal()));
        return shown.stream().filter(changed::contains).toList();
    }

    private AssignmentPreview.Line line(int proposal) {
        var given = new ArrayList<AssignmentPreview.Given>();
        var total = 0.0;
        for (var pair : pairs.getOrDefault(proposal, List.of())) {
            var change = found.before().contains(pair) ? Change.SAME : Change.MADE;
            given.add(given(pair, change));
            total += found.problem().affinity(pair.proposal(), pair.reviewer());
        }
        released.getOrDefault(proposal, List.of()).forEach(pair -> given.add(given(pair, Change.RELEASED)));
        return new AssignmentPreview.Line(
                input.work(proposal),
                input.known().proposals().get(input.numbers().get(proposal)).wanted(),
                total,
                given);
    }

    private AssignmentPreview.Given given(Pair pair, Change change) {
        var bid = input.bid(pair.proposal(), pair.reviewer());
        var reviewer = input.reviewer(pair.reviewer());
        return new AssignmentPreview.Given(
                reviewer.person(),
                reviewer.name(),
                input.known().explain(input.numbers().get(pair.proposal()), pair.reviewer(), bid),
                bid,
                change);
    }

    private List<AssignmentPreview.Load> loads() {
        var visible = new HashSet<>(shown);
        var before = new int[input.known().reviewers().size()];
        var after = new int[before.length];
        found.before().stream().filter(p -> visible.contains(p.proposal())).forEach(p -> before[p.reviewer()]++);
        pairs.forEach((proposal, of) -> {
            if (visible.contains(proposal)) {
                of.forEach(p -> after[p.reviewer()]++);
            }
        });
        return IntStream.range(0, before.length)
                .mapToObj(r -> new AssignmentPreview.Load(
                        input.reviewer(r).person(),
                        input.reviewer(r).name(),
                        before[r],
                        after[r],
                        input.reviewer(r).leastLoad(),
                        input.reviewer(r).mostLoad()))
                .toList();
    }

    private static int count(Iterable<List<Pair>> lists, Set<Integer> visible) {
        int count = 0;
        for (var list : lists) {
            count += (int)
                    list.stream().filter(p -> visible.contains(p.proposal())).count();
        }
        return count;
    }
}
