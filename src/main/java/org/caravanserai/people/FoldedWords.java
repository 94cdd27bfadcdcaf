package org.caravanserai.people;

import java.util.Arrays;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;

/**
 * What a person typed to find somebody or an institution, as patterns for its search key. Folding leaves only letters,
 * digits and spaces, so that nothing typed is a wildcard.
 */
public record FoldedWords(String folded) {

    private static final int MOST = 4;
    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 2;

    /** What was typed to find a person by her names. */
    public static FoldedWords ofNames(String typed) {
        return new FoldedWords(Folding.fold(Clean.cut(typed, LONGEST)));
    }

    /** Whether it is enough to look for names with. */
    public boolean isEnough() {
        return folded.length() >= SHORTEST_NAME;
    }

    static FoldedWords of(String typed) {
        // A whole ROR address finds its institution by the last part.
        var words = typed.strip().replaceFirst("^(?:https?://)?ror\\.org/", "");
        if (words.matches("0[0-9a-hjkmnp-tv-zA-HJKMNP-TV-Z]{6}[0-9]{2}")) {
            return new FoldedWords(words.toLowerCase(java.util.Locale.ROOT));
        }
        return new FoldedWords(Folding.fold(Clean.cut(words, LONGEST)));
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** The pattern of one of the words, each of which must be found; lets everything through when there are fewer. */
    public String word(int number) {
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
