package org.caravanserai.review.assignment;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import java.util.BitSet;
import java.util.Optional;
import java.util.PriorityQueue;
import org.caravanserai.platform.NativeSolvers;

/**
 * The heaviest choice under demand and load, by min-cost flow.
 *
 * <p>Large problems start with each side's heaviest pairs only; then every pair whose surplus over the prices says that it
 * could help is added, until none is left. The last prices prove the answer over all pairs.
 */
final class BestFlow {

    /** Up to this many pairs are given to the solver at once: pricing them would cost more than it saves. */
    private static final int ALL_AT_ONCE = 60_000;

    private static final int FIRST_PER_PROPOSAL = 24;

    private BestFlow() {}

    /** The choice, the pairs that were looked at to find it, and the bound that proves it. */
    record Best(BitSet chosen, BitSet among, Prices prices, long weight, long bound) {}

    static Optional<Best> find(OpenPart part, AssignmentProgress progress) {
        var demanded = part.demanded();
        if (demanded > OpenPart.sum(part.mostLoad()) || demanded < OpenPart.sum(part.leastLoad())) {
            return Optional.empty();
        }
        var pairs = part.proposals() * part.reviewers();
        var perProposal = pairs <= ALL_AT_ONCE ? part.reviewers() : FIRST_PER_PROPOSAL;
        while (true) {
            var whole = perProposal >= part.reviewers();
            var among = whole ? part.open() : heaviest(part, perProposal);
            var chosen = solve(part, among);
            if (chosen.isPresent()) {
                return Optional.of(improve(part, among, chosen.get(), progress));
            }
            if (whole) {
                return Optional.empty();
            }
            Cancelled.check(progress);
            perProposal *= 4;
        }
    }

    private static Best improve(OpenPart part, BitSet first, BitSet start, AssignmentProgress progress) {
        var among = first;
        var chosen = start;
        while (true) {
            Cancelled.check(progress);
            var prices = Prices.of(part, among, chosen);
            var wider = (BitSet) among.clone();
            for (var index = part.open().nextSetBit(0);
                    index >= 0;
                    index = part.open().nextSetBit(index + 1)) {
                if (prices.surplus(part, index) > 0) {
                    wider.set(index);
                }
            }
            if (wider.cardinality() == among.cardinality()) {
                return new Best(chosen, among, prices, part.weigh(chosen), prices.bound(part));
            }
            among = wider;
            chosen = solve(part, among)
                    .orElseThrow(() -> new IllegalStateException("more pairs to choose from cannot leave none"));
        }
    }

    private static Optional<BitSet> solve(OpenPart part, BitSet among) {
        NativeSolvers.ready();
        var count = among.cardinality();
        var flow = new MinCostFlow(part.proposals() + part.reviewers() + 1, count + part.reviewers());
        try {
            var hub = part.proposals() + part.reviewers();
            for (var proposal = 0; proposal < part.proposals(); proposal++) {
                flow.setNodeSupply(proposal, part.demand()[proposal]);
            }
            var leastLoads = 0;
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                flow.setNodeSupply(part.proposals() + reviewer, -part.leastLoad()[reviewer]);
                leastLoads += part.leastLoad()[reviewer];
            }
            flow.setNodeSupply(hub, leastLoads - part.demanded());
            var indexes = new int[count];
            var arc = 0;
            for (var index = among.nextSetBit(0); index >= 0; index = among.nextSetBit(index + 1)) {
                flow.addArcWithCapacityAndUnitCost(
                        index / part.reviewers(), part.proposals() + index % part.reviewers(), 1, -part.weight(index));
                indexes[arc++] = index;
            }
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                flow.addArcWithCapacityAndUnitCost(
                        part.proposals() + reviewer,
                        hub,
                        (long) part.mostLoad()[reviewer] - part.leastLoad()[reviewer],
                        0);
            }
            var status = flow.solve();
            if (status == Status.INFEASIBLE) {
                return Optional.empty();
            }
            if (status != Status.OPTIMAL) {
                throw new IllegalStateException("the flow solver ended with " + status);
            }
            var chosen = new BitSet();
            for (arc = 0; arc < count; arc++) {
                if (flow.getFlow(arc) > 0) {
                    chosen.set(indexes[arc]);
                }
            }
            return Optional.of(chosen);
        } finally {
            flow.delete();
        }
    }

    /** Each proposal's heaviest pairs, and as many for each reviewer, so that least loads find something too. */
    private static BitSet heaviest(OpenPart part, int perProposal) {
        var among = new BitSet(part.proposals() * part.reviewers());
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            var heap = new PriorityQueue<long[]>((a, b) -> Long.compare(a[0], b[0]));
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                offer(part, heap, part.row(proposal) + reviewer, Math.max(perProposal, part.demand()[proposal]));
            }
            heap.forEach(entry -> among.set((int) entry[1]));
        }
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            if (part.leastLoad()[reviewer] > 0) {
                var heap = new PriorityQueue<long[]>((a, b) -> Long.compare(a[0], b[0]));
                for (var proposal = 0; proposal < part.proposals(); proposal++) {
                    offer(part, heap, part.row(proposal) + reviewer, perProposal / 3 + part.leastLoad()[reviewer]);
                }
                heap.forEach(entry -> among.set((int) entry[1]));
            }
        }
        return among;
    }

    private static void offer(OpenPart part, PriorityQueue<long[]> heap, int index, int most) {
        if (!part.open().get(index)) {
            return;
        }
        var weight = part.weight(index);
        if (heap.size() < most) {
            heap.add(new long[] {weight, index});
        } else {
            var least = heap.element();
            if (weight > least[0]) {
                heap.remove();
                heap.add(new long[] {weight, index});
            }
        }
    }
}
