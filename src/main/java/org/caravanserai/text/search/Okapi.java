package org.caravanserai.text.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.caravanserai.text.search.Wording.Term;

/**
 * How near texts are to questions in words: Okapi BM25 with the usual constants (Robertson and Zaragoza, "The Probabilistic
 * Relevance Framework: BM25 and Beyond", 2009). A score is divided by what the question would score against itself, so that
 * those of different questions can be compared. Questions and texts are the terms of {@link Wording}, numbered by their
 * places in the lists. Immutable.
 */
public final class Okapi {

    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;
    private static final double QUERY_SATURATION = 8;

    /** In one text of so many a word stands at most to be told as a reason, where there are texts enough to judge by. */
    private static final int TELLING = 4;

    private static final int ENOUGH_TEXTS = 20;

    /** A word with less than this part of what the strongest is worth is no reason. */
    private static final int FAINT = 4;

    private final List<Map<String, Term>> queries;
    private final List<Map<String, Term>> texts;
    private final int[] lengths;
    private final double averageLength;
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    private record Posting(int text, double answers) {}

    /** Compares questions with texts; a list may stand for both. */
    public Okapi(List<Map<String, Term>> queries, List<Map<String, Term>> texts) {
        this.queries = List.copyOf(queries);
        this.texts = List.copyOf(texts);
        lengths = this.texts.stream().mapToInt(Okapi::length).toArray();
        averageLength = Math.max(1, Arrays.stream(lengths).average().orElse(1));
        for (int text = 0; text < lengths.length; text++) {
            post(text);
        }
        count(this.queries);
        count(this.texts);
    }

    /** How many texts there are. */
    public int size() {
        return lengths.length;
    }

    /**
     * How near each text is to a question: from 0, where they share nothing, to 1, where it says all that is asked.
     *
     * @param near takes the answers, one for each text
     */
    public void near(int query, double[] near) {
        Arrays.fill(near, 0);
        var asked = queries.get(query);
        int length = length(asked);
        double itself = 0;
        for (var one : asked.entrySet()) {
            var term = one.getKey();
            var asks = asks(term, one.getValue());
            itself += asks * answers(one.getValue().count(), length);
            for (var posting : postings.getOrDefault(term, List.of())) {
                near[posting.text()] += asks * posting.answers();
            }
        }
        for (int text = 0; text < near.length; text++) {
            near[text] = itself <= 0 ? 0 : Math.min(1, near[text] / itself);
        }
    }

    /** The words of a question that its nearness to some texts comes from, the strongest first; none that all texts share. */
    public List<String> sharedWords(int query, IntStream among, int most) {
        var strength = new HashMap<String, Double>();
        var asked = queries.get(query);
        among.forEach(text -> asked.forEach((term, asks) -> {
            var found = texts.get(text).get(term);
            if (found != null && isTelling(term)) {
                strength.merge(asks.word(), asks(term, asks) * answers(found.count(), lengths[text]), Double::sum);
            }
        }));
        double strongest = strength.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return strength.entrySet().stream()
                .filter(word -> word.getValue() * FAINT >= strongest)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isTelling(String term) {
        int all = queries.size() + texts.size();
        return all < ENOUGH_TEXTS || frequency.getOrDefault(term, 0) * TELLING <= all;
    }

    /** What a term of a question is worth: the rarer and the oftener asked, the more. */
    private double asks(String term, Term asked) {
        int having = frequency.getOrDefault(term, 0);
        double rarity = Math.log(1 + (queries.size() + texts.size() - having + 0.5) / (having + 0.5));
        return rarity * asked.count() * (QUERY_SATURATION + 1) / (asked.count() + QUERY_SATURATION);
    }

    /** What its occurrences in a text are worth, given how long the text is. */
    private double answers(int count, int length) {
        return count * (SATURATION + 1) / (count + SATURATION * (1 - LENGTH + LENGTH * length / averageLength));
    }

    private void post(int text) {
        texts.get(text)
                .forEach((term, found) -> postings.computeIfAbsent(term, t -> new ArrayList<>())
                        .add(new Posting(text, answers(found.count(), lengths[text]))));
    }

    private void count(List<Map<String, Term>> all) {
        all.forEach(terms -> terms.keySet().forEach(term -> frequency.merge(term, 1, Integer::sum)));
    }

    private static int length(Map<String, Term> terms) {
        return terms.values().stream().mapToInt(Term::count).sum();
    }
}
