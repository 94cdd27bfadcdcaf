package org.caravanserai.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Makes identifiers, public codes and secrets. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static long lastMillis;
    private static int counter;

    private Ids() {}

    /** A new UUID of version 7 (RFC 9562, section 5.7), greater than all made before by this process. */
    public static synchronized UUID next() {
        var now = System.currentTimeMillis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = RANDOM.nextInt(0x800);
        } else if (++counter > 0xFFF) {
            lastMillis++;
            counter = 0;
        }
        var high = (lastMillis << 16) | 0x7000L | counter;
        var low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** A random public code of six characters, without those that are easily mistaken for others. */
    public static String code() {
        var code = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    /** A secret of 192 random bits, safe in addresses. */
    public static String secret() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
