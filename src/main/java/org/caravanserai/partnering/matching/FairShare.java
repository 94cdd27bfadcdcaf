package org.caravanserai.partnering.matching;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caravanserai.platform.NativeSolvers;

/**
 * Shares suggestions out by min-cost flow: the best lists together, under a longest list for each card and a most that one
 * card may be suggested, where being in one list and having something in one's own come before everything else.
 */
final class FairShare {

    /** Outweighs all scores of two lists, so that no card is left out for the sake of better fits of others. */
    private static final long FIRST = 10_000;

    /** What a card that is in many lists already must be better by. */
    private static final long KNOWN = 5;

    private FairShare() {}

    /** A card that another may be shown, and how well it suits. */
    record Candidate(int card, int other, int score) {}

    /**
     * The lists.
     *
     * @param cards how many cards there are
     * @param candidates what may be suggested
     * @param longest how many a list holds
     * @param most in how many lists a card may be; those that would be in none come beyond the longest list
     * @return for each card what it is shown, the best first
     */
    static List<List<Candidate>> of(int cards, List<Candidate> candidates, int longest, int most) {
        var lists = new ArrayList<List<Candidate>>();
        for (int card = 0; card < cards; card++) {
            lists.add(new ArrayList<>());
        }
        chosen(cards, candidates, longest, most)
                .forEach(one -> lists.get(one.card()).add(one));
        addLeftOut(cards, candidates, lists);
        lists.forEach(list ->
                list.sort(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::other)));
        return lists;
    }

    private static List<Candidate> chosen(int cards, List<Candidate> candidates, int longest, int most) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        NativeSolvers.ready();
        int source = 2 * cards;
        int sink = source + 1;
        var flow = new MinCostFlow(2 * cards + 2, candidates.size() + 5 * cards + 1);
        try {
            for (var one : candidates) {
                flow.addArcWithCapacityAndUnitCost(one.card(), cards + one.other(), 1, -one.score());
            }
            for (int card = 0; card < cards; card++) {
                flow.addArcWithCapacityAndUnitCost(source, card, 1, -FIRST);
                flow.addArcWithCapacityAndUnitCost(source, card, longest - 1L, 0);
                flow.addArcWithCapacityAndUnitCost(cards + card, sink, 1, -FIRST);
                flow.addArcWithCapacityAndUnitCost(cards + card, sink, Math.min(longest, most) - 1L, 0);
                flow.addArcWithCapacityAndUnitCost(cards + card, sink, Math.max(0L, most - longest), KNOWN);
            }
            long all = (long) cards * longest;
            flow.addArcWithCapacityAndUnitCost(source, sink, all, 0);
            flow.setNodeSupply(source, all);
            flow.setNodeSupply(sink, -all);
            var status = flow.solve();
            if (status != Status.OPTIMAL) {
                throw new IllegalStateException("the flow solver ended with " + status);
            }
            var chosen = new ArrayList<Candidate>();
            for (int arc = 0; arc < candidates.size(); arc++) {
                if (flow.getFlow(arc) > 0) {
                    chosen.add(candidates.get(arc));
                }
            }
            return chosen;
        } finally {
            flow.delete();
        }
    }

    private static void addLeftOut(int cards, List<Candidate> candidates, List<List<Candidate>> lists) {
        var shown = new boolean[cards];
        lists.forEach(list -> list.forEach(one -> shown[one.other()] = true));
        candidates.stream()
                .filter(one -> !shown[one.other()])
                .sorted(Comparator.comparingInt(Candidate::score).reversed())
                .forEach(one -> {
                    if (!shown[one.other()]) {
                        shown[one.other()] = true;
                        lists.get(one.card()).add(one);
                    }
                });
    }
}
