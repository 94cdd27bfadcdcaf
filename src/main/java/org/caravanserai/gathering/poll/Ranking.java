package org.caravanserai.gathering.poll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts the candidates of a poll in order: first where most people would come, of those where most come gladly, of those the
 * earliest. Who says nothing to a candidate is not counted as coming.
 */
public final class Ranking {

    private Ranking() {}

    /** A candidate to be ranked. */
    public record Entry(UUID key, CandidateTime time) {}

    /**
     * What speaks for a candidate.
     *
     * @param rank from 1; equal for those that answers do not tell apart
     * @param yes how many come gladly
     * @param ifNeedBe how many come if need be
     * @param no how many cannot come
     * @param silent how many have said nothing to it
     */
    public record Ranked(UUID key, CandidateTime time, int rank, int yes, int ifNeedBe, int no, int silent) {

        /** How many would come. */
        public int comes() {
            return yes + ifNeedBe;
        }

        /** How many are asked. */
        public int asked() {
            return yes + ifNeedBe + no + silent;
        }

        /** Why it stands where it stands. */
        public Reason reason() {
            if (comes() == 0) {
                return yes + ifNeedBe + no == 0 ? Reason.NOTHING_YET : Reason.NOBODY;
            }
            if (comes() < asked()) {
                return Reason.SOME;
            }
            return ifNeedBe == 0 ? Reason.ALL : Reason.ALL_IF_NEED_BE;
        }
    }

    /** Why a candidate stands where it stands. */
    public enum Reason {
        /** Everyone comes gladly. */
        ALL,
        /** Everyone comes, some if need be. */
        ALL_IF_NEED_BE,
        /** Some come. */
        SOME,
        /** Nobody comes. */
        NOBODY,
        /** Nobody has said anything to it. */
        NOTHING_YET
    }

    /** The candidates, best first, by what each person answered. */
    public static List<Ranked> of(Collection<Entry> candidates, Collection<Map<UUID, Choice>> answers) {
        var better = Comparator.comparingInt(Ranked::comes)
                .reversed()
                .thenComparing(Comparator.comparingInt(Ranked::yes).reversed());
        var counted = candidates.stream()
                .map(candidate -> count(candidate, answers))
                .sorted(better.thenComparing(Ranked::time))
                .toList();
        var ranked = new ArrayList<Ranked>();
        for (int i = 0; i < counted.size(); i++) {
            var one = counted.get(i);
            var rank = i > 0 && better.compare(counted.get(i - 1), one) == 0
                    ? ranked.get(i - 1).rank()
                    : i + 1;
            ranked.add(new Ranked(one.key(), one.time(), rank, one.yes(), one.ifNeedBe(), one.no(), one.silent()));
        }
        return List.copyOf(ranked);
    }

    private static Ranked count(Entry candidate, Collection<Map<UUID, Choice>> answers) {
        var counts = new int[Choice.values().length];
        var silent = 0;
        for (var one : answers) {
            var choice = one.get(candidate.key());
            if (choice == null) {
                silent++;
            } else {
                counts[choice.ordinal()]++;
            }
        }
        return new Ranked(candidate.key(), candidate.time(), 0, counts[0], counts[1], counts[2], silent);
    }
}
