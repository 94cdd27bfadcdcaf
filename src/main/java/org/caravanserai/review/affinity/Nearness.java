package org.caravanserai.review.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.caravanserai.text.search.Okapi;
import org.caravanserai.text.search.Wording;
import org.caravanserai.text.search.Wording.Term;

/**
 * How near reviewers' works are to proposals in words, as {@link Okapi} measures it, each proposal being the question; of a
 * reviewer the three nearest works count, each adding to what the nearer ones have left open.
 */
final class Nearness {

    private static final int TITLE_COUNTS = 3;
    private static final int MOST_WORKS = 3;

    private final Wording wording = new Wording();
    private final List<Integer> reviewerOf = new ArrayList<>();
    private final int proposals;
    private final int reviewers;
    private final Okapi okapi;

    Nearness(List<Matter> matters, List<Expertise> experts) {
        proposals = matters.size();
        reviewers = experts.size();
        var works = new ArrayList<Map<String, Term>>();
        for (int r = 0; r < experts.size(); r++) {
            for (var text : experts.get(r).works()) {
                var terms = wording.read(text);
                if (!terms.isEmpty()) {
                    works.add(terms);
                    reviewerOf.add(r);
                }
            }
        }
        okapi = new Okapi(matters.stream().map(this::query).toList(), works);
    }

    /** The nearness of each reviewer to each proposal, from 0 to 1, by proposal and reviewer. */
    float[][] all() {
        var all = new float[proposals][];
        var near = new double[okapi.size()];
        for (int p = 0; p < all.length; p++) {
            okapi.near(p, near);
            all[p] = byReviewer(near);
        }
        return all;
    }

    /** The words of a proposal that its nearness to a reviewer comes from, the strongest first; none that all texts share. */
    List<String> sharedWords(int proposal, int reviewer, int most) {
        return okapi.sharedWords(
                proposal, IntStream.range(0, reviewerOf.size()).filter(work -> reviewerOf.get(work) == reviewer), most);
    }

    private float[] byReviewer(double[] near) {
        var by = new float[reviewers];
        var nearest = new double[MOST_WORKS];
        int work = 0;
        while (work < near.length) {
            int reviewer = reviewerOf.get(work);
            Arrays.fill(nearest, 0);
            for (; work < near.length && reviewerOf.get(work) == reviewer; work++) {
                insert(nearest, near[work]);
            }
            double open = 1;
            for (var one : nearest) {
                open *= 1 - one;
            }
            // Even a reviewer's own next paper shares a small part of its words with the last: the root spreads that
            // part.
            by[reviewer] = (float) Math.sqrt(1 - open);
        }
        return by;
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

    private Map<String, Term> query(Matter matter) {
        var terms = new LinkedHashMap<String, Term>();
        matter.title().texts().forEach((language, text) -> wording.read(text, language, TITLE_COUNTS, terms));
        matter.abstractText().texts().forEach((language, text) -> wording.read(text, language, 1, terms));
        return terms;
    }
}
