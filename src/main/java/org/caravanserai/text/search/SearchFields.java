package org.caravanserai.text.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How words stand in a Lucene document, and the question that finds them there. What a document scores depends on it and on
 * what was typed alone, never on how many others say the same: the order of what a person may see tells nothing of what
 * she may not.
 */
public final class SearchFields {

    private static final String KIN = ".kin";
    private static final float WHOLE = 4;
    private static final float BEGINNING = 2;
    private static final float AKIN = 1.5f;
    private static final float MISTAKEN = 0.5f;

    private SearchFields() {}

    /** Adds words to a document. */
    public static void add(Document document, String field, List<Word> words) {
        SearchWords.forms(words).forEach(form -> document.add(new StringField(field, form, Field.Store.NO)));
        SearchWords.kin(words).forEach(kin -> document.add(new StringField(field + KIN, kin, Field.Store.NO)));
    }

    /**
     * What finds documents that hold everything typed, each word in any of these fields.
     *
     * @param weights the fields and how much a word in each counts
     * @param forgiving whether words with a wrong letter or two are as good
     */
    public static Query query(Typed typed, Map<String, Float> weights, boolean forgiving) {
        if (typed.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        var all = new BooleanQuery.Builder();
        for (var part : typed.parts()) {
            all.add(
                    best(part.ways().stream()
                            .map(way -> weighed(way.weight(), way(way, weights, forgiving)))
                            .toList()),
                    Occur.MUST);
        }
        return all.build();
    }

    private static Query way(Typed.Way way, Map<String, Float> weights, boolean forgiving) {
        if (way.needs().size() == 1) {
            return need(way.needs().getFirst(), weights, forgiving);
        }
        var all = new BooleanQuery.Builder();
        way.needs()
                .forEach(need -> all.add(weighed(1f / way.needs().size(), need(need, weights, forgiving)), Occur.MUST));
        return all.build();
    }

    private static Query need(Need need, Map<String, Float> weights, boolean forgiving) {
        var ways = new java.util.ArrayList<Query>();
        weights.forEach((field, weight) -> {
            var term = new Term(field, need.form());
            ways.add(weighed(WHOLE * weight, new TermQuery(term)));
            if (need.beginning()) {
                ways.add(weighed(BEGINNING * weight, new PrefixQuery(term)));
            }
            need.kin().forEach(kin -> ways.add(weighed(AKIN * weight, new TermQuery(new Term(field + KIN, kin)))));
            if (forgiving && need.mistakes() > 0) {
                // With a limit to the number of words, those of texts that a person may not see would crowd out others.
                ways.add(weighed(
                        MISTAKEN * weight,
                        new FuzzyQuery(
                                term, need.mistakes(), 0, 50, true, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE)));
            }
        });
        return best(ways);
    }

    private static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }

    private static Query weighed(float weight, Query query) {
        return new BoostQuery(query instanceof TermQuery ? new ConstantScoreQuery(query) : query, weight);
    }
}
