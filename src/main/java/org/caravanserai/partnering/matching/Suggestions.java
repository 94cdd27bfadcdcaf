package org.caravanserai.partnering.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.caravanserai.partnering.matching.FairShare.Candidate;

/**
 * What each card is shown of the others, so that nobody is shown the popular ones alone: a card is in {@value #MOST_LISTS}
 * lists at most, and every card that suits any other is in one at least. Immutable.
 */
public final class Suggestions {

    /** How many a list holds, beyond which stand only cards that would be in no list at all. */
    public static final int LONGEST = 6;

    /** In how many lists a card is at most. */
    public static final int MOST_LISTS = 12;

    /** How many of the best are looked at for each card, and of those that it suits best. */
    private static final int LOOK_AT = 24;

    private final Matching matching;
    private final List<List<Candidate>> lists;
    private final Map<UUID, Integer> numbers = new HashMap<>();

    /** Another card, and why. */
    public record Suggestion(UUID card, Fit fit) {}

    private Suggestions(Matching matching, List<List<Candidate>> lists) {
        this.matching = matching;
        this.lists = lists;
        for (int card = 0; card < matching.size(); card++) {
            numbers.put(matching.card(card).key(), card);
        }
    }

    /**
     * Compares all cards: for thousands a matter of seconds.
     *
     * @param mayShow whether the first card's author may be shown the second card
     */
    public static Suggestions among(List<CardFacts> cards, Lexicon lexicon, BiPredicate<CardFacts, CardFacts> mayShow) {
        var matching = new Matching(cards, lexicon);
        return new Suggestions(
                matching, FairShare.of(cards.size(), candidates(matching, mayShow), LONGEST, MOST_LISTS));
    }

    /** What a card is shown, the best first; nothing of a card that is not among them. */
    public List<Suggestion> of(UUID card) {
        var number = numbers.get(card);
        return number == null
                ? List.of()
                : lists.get(number).stream()
                        .map(one ->
                                new Suggestion(matching.card(one.other()).key(), matching.explain(number, one.other())))
                        .toList();
    }

    /** The keys of what a card is shown, the best first; nothing of a card that is not among them. */
    public List<UUID> keys(UUID card) {
        var number = numbers.get(card);
        return number == null
                ? List.of()
                : lists.get(number).stream()
                        .map(one -> matching.card(one.other()).key())
                        .toList();
    }

    private static List<Candidate> candidates(Matching matching, BiPredicate<CardFacts, CardFacts> mayShow) {
        int size = matching.size();
        var best = new ArrayList<PriorityQueue<Candidate>>();
        for (int card = 0; card < size; card++) {
            best.add(new PriorityQueue<>(Comparator.comparingInt(Candidate::score)));
        }
        var all = new HashSet<Candidate>();
        var near = new double[size];
        for (int card = 0; card < size; card++) {
            matching.near(card, near);
            var own = new PriorityQueue<Candidate>(Comparator.comparingInt(Candidate::score));
            for (int other = 0; other < size; other++) {
                int score = matching.score(card, other, near[other]);
                if (score > 0
                        && wanted(own, best.get(other), score)
                        && mayShow.test(matching.card(card), matching.card(other))) {
                    var one = new Candidate(card, other, score);
                    keep(own, one);
                    keep(best.get(other), one);
                }
            }
            all.addAll(own);
        }
        best.forEach(all::addAll);
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Candidate::card).thenComparingInt(Candidate::other));
        return sorted;
    }

    private static boolean wanted(PriorityQueue<Candidate> own, PriorityQueue<Candidate> others, int score) {
        return isBetter(own, score) || isBetter(others, score);
    }

    private static boolean isBetter(PriorityQueue<Candidate> kept, int score) {
        return kept.size() < LOOK_AT || score > kept.element().score();
    }

    private static void keep(PriorityQueue<Candidate> kept, Candidate one) {
        if (isBetter(kept, one.score())) {
            kept.add(one);
            if (kept.size() > LOOK_AT) {
                kept.remove();
            }
        }
    }
}
