package org.caravanserai.text;

import java.text.Normalizer;

/** Cleans what people type before it becomes a value: Unicode NFC, no control characters, no outer white space. */
public final class Clean {

    private Clean() {}

    /** One line: control, line and direction-override characters become spaces, runs of white space one. */
    public static String line(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Several lines: line ends become {@code \n}; other control and direction-override characters go. */
    public static String lines(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?|\\u2028|\\u2029|\\u0085", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .strip();
    }
}
