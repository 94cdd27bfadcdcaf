package org.caravanserai.text.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.caravanserai.text.Language;

/**
 * Takes a text apart into what its words have in common with their other forms: English and Russian words are stemmed,
 * Japanese is cut into the base forms of its words, the words of the other languages stay as they are.
 */
public final class Analysis {

    private static final int ROOT = 5;
    private static final Analyzer ENGLISH = new EnglishAnalyzer();
    private static final Analyzer RUSSIAN = new Russian();
    private static final Analyzer JAPANESE = new JapaneseAnalyzer();
    private static final Analyzer PLAIN = new StandardAnalyzer();

    private Analysis() {}

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
     * A word of a text.
     *
     * @param term its stem or base form
     * @param start where it begins in the text
     * @param end where it is over
     */
    public record Stem(String term, int start, int end) {}

    /** The words of a text, without the commonest of English, Russian and Japanese. */
    public static List<Stem> stems(String text, Language language) {
        var stems = new ArrayList<Stem>();
        try (TokenStream tokens = analyzer(language).tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(new Stem(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }

    /**
     * The first five folded letters of a word, the whole of a shorter one: of the Turkic languages and Tajik, which add to
     * the end of a word what others say with words of their own, they find about as much as a full analysis (Can et al.,
     * "Information retrieval on Turkish texts", JASIST 59(3), 2008).
     */
    public static String root(String folded) {
        return folded.length() > ROOT ? folded.substring(0, ROOT) : folded;
    }

    /** The language that the letters of a text speak for; English where they are Latin and say no more. */
    public static Language guess(String text) {
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

    private static Analyzer analyzer(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case RU -> RUSSIAN;
            case JA -> JAPANESE;
            case KK, KY, UZ, TG, TK -> PLAIN;
        };
    }

    private static Language cyrillic(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (containsAny(lower, "әғұһі")) {
            return Language.KK;
        }
        if (containsAny(lower, "ҷӣӯҳ")) {
            return Language.TG;
        }
        return containsAny(lower, "өүң") ? Language.KY : Language.RU;
    }

    private static Language latin(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (containsAny(lower, "ýňž")) {
            return Language.TK;
        }
        return lower.contains("oʻ") || lower.contains("gʻ") ? Language.UZ : Language.EN;
    }

    private static boolean containsAny(String text, String letters) {
        return letters.chars().anyMatch(letter -> text.indexOf(letter) >= 0);
    }
}
