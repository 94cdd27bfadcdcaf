package org.caravanserai.exchange;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Names of ASCII letters for addresses and identifiers, made from words in any script. */
public final class AsciiNames {

    // Any-Latin reads kanji as Chinese; for an identifier that only has to differ, that does.
    private static final Transliterator ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final int LONGEST = 50;

    private AsciiNames() {}

    /** Lower-case letters and digits with single hyphens between; {@code otherwise} if nothing is left. */
    public static String slug(String words, String otherwise) {
        String ascii;
        synchronized (ASCII) {
            ascii = ASCII.transliterate(words);
        }
        var slug = ascii.replaceAll("['’ʻʼ]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() > LONGEST) {
            slug = slug.substring(0, LONGEST).replaceAll("-$", "");
        }
        return slug.isEmpty() ? otherwise : slug;
    }

    /** Upper-case letters and digits with single underscores between. */
    static String constant(String words, String otherwise) {
        return slug(words, otherwise).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** A short name as both schedule formats want it: at least four of {@code [a-z0-9_]}. */
    static String acronym(String slug) {
        var name = slug.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return name.length() < 4 ? "meeting_" + name : name;
    }
}
