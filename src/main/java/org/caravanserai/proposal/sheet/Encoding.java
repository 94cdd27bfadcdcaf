package org.caravanserai.proposal.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How bytes become letters: the encodings that spreadsheets of the six countries write. */
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16 LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16 BE", StandardCharsets.UTF_16BE),
    WINDOWS_1251("Windows-1251", Charset.forName("windows-1251")),
    SHIFT_JIS("Shift_JIS", Charset.forName("windows-31j")),
    EUC_JP("EUC-JP", Charset.forName("EUC-JP")),
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"));

    private static final int LOOK_AT = 200_000;

    private final String label;
    private final Charset charset;

    Encoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** Its usual name, alike in all languages. */
    public String label() {
        return label;
    }

    /** The letters of these bytes, without a byte order mark; what cannot be read becomes U+FFFD. */
    String decode(byte[] bytes) {
        var text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What these bytes most likely are. A byte order mark decides; then what can be read at all; then which letters it gives. */
    static Encoding detect(byte[] bytes) {
        return byMark(bytes).or(() -> wide(bytes)).orElseGet(() -> {
            if (strictly(UTF_8, bytes).isPresent()) {
                return UTF_8;
            }
            return japanese(SHIFT_JIS, bytes)
                    ? SHIFT_JIS
                    : japanese(EUC_JP, bytes) ? EUC_JP : cyrillic(bytes) ? WINDOWS_1251 : WINDOWS_1252;
        });
    }

    private static Optional<Encoding> byMark(byte[] bytes) {
        int first = at(bytes, 0);
        int second = at(bytes, 1);
        if (first == 0xEF && second == 0xBB && at(bytes, 2) == 0xBF) {
            return Optional.of(UTF_8);
        }
        if (first == 0xFF && second == 0xFE) {
            return Optional.of(UTF_16LE);
        }
        return first == 0xFE && second == 0xFF ? Optional.of(UTF_16BE) : Optional.empty();
    }

    /** Of delimiters and line ends in two bytes each, one is always zero; which of them tells the order. */
    private static Optional<Encoding> wide(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int looked = Math.min(bytes.length, 4_096);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (Math.max(even, odd) * 50 < looked || Math.min(even, odd) * 4 > Math.max(even, odd)) {
            return Optional.empty();
        }
        return Optional.of(odd > even ? UTF_16LE : UTF_16BE);
    }

    /** Japanese text has kana everywhere; Cyrillic read as Japanese has none but narrow ones. */
    private static boolean japanese(Encoding encoding, byte[] bytes) {
        return strictly(encoding, bytes)
                .map(text -> {
                    long kana = text.codePoints()
                            .filter(c -> c >= 0x3041 && c <= 0x30FF)
                            .count();
                    long narrow = text.codePoints()
                            .filter(c -> c >= 0xFF61 && c <= 0xFF9F)
                            .count();
                    long other = text.codePoints().filter(c -> c > 0x7F).count();
                    return kana > 0 && kana * 20 >= other && narrow * 5 < other;
                })
                .orElse(false);
    }

    private static boolean cyrillic(byte[] bytes) {
        int letters = 0;
        int high = 0;
        for (int i = 0; i < Math.min(bytes.length, LOOK_AT); i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0x80) {
                high++;
                if (b >= 0xC0 || b == 0xA8 || b == 0xB8) {
                    letters++;
                }
            }
        }
        // Western text has single accented letters between ASCII ones; Cyrillic words are accented throughout.
        return letters * 10 >= high * 8 && pairs(bytes) * 2 >= letters;
    }

    private static int pairs(byte[] bytes) {
        int pairs = 0;
        for (int i = 1; i < Math.min(bytes.length, LOOK_AT); i++) {
            if ((bytes[i] & 0xFF) >= 0xC0 && (bytes[i - 1] & 0xFF) >= 0xC0) {
                pairs++;
            }
        }
        return pairs;
    }

    private static Optional<String> strictly(Encoding encoding, byte[] bytes) {
        try {
            return Optional.of(encoding.charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }
}
