package org.caravanserai.partnering.tables.solver;

import java.util.Comparator;

/**
 * What a plan is worth. Of two plans, the better one is found in exactly this order:
 *
 * <ol>
 *   <li>fewer parties are left without any meeting, of those who wish or are wished for;
 *   <li>its meetings are worth more in sum;
 *   <li>fewer slots are idle: a slot without a meeting between the first and the last of a party on a day, in which she
 *       could have met somebody, counted over all parties;
 *   <li>fewer steps are walked from table to table, over all parties and days.
 * </ol>
 *
 * @param left how many parties are left without any meeting
 * @param total what the meetings are worth
 * @param idle how many slots are idle
 * @param steps how far people walk from table to table
 */
public record TablesScore(int left, long total, int idle, int steps) implements Comparable<TablesScore> {

    private static final Comparator<TablesScore> ORDER = Comparator.comparingInt(TablesScore::left)
            .thenComparing(Comparator.comparingLong(TablesScore::total).reversed())
            .thenComparingInt(TablesScore::idle)
            .thenComparingInt(TablesScore::steps);

    /** The better comes first. */
    @Override
    public int compareTo(TablesScore other) {
        return ORDER.compare(this, other);
    }
}
