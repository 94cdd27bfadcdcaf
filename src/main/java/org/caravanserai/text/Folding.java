package org.caravanserai.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Folds words of all scripts here to one key, so that a search finds a name however it is spelled: Shavkat, Шавкат and
 * Şavkat; o', oʻ, oʼ and ў; Ono, Ohno and Ōno. Kanji stay as they are; kana become Latin.
 */
public final class Folding {

    private static final Transliterator KANA = Transliterator.getInstance("Katakana-Latin; Hiragana-Latin");
    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII; Lower");
    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        letters("абвгдезиклмнопрстуфыэ", "a b v g d e z i k l m n o p r s t u f i e");
        letters("жйхцчшщъьюяё", "zh i kh ts ch sh sh _ _ yu ya yo");
        letters("әғқңөұүһі", "a g k n o u u kh i");
        letters("ўҳҷӣӯ", "o kh j i u");
        letters("şçžýňäöüŋığ", "sh ch zh y n a o u n i g");
        letters("ščș", "sh ch sh");
    }

    private Folding() {}

    /** The folded key: lower-case Latin letters, digits, kanji and single spaces. */
    public static String fold(String words) {
        var lower = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length() + 8);
        lower.codePoints().forEach(c -> {
            var mapped = LETTERS.get(c);
            if (mapped != null) {
                out.append(mapped);
            } else {
                out.appendCodePoint(c);
            }
        });
        var latin = ASCII.transliterate(KANA.transliterate(out.toString()));
        return meet(latin.replaceAll("['`ʻʼʽ‘’´]", "").replaceAll("[^\\p{L}\\p{N}]+", " "))
                .strip();
    }

    /**
     * Lets the Latin spellings of one sound meet: of Russian and national transliterations (kh, x and h; zh, dzh and j; q
     * and k; gh and g; y and i; ye and e; w and v), of Hepburn and its variants (ō, ou, oh; uu; m and n before b and p).
     */
    private static String meet(String latin) {
        return latin.replace('x', 'h')
                .replace('q', 'k')
                .replace('w', 'v')
                .replace('y', 'i')
                .replaceAll("k+h", "h")
                .replaceAll("g+h", "g")
                .replaceAll("shch", "sh")
                .replaceAll("d*zh|dj", "j")
                .replaceAll("ii+", "i")
                .replaceAll("ie", "e")
                .replaceAll("o[ouh](?![aeiou])", "o")
                .replaceAll("uu+", "u")
                .replaceAll("m(?=[bp])", "n");
    }

    private static void letters(String from, String to) {
        var targets = to.split(" ", -1);
        var index = 0;
        for (var c : from.codePoints().toArray()) {
            LETTERS.put(c, targets[index].equals("_") ? "" : targets[index]);
            index++;
        }
    }
}
