package org.caravanserai.people;

import java.util.Arrays;
import org.caravanserai.text.Folding;

/**
 * What a person typed to find an institution, as patterns for its search key. Folding leaves only letters, digits and
 * spaces, so that nothing typed is a wildcard.
 */
record FoldedWords(String folded) {

    private static final int MOST = 4;
    private static final int LONGEST = 200;

    static FoldedWords of(String typed) {
        // A whole ROR address finds its institution by the last part.
        var words = typed.strip().replaceFirst("^(?:https?://)?ror\\.org/", "");
        if (words.matches("0[0-9a-hjkmnp-tv-zA-HJKMNP-TV-Z]{6}[0-9]{2}")) {
            return new FoldedWords(words.toLowerCase(java.util.Locale.ROOT));
        }
        var folded = Folding.fold(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        return new FoldedWords(folded);
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** The pattern of one of the words, each of which must be found; lets everything through when there are fewer. */
    String word(int number) {
        var words = Arrays.asList(folded.split(" ", MOST));
        return number < words.size() ? "%" + words.get(number) + "%" : "%";
    }

    String acronym() {
        return "%#" + folded + "#%";
    }

    String begin() {
        return "%|" + folded + "%";
    }

    String inside() {
        return "% " + folded + "%";
    }
}
