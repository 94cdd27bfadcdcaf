package org.caravanserai.partnering.tables.solver;

/**
 * What a meeting is worth to an event, by the ranks that both sides gave each other. The first wish of somebody is worth 100,
 * each later one 4 less, none less than 24. If both wish it, it is worth both and 100 more: a meeting that both wish is
 * always worth more than one that only one of them wishes.
 */
public final class WishValue {

    private static final int FIRST = 100;
    private static final int STEP = 4;
    private static final int LEAST = 24;
    private static final int MUTUAL = 100;

    private WishValue() {}

    /** The value of a wish of one side alone; ranks begin with 1. */
    public static int alone(int rank) {
        return Math.max(LEAST, FIRST - STEP * (rank - 1));
    }

    /** The value of a wish of both sides. */
    public static int mutual(int rank, int rankOfOther) {
        return MUTUAL + alone(rank) + alone(rankOfOther);
    }
}
