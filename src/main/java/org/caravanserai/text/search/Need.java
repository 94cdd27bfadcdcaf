package org.caravanserai.text.search;

import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;

/**
 * One thing that must stand in a text that is found.
 *
 * @param form the folded word
 * @param kin other words are as good that are akin to it in one of these
 * @param beginning whether words are as good that begin with it
 * @param mistakes how many letters may be others, where mistakes are forgiven
 */
record Need(String form, Set<String> kin, boolean beginning, int mistakes) {

    private static final int ONE_MISTAKE = 4;
    private static final int TWO_MISTAKES = 8;
    private static final int LONGEST_MISTAKEN = 24;

    /** A word of letters: the longer it is, the more of them may be wrong. Numbers are meant as they are typed. */
    static Need word(String form, Set<String> kin) {
        var counts = form.length() <= LONGEST_MISTAKEN && form.chars().noneMatch(Character::isDigit);
        int mistakes = !counts || form.length() < ONE_MISTAKE ? 0 : form.length() < TWO_MISTAKES ? 1 : 2;
        return new Need(form, kin, true, mistakes);
    }

    /** Two signs that follow each other; a single one is also meant where another follows. */
    static Need signs(String signs) {
        return new Need(signs, Set.of(), signs.codePointCount(0, signs.length()) == 1, 0);
    }

    /** A word as it is pronounced. */
    static Need reading(String reading) {
        return new Need(reading, Set.of(), false, 0);
    }

    /** Whether a word of a text is what is needed; {@code near} is what {@link #near()} made. */
    boolean isMetBy(Word word, boolean forgiving, Predicate<String> near) {
        return word.kin().stream().anyMatch(kin::contains)
                || word.forms().stream().anyMatch(f -> f.equals(form) || (beginning && f.startsWith(form)))
                || (forgiving && mistakes > 0 && word.forms().stream().anyMatch(near));
    }

    /** Whether it is a single sign, and the word that and another one. */
    boolean isFirstSignOf(Word word) {
        return form.length() == 1
                && Runs.isHan(form.codePointAt(0))
                && word.forms().stream().allMatch(f -> f.length() > 1 && f.startsWith(form));
    }

    /** Finds out whether a word differs from this one in no more letters than are forgiven. */
    Predicate<String> near() {
        var automaton = FuzzyQuery.getFuzzyAutomaton(form, mistakes, 0, true).runAutomaton;
        return other -> {
            var bytes = new BytesRef(other);
            return automaton.run(bytes.bytes, bytes.offset, bytes.length);
        };
    }
}
