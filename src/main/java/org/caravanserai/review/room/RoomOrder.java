package org.caravanserai.review.room;

import java.util.Comparator;
import java.util.OptionalDouble;
import org.caravanserai.review.reviewing.DecisionRoom.Row;

/** What the decision room is ranked by. What has no score comes last, whichever way; ties go by code. */
public enum RoomOrder {
    /** The score with the leniency of reviewers taken out. */
    CORRECTED,
    MEAN,
    SPREAD,
    MISSING,
    POSTS,
    CODE;

    /** The order, the first way up or the last. */
    public Comparator<Row> comparator(boolean descending) {
        var byCode = Comparator.comparing(Row::code);
        return switch (this) {
            case CORRECTED -> scores(Row::corrected, descending).thenComparing(byCode);
            case MEAN -> scores(Row::mean, descending).thenComparing(byCode);
            case SPREAD -> scores(Row::spread, descending).thenComparing(byCode);
            case MISSING ->
                turned(Comparator.comparingInt(Row::missing), descending).thenComparing(byCode);
            case POSTS ->
                turned(Comparator.comparingInt(Row::posts), descending).thenComparing(byCode);
            case CODE -> turned(byCode, descending);
        };
    }

    private static Comparator<Row> scores(java.util.function.Function<Row, OptionalDouble> score, boolean descending) {
        Comparator<Row> known = Comparator.comparing(r -> score.apply(r).isEmpty());
        return known.thenComparing(
                turned(Comparator.comparingDouble(r -> score.apply(r).orElse(0)), descending));
    }

    private static Comparator<Row> turned(Comparator<Row> order, boolean descending) {
        return descending ? order.reversed() : order;
    }
}
