package org.caravanserai.review.assignment;

import java.util.Comparator;

/** One reviewer on one proposal, both by their number in the problem. */
public record Pair(int proposal, int reviewer) implements Comparable<Pair> {

    private static final Comparator<Pair> ORDER =
            Comparator.comparingInt(Pair::proposal).thenComparingInt(Pair::reviewer);

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
