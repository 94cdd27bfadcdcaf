package org.caravanserai.review.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.text.search.Wording;
import org.caravanserai.text.search.Wording.Term;

/**
 * How near reviewers' works are to proposals in words: Okapi BM25 with the usual constants (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond", 2009), each proposal being the query. A score is divided by what
 * the proposal would score against itself, so that those of different proposals can be compared and added up; of a
 * reviewer the three nearest works count, each adding to what the nearer ones have left open.
 */
final class Nearness {

    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;
    private static final double QUERY_SATURATION = 8;
    private static final int TITLE_COUNTS = 3;
    private static final int MOST_WORKS = 3;

    /** In one text of so many a word stands at most to be told as a reason, where there are texts enough to judge by. */
    private static final int TELLING = 4;

    private static final int ENOUGH_TEXTS = 20;

    /** A word with less than this part of what the strongest is worth is no reason. */
    private static final int FAINT = 4;

    private final Wording wording = new Wording();
    private final List<Map<String, Term>> queries;
    private final List<Work> works = new ArrayList<>();
    private final int reviewers;
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final double averageLength;
    private final int texts;

    private record Work(int reviewer, Map<String, Term> terms, int length) {}

    private record Posting(int work, double answers) {}

    Nearness(List<Matter> proposals, List<Expertise> experts) {
        queries = proposals.stream().map(this::query).toList();
        reviewers = experts.size();
        for (int r = 0; r < experts.size(); r++) {
            for (var text : experts.get(r).works()) {
                add(r, wording.read(text));
            }
        }
        averageLength =
                Math.max(1, works.stream().mapToInt(Work::length).average().orElse(1));
        for (int w = 0; w < works.size(); w++) {
            post(w);
        }
        queries.forEach(query -> query.keySet().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        works.forEach(work -> work.terms().keySet().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        texts = queries.size() + works.size();
    }

    /** The nearness of each reviewer to each proposal, from 0 to 1, by proposal and reviewer. */
    float[][] all() {
        var all = new float[queries.size()][];
        var scores = new double[works.size()];
        for (int p = 0; p < all.length; p++) {
            all[p] = of(queries.get(p), scores);
        }
        return all;
    }

    /** The words of a proposal that its nearness to a reviewer comes from, the strongest first; none that all texts share. */
    List<String> sharedWords(int proposal, int reviewer, int most) {
        var strength = new HashMap<String, Double>();
        var query = queries.get(proposal);
        for (var work : works) {
            if (work.reviewer() == reviewer) {
                query.forEach((term, asked) -> {
                    var found = work.terms().get(term);
                    if (found != null && isTelling(term)) {
                        strength.merge(
                                asked.word(), asks(term, asked) * answers(found.count(), work.length()), Double::sum);
                    }
                });
            }
        }
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
        return texts < ENOUGH_TEXTS || frequency.getOrDefault(term, 0) * TELLING <= texts;
    }

    private float[] of(Map<String, Term> query, double[] scores) {
        Arrays.fill(scores, 0);
        double itself = 0;
        int length = query.values().stream().mapToInt(Term::count).sum();
        for (var asked : query.entrySet()) {
            var term = asked.getKey();
            var asks = asks(term, asked.getValue());
            itself += asks * answers(asked.getValue().count(), length);
            for (var posting : postings.getOrDefault(term, List.of())) {
                scores[posting.work()] += asks * posting.answers();
            }
        }
        return byReviewer(scores, itself);
    }

    private float[] byReviewer(double[] scores, double itself) {
        var near = new float[reviewers];
        if (itself <= 0) {
            return near;
        }
        var nearest = new double[MOST_WORKS];
        int work = 0;
        while (work < scores.length) {
            int reviewer = works.get(work).reviewer();
            Arrays.fill(nearest, 0);
            for (; work < scores.length && works.get(work).reviewer() == reviewer; work++) {
                insert(nearest, Math.min(1, scores[work] / itself));
            }
            double open = 1;
            for (var one : nearest) {
                open *= 1 - one;
            }
            // Even a reviewer's own next paper shares a small part of its words with the last: the root spreads that
            // part.
            near[reviewer] = (float) Math.sqrt(1 - open);
        }
        return near;
    }

    private static void insert(double[] greatest, double value) {
        for (int i = 0; i < greatest.length; i++) {
            if (value > greatest[i]) {
                var pushed = greatest[i];
                greatest[i] = value;
                value = pushed;
            }
        }
    }

    /** What a term of a query is worth: the rarer and the oftener asked, the more. */
    private double asks(String term, Term asked) {
        int having = frequency.getOrDefault(term, 0);
        double rarity = Math.log(1 + (texts - having + 0.5) / (having + 0.5));
        return rarity * asked.count() * (QUERY_SATURATION + 1) / (asked.count() + QUERY_SATURATION);
    }

    /** What its occurrences in a text are worth, given how long the text is. */
    private double answers(int count, int length) {
        return count * (SATURATION + 1) / (count + SATURATION * (1 - LENGTH + LENGTH * length / averageLength));
    }

    private Map<String, Term> query(Matter matter) {
        var terms = new LinkedHashMap<String, Term>();
        matter.title().texts().forEach((language, text) -> wording.read(text, language, TITLE_COUNTS, terms));
        matter.abstractText().texts().forEach((language, text) -> wording.read(text, language, 1, terms));
        return terms;
    }

    private void add(int reviewer, Map<String, Term> terms) {
        if (terms.isEmpty()) {
            return;
        }
        works.add(new Work(
                reviewer, terms, terms.values().stream().mapToInt(Term::count).sum()));
    }

    private void post(int index) {
        var work = works.get(index);
        work.terms()
                .forEach((term, found) -> postings.computeIfAbsent(term, t -> new ArrayList<>())
                        .add(new Posting(index, answers(found.count(), work.length()))));
    }
}
