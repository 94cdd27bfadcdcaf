package org.caravanserai.review.assignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.caravanserai.review.assignment.Infeasibility.Kind;
import org.caravanserai.review.assignment.Infeasibility.Shortage;

/**
 * Groups that cannot have what they need (Hall 1935). Demands and least loads are looked at apart: if each can be met
 * alone, both can be together (Mendelsohn and Dulmage 1958).
 */
final class Shortages {

    private static final int NOBODY = -1;

    private final OpenPart part;
    private final int[] wanted;
    private final int[] offered;
    private final boolean transposed;
    private final BitSet chosen = new BitSet();
    private final int[] taken;
    private final int[] given;

    /** The side that wants, and the side that offers: proposals and reviewers, or the other way round. */
    private Shortages(OpenPart part, boolean transposed) {
        this.part = part;
        this.transposed = transposed;
        wanted = transposed ? part.leastLoad() : part.demand();
        offered = transposed ? part.demand() : part.mostLoad();
        taken = new int[wanted.length];
        given = new int[offered.length];
    }

    static List<Shortage> of(AssignmentProblem problem) {
        var part = OpenPart.of(problem);
        var conditions = SideConditions.of(problem);
        var all = new ArrayList<Shortage>();
        all.addAll(new Shortages(part, false).find(Optional.empty()));
        all.addAll(new Shortages(part, true).find(Optional.empty()));
        for (var set = 0; set < conditions.sets().size(); set++) {
            var members = conditions.sets().get(set);
            var open = (BitSet) part.open().clone();
            part.open().stream()
                    .filter(index -> !members.get(index % part.reviewers()))
                    .forEach(open::clear);
            var alone = new OpenPart(
                    part.proposals(),
                    part.reviewers(),
                    open,
                    conditions.needed()[set],
                    new int[part.reviewers()],
                    part.mostLoad(),
                    part.weight());
            all.addAll(new Shortages(alone, false).find(Optional.of(problem.sets.get(set))));
        }
        return List.copyOf(all);
    }

    private List<Shortage> find(Optional<RequiredSet> set) {
        for (var one = 0; one < wanted.length; one++) {
            while (taken[one] < wanted[one] && augment(one)) {
                taken[one]++;
            }
        }
        var shortages = new ArrayList<Shortage>();
        var blamed = new BitSet();
        for (var one = 0; one < wanted.length; one++) {
            if (taken[one] < wanted[one] && !blamed.get(one)) {
                var reached = reach(one);
                blamed.or(reached.wanting());
                shortages.add(shortage(reached, set));
            }
        }
        return shortages;
    }

    private record Reached(BitSet wanting, BitSet offering, int[] from, int[] back, int free) {}

    /** Who can be reached from one who wants: over open pairs to those who offer, over chosen ones back. */
    private Reached reach(int start) {
        var wanting = new BitSet();
        var offering = new BitSet();
        var from = new int[offered.length];
        var back = new int[wanted.length];
        var queue = new ArrayDeque<Integer>();
        wanting.set(start);
        back[start] = NOBODY;
        queue.add(start);
        while (!queue.isEmpty()) {
            var one = queue.remove();
            for (var other = 0; other < offered.length; other++) {
                if (offering.get(other) || !part.open().get(index(one, other)) || chosen.get(index(one, other))) {
                    continue;
                }
                offering.set(other);
                from[other] = one;
                if (given[other] < offered[other]) {
                    return new Reached(wanting, offering, from, back, other);
                }
                for (var next = 0; next < wanted.length; next++) {
                    if (!wanting.get(next) && chosen.get(index(next, other))) {
                        wanting.set(next);
                        back[next] = other;
                        queue.add(next);
                    }
                }
            }
        }
        return new Reached(wanting, offering, from, back, NOBODY);
    }

    private boolean augment(int start) {
        var reached = reach(start);
        if (reached.free() == NOBODY) {
            return false;
        }
        given[reached.free()]++;
        var other = reached.free();
        while (other != NOBODY) {
            var one = reached.from()[other];
            chosen.set(index(one, other));
            other = reached.back()[one];
            if (other != NOBODY) {
                chosen.clear(index(one, other));
            }
        }
        return true;
    }

    private Shortage shortage(Reached reached, Optional<RequiredSet> set) {
        var needed = reached.wanting().stream().map(one -> wanted[one]).sum();
        var available = reached.offering().stream().map(other -> offered[other]).sum();
        for (var one = reached.wanting().nextSetBit(0);
                one >= 0;
                one = reached.wanting().nextSetBit(one + 1)) {
            for (var other = 0; other < offered.length; other++) {
                if (!reached.offering().get(other) && part.open().get(index(one, other))) {
                    available++;
                }
            }
        }
        var wanting = reached.wanting().stream().boxed().toList();
        var offering = reached.offering().stream().boxed().toList();
        return transposed
                ? new Shortage(Kind.WORK, offering, wanting, set, needed, available)
                : new Shortage(Kind.REVIEWERS, wanting, offering, set, needed, available);
    }

    private int index(int one, int other) {
        return transposed ? other * part.reviewers() + one : one * part.reviewers() + other;
    }
}
