package org.caravanserai.partnering.matching;

import java.util.List;

/**
 * How well a card suits another, and why. The score is the sum of its reasons' points, from 0 to 100.
 *
 * @param reasons what speaks for it, in the order of {@link Aspect}; none without points
 */
public record Fit(List<Reason> reasons) {

    public Fit {
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason.
     *
     * @param points what it adds to the score, from 1 to {@link Aspect#most()}
     * @param shared what both have: keys of topics, words, methods or language tags; empty where the aspect says it all
     */
    public record Reason(Aspect aspect, int points, List<String> shared) {

        public Reason {
            shared = List.copyOf(shared);
        }
    }

    /** The sum of the reasons' points. */
    public int score() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }
}
