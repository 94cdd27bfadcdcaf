package org.caravanserai.review.assignment;

import java.util.SortedSet;

/** What an assignment was made to be best at. */
public sealed interface Aim {

    /** The greatest sum of affinities. */
    record Total() implements Aim {}

    /** The proposal that fares worst fares as well as it can; then the greatest sum. */
    record Fairest() implements Aim {}

    /** The fewest pairs changed against those there were; then the greatest sum. */
    record FewestChanges(SortedSet<Pair> before) implements Aim {}
}
