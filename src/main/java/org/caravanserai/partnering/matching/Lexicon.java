package org.caravanserai.partnering.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.search.Analysis;
import org.caravanserai.text.search.Wording;
import org.caravanserai.text.search.Wording.Term;

/**
 * Expressions that mean the same in several languages, so that a card in Japanese and one in Russian meet in a word. They
 * come from the keywords of topics, whose languages list the same ones in the same order.
 */
public final class Lexicon {

    private final Wording wording = new Wording();
    private final List<Expression> expressions = new ArrayList<>();

    /** An expression of a language, as the terms that it is made of, all of which must stand in a text. */
    private record Expression(Language language, Set<String> terms, String concept, String word) {}

    /**
     * A lexicon.
     *
     * @param keywords words separated by commas, by language; languages that list another number than English are passed
     *     over
     */
    public Lexicon(List<LocalizedText> keywords) {
        int number = 0;
        for (var list : keywords) {
            var english = items(list.exactly(Language.EN));
            for (var language : list.languages()) {
                var words = items(list.exactly(language));
                if (words.size() == english.size()) {
                    for (int i = 0; i < words.size(); i++) {
                        add(language, words.get(i), "=" + (number + i));
                    }
                }
            }
            number += english.size();
        }
    }

    /** What a card says in terms that can be compared: its title counts three times, its methods twice. */
    Map<String, Term> terms(CardFacts card) {
        var terms = new LinkedHashMap<String, Term>();
        card.title().texts().forEach((language, text) -> read(text, language, 3, terms));
        card.text().texts().forEach((language, text) -> read(text, language, 1, terms));
        card.methods().forEach(method -> read(method, Analysis.guess(method), 2, terms));
        return terms;
    }

    private void read(String text, Language language, int times, Map<String, Term> into) {
        var terms = new LinkedHashMap<String, Term>();
        wording.read(text, language, times, terms);
        for (var expression : expressions) {
            if (expression.language() == language && terms.keySet().containsAll(expression.terms())) {
                terms.merge(expression.concept(), new Term(times, expression.word()), Term::plus);
            }
        }
        terms.forEach((key, term) -> into.merge(key, term, Term::plus));
    }

    private void add(Language language, String word, String concept) {
        var terms = new LinkedHashMap<String, Term>();
        wording.read(word, language, 1, terms);
        if (!terms.isEmpty()) {
            expressions.add(new Expression(language, Set.copyOf(terms.keySet()), concept, word));
        }
    }

    private static List<String> items(String list) {
        return list.isBlank() ? List.of() : List.of(list.strip().split("\\s*[,、，]\\s*"));
    }
}
