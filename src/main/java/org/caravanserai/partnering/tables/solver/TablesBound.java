package org.caravanserai.partnering.tables.solver;

/**
 * How good a plan could be at best.
 *
 * @param left no plan leaves fewer without a meeting
 * @param total no plan that leaves as few is worth more
 * @param idle no plan that leaves as few and is worth as much has fewer idle slots
 */
public record TablesBound(int left, long total, int idle) {

    /** Whether a plan cannot be better, walks aside. */
    public boolean reachedBy(TablesScore score) {
        return score.left() <= left && score.total() >= total && score.idle() <= idle;
    }

    /** How far the total can be from the best possible, as a part of it; 0 if it is the best. */
    public double gap(TablesScore score) {
        return total <= score.total() ? 0 : (double) (total - score.total()) / total;
    }
}
