package org.caravanserai.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes identifiers, public codes and secrets. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static long lastMillis;
    private static int counter;

    private static final int HALF = 0x7FFF;
    private static final int[] ROUND_KEYS = RANDOM.ints(6).toArray();
    private static final AtomicInteger CODES = new AtomicInteger(RANDOM.nextInt());

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

    /**
     * A public code of six characters, without those that are easily mistaken for others. Codes look random, but this
     * process makes none twice before it has made 2³⁰: thousands are made in one import, where six random letters would
     * meet one another. A counter is shuffled by a Feistel network (Luby and Rackoff, 1988) whose keys are new with
     * each process, so that a code tells nothing of how many were made before it.
     */
    public static String code() {
        var number = CODES.getAndIncrement();
        int left = (number >>> 15) & HALF;
        int right = number & HALF;
        for (int key : ROUND_KEYS) {
            int mixed = (right ^ key) * 0x9E3779B1;
            mixed = (mixed ^ (mixed >>> 15) ^ key) * 0x85EBCA6B;
            int next = left ^ ((mixed >>> 16) & HALF);
            left = right;
            right = next;
        }
        var code = new StringBuilder(6);
        for (int bits = left << 15 | right, i = 0; i < 6; i++, bits >>>= 5) {
            code.append(CODE_LETTERS.charAt(bits & 31));
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
