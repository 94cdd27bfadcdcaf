package org.caravanserai.review.assignment;

import java.util.BitSet;

/**
 * Dual prices of a flow: {@code ofProposal[p] + ofReviewer[r]} is what the pair has to be worth. They prove a bound on
 * every assignment by linear programming duality, in whole numbers (Ahuja, Magnanti, Orlin: Network Flows, 1993,
 * chapter 9).
 */
record Prices(long[] ofProposal, long[] ofReviewer) {

    /**
     * Prices that fit a best choice among some pairs: shortest distances in its residual network, by Bellman and Ford.
     *
     * @throws IllegalStateException when the choice is not the best among those pairs
     */
    static Prices of(OpenPart part, BitSet among, BitSet chosen) {
        var loads = part.loads(chosen);
        var ofProposal = new long[part.proposals()];
        var ofReviewer = new long[part.reviewers()];
        var hub = 0L;
        var changed = true;
        for (var pass = 0; changed; pass++) {
            if (pass > part.proposals() + part.reviewers() + 2) {
                throw new IllegalStateException("the flow is not the best one");
            }
            changed = false;
            for (var proposal = 0; proposal < part.proposals(); proposal++) {
                var here = ofProposal[proposal];
                var row = part.row(proposal);
                var end = row + part.reviewers();
                for (var index = among.nextSetBit(row);
                        index >= 0 && index < end;
                        index = among.nextSetBit(index + 1)) {
                    if (chosen.get(index)) {
                        var through = ofReviewer[index - row] + part.weight(index);
                        if (through < here) {
                            here = through;
                            changed = true;
                        }
                    }
                }
                ofProposal[proposal] = here;
                for (var index = among.nextSetBit(row);
                        index >= 0 && index < end;
                        index = among.nextSetBit(index + 1)) {
                    var through = here - part.weight(index);
                    if (through < ofReviewer[index - row] && !chosen.get(index)) {
                        ofReviewer[index - row] = through;
                        changed = true;
                    }
                }
            }
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                if (loads[reviewer] < part.mostLoad()[reviewer] && ofReviewer[reviewer] < hub) {
                    hub = ofReviewer[reviewer];
                    changed = true;
                }
            }
            for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
                if (loads[reviewer] > part.leastLoad()[reviewer] && hub < ofReviewer[reviewer]) {
                    ofReviewer[reviewer] = hub;
                    changed = true;
                }
            }
        }
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            ofProposal[proposal] -= hub;
        }
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            ofReviewer[reviewer] = hub - ofReviewer[reviewer];
        }
        return new Prices(ofProposal, ofReviewer);
    }

    /** What a pair is worth above its price; a better choice needs one not chosen where this is above zero. */
    long surplus(OpenPart part, int index) {
        return part.weight(index) - ofProposal[index / part.reviewers()] - ofReviewer[index % part.reviewers()];
    }

    /** No choice that meets demand and load weighs more than this. */
    long bound(OpenPart part) {
        var bound = 0L;
        for (var proposal = 0; proposal < part.proposals(); proposal++) {
            bound = Math.addExact(bound, Math.multiplyExact(ofProposal[proposal], part.demand()[proposal]));
        }
        for (var reviewer = 0; reviewer < part.reviewers(); reviewer++) {
            var load = ofReviewer[reviewer] > 0 ? part.mostLoad()[reviewer] : part.leastLoad()[reviewer];
            bound = Math.addExact(bound, Math.multiplyExact(ofReviewer[reviewer], load));
        }
        for (var index = part.open().nextSetBit(0);
                index >= 0;
                index = part.open().nextSetBit(index + 1)) {
            bound = Math.addExact(bound, Math.max(0, surplus(part, index)));
        }
        return bound;
    }
}
