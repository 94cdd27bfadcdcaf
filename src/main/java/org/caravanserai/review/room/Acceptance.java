package org.caravanserai.review.room;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.reviewing.DecisionRoom.Row;

/**
 * How the proposals of one kind fared. Decisions count once they are sent; what is withdrawn or open counts as handed in
 * alone.
 *
 * @param value what they have in common, as {@link Balance} says
 * @param handedIn how many there are
 * @param decided how many of them were accepted, put on the waiting list or declined
 * @param accepted how many of these were accepted, whatever became of them afterwards
 */
public record Acceptance(String value, int handedIn, int decided, int accepted) {

    /** The part of the decided that was accepted, in whole percent; 0 where nothing is decided. */
    public int percent() {
        return decided == 0 ? 0 : (int) Math.round(100.0 * accepted / decided);
    }

    /** The acceptance by kind, the most frequent kind first. */
    public static List<Acceptance> by(Balance kind, Collection<Row> rows) {
        var by = new TreeMap<String, Acceptance>();
        for (var row : rows) {
            by.merge(kind.of(row), of(kind.of(row), row.state()), Acceptance::plus);
        }
        return by.values().stream()
                .sorted(Comparator.comparingInt(Acceptance::handedIn).reversed().thenComparing(Acceptance::value))
                .toList();
    }

    private static Acceptance of(String value, ProposalState state) {
        return switch (state) {
            case ACCEPTED, CONFIRMED, CANCELLED -> new Acceptance(value, 1, 1, 1);
            case WAITING, DECLINED -> new Acceptance(value, 1, 1, 0);
            case DRAFT, SUBMITTED, UNDER_REVIEW, REVISING, WITHDRAWN -> new Acceptance(value, 1, 0, 0);
        };
    }

    private Acceptance plus(Acceptance other) {
        return new Acceptance(value, handedIn + other.handedIn, decided + other.decided, accepted + other.accepted);
    }
}
