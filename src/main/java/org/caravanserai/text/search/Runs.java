package org.caravanserai.text.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into runs of letters: of Japanese, which does not divide its words, and single words of all others. */
final class Runs {

    private Runs() {}

    /**
     * A run of letters.
     *
     * @param japanese whether it is of kanji and kana
     * @param joined whether only a hyphen stands between it and the run before
     */
    record Run(int start, int end, boolean japanese, boolean joined) {}

    private enum Kind {
        JAPANESE,
        LETTER,
        APOSTROPHE,
        HYPHEN,
        OTHER
    }

    static List<Run> in(String text) {
        var runs = new ArrayList<Run>();
        int at = 0;
        boolean joined = false;
        while (at < text.length()) {
            var kind = kind(text.codePointAt(at));
            int end = kind == Kind.JAPANESE || kind == Kind.LETTER ? end(text, at, kind) : at;
            if (end > at) {
                runs.add(new Run(at, end, kind == Kind.JAPANESE, joined));
                joined = end + 1 < text.length()
                        && kind(text.codePointAt(end)) == Kind.HYPHEN
                        && kind(text.codePointAt(end + 1)) == Kind.LETTER;
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return runs;
    }

    /** An apostrophe is of a word if a letter follows: O'zbek is one, and so is Jun'ichi. */
    private static int end(String text, int start, Kind kind) {
        int end = start;
        int at = start;
        while (at < text.length()) {
            var c = text.codePointAt(at);
            var here = kind(c);
            if (here == kind) {
                end = at + Character.charCount(c);
            } else if (kind != Kind.LETTER || here != Kind.APOSTROPHE) {
                break;
            }
            at += Character.charCount(c);
        }
        return end;
    }

    private static Kind kind(int c) {
        // The mark of a long vowel and that of a repeated sign belong to what they follow.
        if (c == 'ー' || c == 'ｰ' || c == '々' || c == 'ﾞ' || c == 'ﾟ' || isJapanese(c)) {
            return Kind.JAPANESE;
        }
        if ("'`ʻʼʽ‘’´".indexOf(c) >= 0) {
            return Kind.APOSTROPHE;
        }
        if (c == '-' || c == '‐' || c == '‑') {
            return Kind.HYPHEN;
        }
        return Character.isLetterOrDigit(c) || isMark(c) ? Kind.LETTER : Kind.OTHER;
    }

    static boolean isHan(int c) {
        return c == '々' || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isJapanese(int c) {
        return Character.isLetter(c)
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
