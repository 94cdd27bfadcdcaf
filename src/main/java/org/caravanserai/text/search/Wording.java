package org.caravanserai.text.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;

/**
 * Takes a text apart into terms that can be compared, by {@link Analysis}; of the Turkic languages and Tajik the roots of
 * words count. Words that tell nothing about a subject are left out.
 */
public final class Wording {

    private static final int SHORTEST = 3;

    private final Map<Language, CommonWords> common = new EnumMap<>(Language.class);

    /** Reads the lists of common words. */
    public Wording() {
        for (var language : Language.values()) {
            common.put(language, new CommonWords(language));
        }
    }

    /**
     * A term of a text.
     *
     * @param count how often it occurs
     * @param word how it was first written
     */
    public record Term(int count, String word) {

        /** Both together, as this one was written. */
        public Term plus(Term other) {
            return new Term(count + other.count, word);
        }
    }

    /** Adds the terms of a text to others, each occurrence counted so many times. */
    public void read(String text, Language language, int times, Map<String, Term> into) {
        for (var stem : Analysis.stems(text, language)) {
            var key = key(stem.term(), language);
            var word = text.substring(stem.start(), stem.end());
            if (!key.isEmpty() && !isCommon(word, key, language)) {
                into.merge(key, new Term(times, word), Term::plus);
            }
        }
    }

    /** The terms of a text of which nobody said in which language it is: its script and letters tell. */
    public Map<String, Term> read(String text) {
        var terms = new LinkedHashMap<String, Term>();
        for (var line : text.split("\\R", -1)) {
            if (!line.isBlank()) {
                read(line, Analysis.guess(line), 1, terms);
            }
        }
        return terms;
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
            case KK, KY, UZ, TG, TK -> Analysis.root(folded);
        };
    }
}
