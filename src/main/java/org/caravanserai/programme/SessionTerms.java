package org.caravanserai.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;

/**
 * The terms of sessions: stems of English and Russian words, base forms of Japanese ones, and of languages that put many endings
 * to a word its first letters, folded. A title says more than an abstract.
 */
final class SessionTerms {

    private static final int ROOT = 5;
    private static final int SHORTEST = 3;
    private static final int TITLE = 3;

    private final Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);
    private final Analyzer plain = new StandardAnalyzer();

    SessionTerms() {
        analyzers.put(Language.EN, new EnglishAnalyzer());
        analyzers.put(Language.RU, new RussianAnalyzer());
        analyzers.put(Language.JA, new JapaneseAnalyzer());
    }

    /**
     * A term.
     *
     * @param count how often it occurs
     * @param word how it was first written
     */
    record Term(int count, String word) {}

    Map<String, Term> of(SessionPart session) {
        var terms = new LinkedHashMap<String, Term>();
        read(session.title(), TITLE, terms);
        read(session.abstractText(), 1, terms);
        for (var talk : session.talks()) {
            read(talk.title(), TITLE, terms);
            read(talk.abstractText(), 1, terms);
        }
        return terms;
    }

    private void read(LocalizedText text, int times, Map<String, Term> into) {
        for (var language : text.languages()) {
            read(text.exactly(language), language, times, into);
        }
    }

    private void read(String text, Language language, int times, Map<String, Term> into) {
        var analyzer = analyzers.getOrDefault(language, plain);
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                var key = key(term.toString(), language);
                if (!key.isEmpty()) {
                    var word = text.substring(offset.startOffset(), offset.endOffset());
                    into.merge(
                            key,
                            new Term(times, word),
                            (before, now) -> new Term(before.count() + times, before.word()));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The term by which a word counts, in one space for all languages; empty if it says nothing. */
    private String key(String term, Language language) {
        if (term.chars().noneMatch(Character::isLetter)) {
            return "";
        }
        if (language == Language.JA) {
            return term.length() < 2 ? "" : term;
        }
        var folded = Folding.fold(term);
        if (folded.length() < SHORTEST) {
            return "";
        }
        return analyzers.containsKey(language) ? folded : folded.substring(0, Math.min(ROOT, folded.length()));
    }
}
