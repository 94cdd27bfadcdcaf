package org.caravanserai.review.assignment;

import java.util.BitSet;

/**
 * A price for every condition, in whole numbers: whatever the numbers are, they prove a bound (weak duality), so nothing
 * rests on the floating point of the linear solver that proposed them.
 *
 * @param scale by how much weights are multiplied, so that fractions of a unit can be told
 */
record Multipliers(
        long scale,
        Prices prices,
        long[] ofFloor,
        long[][] ofTop,
        long[][] ofSet,
        long ofKeeping,
        SideConditions conditions) {

    /** What a pair is worth above its price, times the scale. */
    long surplus(OpenPart part, int index) {
        var proposal = index / part.reviewers();
        var reviewer = index % part.reviewers();
        var surplus = scale * part.weight(index)
                - prices.ofProposal()[proposal]
                - prices.ofReviewer()[reviewer]
                + ofFloor[proposal] * conditions.units()[index];
        for (var top = 0; top < ofTop[proposal].length; top++) {
            if (conditions.tops().get(proposal).get(top).members().get(reviewer)) {
                surplus += ofTop[proposal][top];
            }
        }
        for (var set = 0; set < ofSet.length; set++) {
            if (conditions.sets().get(set).get(reviewer)) {
                surplus += ofSet[set][proposal];
            }
        }
        return conditions.before().get(index) ? surplus + ofKeeping : surplus;
    }

    /** No choice that meets every condition weighs more than this, times the scale. */
    long scaledBound(OpenPart part) {
        var bound = -Math.multiplyExact(ofKeeping, conditions.keepAtLeast());
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            bound = Math.addExact(bound, Math.multiplyExact(prices.ofProposal()[proposal], part.demand()[proposal]));
            if (conditions.hasFloor(proposal)) {
                bound = Math.subtractExact(bound, Math.multiplyExact(ofFloor[proposal], conditions.floor(proposal)));
            }
            for (var top = 0; top < ofTop[proposal].length; top++) {
                bound -= Math.multiplyExact(
                        ofTop[proposal][top],
                        conditions.tops().get(proposal).get(top).atLeast());
            }
            for (var set = 0; set < ofSet.length; set++) {
                bound -= Math.multiplyExact(ofSet[set][proposal], conditions.needed()[set][proposal]);
            }
        }
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            var price = prices.ofReviewer()[reviewer];
            var load = price > 0 ? part.mostLoad()[reviewer] : part.leastLoad()[reviewer];
            bound = Math.addExact(bound, Math.multiplyExact(price, load));
        }
        for (var index = part.open().nextSetBit(0);
                index >= 0;
                index = part.open().nextSetBit(index + 1)) {
            bound = Math.addExact(bound, Math.max(0, surplus(part, index)));
        }
        return bound;
    }

    /** Pairs that a choice within {@code slack} of the bound may have: all others would cost more. */
    BitSet possible(OpenPart part, long slack) {
        var possible = new BitSet();
        for (var index = part.open().nextSetBit(0);
                index >= 0;
                index = part.open().nextSetBit(index + 1)) {
            if (surplus(part, index) >= -slack) {
                possible.set(index);
            }
        }
        return possible;
    }

    /** Pairs that every choice within {@code slack} of the bound has. */
    BitSet certain(OpenPart part, long slack) {
        var certain = new BitSet();
        for (var index = part.open().nextSetBit(0);
                index >= 0;
                index = part.open().nextSetBit(index + 1)) {
            if (surplus(part, index) > slack) {
                certain.set(index);
            }
        }
        return certain;
    }
}
