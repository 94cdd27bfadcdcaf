package org.caravanserai.people;

import java.security.SecureRandom;
import java.util.Base64;
import org.caravanserai.text.Sha256;

/**
 * A secret of 192 random bits, sent by mail, kept in a cookie or part of an address. Only its {@link #hash()} is stored; a plain SHA-256 will
 * do, as so many random bits cannot be guessed. It never reaches a log.
 */
public record OneTimeSecret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret, in characters that need no escaping in an address. */
    public static OneTimeSecret random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new OneTimeSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored of it. */
    public String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "secret";
    }
}
