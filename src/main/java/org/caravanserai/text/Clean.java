package org.caravanserai.text;

import java.text.Normalizer;

/** Cleans what people type before it becomes a value: Unicode NFC, no control characters, no outer white space. */
public final class Clean {

    private static final java.util.regex.Pattern INVISIBLE =
            java.util.regex.Pattern.compile("[\\p{Cf}\\p{Z}\\p{Cc}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*");

    private Clean() {}

    /**
     * One line: control, line and direction-override characters become spaces, runs of white space one. What cannot be
     * seen at all is empty.
     */
    public static String line(String typed) {
        return seen(Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", " ")
                .replaceAll("\\s+", " ")
                .strip());
    }

    /**
     * Several lines: line ends become {@code \n}; other control and direction-override characters go. What cannot be seen
     * at all is empty.
     */
    public static String lines(String typed) {
        return seen(Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?|\\u2028|\\u2029|\\u0085", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .strip());
    }

    /** The beginning of a text, at most this long and never ending within a character. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static String seen(String text) {
        return INVISIBLE.matcher(text).matches() ? "" : text;
    }
}
