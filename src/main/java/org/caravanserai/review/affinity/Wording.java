package org.caravanserai.review.affinity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;

/**
 * Takes a text apart into terms that can be compared. English and Russian words are stemmed, Japanese is cut into the base
 * forms of its words; of the Turkic languages and Tajik the first five folded letters of a word count, which for
 * agglutinating languages finds about as much as a full analysis (Can et al., "Information retrieval on Turkish texts",
 * JASIST 59(3), 2008). Words that tell nothing about a subject are left out.
 */
final class Wording {

    private static final int ROOT = 5;
    private static final int SHORTEST = 3;

    private final Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);
    private final Map<Language, CommonWords> common = new EnumMap<>(Language.class);
    private final Analyzer plain = new StandardAnalyzer();

    Wording() {
        analyzers.put(Language.EN, new EnglishAnalyzer());
        analyzers.put(Language.RU, new Russian());
        analyzers.put(Language.JA, new JapaneseAnalyzer());
        for (var language : Language.values()) {
            common.put(language, new CommonWords(language));
        }
    }

    /** Takes only case endings off: the usual Russian stemmer takes Арал for the past tense of a verb. */
    private static final class Russian extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            var known = new StopFilter(new LowerCaseFilter(words), RussianAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(words, new RussianLightStemFilter(known));
        }
    }

    /**
     * A term of a text.
     *
     * @param count how often it occurs
     * @param word how it was first written
     */
    record Term(int count, String word) {

        Term and(int more) {
            return new Term(count + more, word);
        }
    }

    /** Adds the terms of a text to others, each occurrence counted so many times. */
    void read(String text, Language language, int times, Map<String, Term> into) {
        var analyzer = analyzers.getOrDefault(language, plain);
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                var key = key(term.toString(), language);
                var word = text.substring(offset.startOffset(), offset.endOffset());
                if (!key.isEmpty() && !isCommon(word, key, language)) {
                    into.merge(key, new Term(times, word), (before, now) -> before.and(times));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The terms of a text of which nobody said in which language it is: its script and letters tell. */
    Map<String, Term> read(String text) {
        var terms = new LinkedHashMap<String, Term>();
        for (var line : text.split("\\R", -1)) {
            if (!line.isBlank()) {
                read(line, guess(line), 1, terms);
            }
        }
        return terms;
    }

    /** The language that the letters of a text speak for; English where they are Latin and say no more. */
    static Language guess(String text) {
        int kana = 0;
        int han = 0;
        int cyrillic = 0;
        int latin = 0;
        for (var c : text.codePoints().toArray()) {
            switch (Character.UnicodeScript.of(c)) {
                case HIRAGANA, KATAKANA -> kana++;
                case HAN -> han++;
                case CYRILLIC -> cyrillic++;
                case LATIN -> latin++;
                default -> {}
            }
        }
        if (kana + han > Math.max(cyrillic, latin) / 2) {
            return Language.JA;
        }
        if (cyrillic > latin) {
            return cyrillic(text);
        }
        return latin(text);
    }

    private static Language cyrillic(String text) {
        var lower = text.toLowerCase(java.util.Locale.ROOT);
        if (containsAny(lower, "әғұһі")) {
            return Language.KK;
        }
        if (containsAny(lower, "ҷӣӯҳ")) {
            return Language.TG;
        }
        return containsAny(lower, "өүң") ? Language.KY : Language.RU;
    }

    private static Language latin(String text) {
        var lower = text.toLowerCase(java.util.Locale.ROOT);
        if (containsAny(lower, "ýňž")) {
            return Language.TK;
        }
        return lower.contains("oʻ") || lower.contains("gʻ") ? Language.UZ : Language.EN;
    }

    private static boolean containsAny(String text, String letters) {
        return letters.chars().anyMatch(letter -> text.indexOf(letter) >= 0);
    }

    private boolean isCommon(String word, String key, Language language) {
        var words = common.get(language);
        return words != null && words.has(language == Language.JA ? key : word);
    }

    /** Names of places and methods meet across scripts, because what is not Japanese is folded after stemming. */
    private static String key(String token, Language language) {
        if (language == Language.JA) {
            return token;
        }
        var folded = Folding.fold(token);
        if (folded.length() < SHORTEST || folded.chars().allMatch(Character::isDigit)) {
            return "";
        }
        return switch (language) {
            case EN, RU, JA -> folded;
            case KK, KY, UZ, TG, TK -> folded.length() > ROOT ? folded.substring(0, ROOT) : folded;
        };
    }
}
