package org.caravanserai.review.reviewing;

import java.util.List;

/** Which side of the series a person comes from, by country. */
public enum Side {
    /** Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan or Uzbekistan. */
    CENTRAL_ASIA,
    /** Japan. */
    JAPAN,
    /** Anywhere else, or not told. */
    ELSEWHERE;

    /** The countries of both sides. */
    static final List<String> EITHER = List.of("KZ", "KG", "TJ", "TM", "UZ", "JP");

    /** The side of a country by its ISO 3166-1 alpha-2 code; an empty one is elsewhere. */
    public static Side of(String country) {
        return switch (country) {
            case "KZ", "KG", "TJ", "TM", "UZ" -> CENTRAL_ASIA;
            case "JP" -> JAPAN;
            default -> ELSEWHERE;
        };
    }

    /** The countries of a side; none for elsewhere, which is all others. */
    List<String> countries() {
        return EITHER.stream().filter(country -> of(country) == this).toList();
    }
}
