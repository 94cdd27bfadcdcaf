package org.caravanserai.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.caravanserai.people.OneTimeSecret;

/**
 * A token as a program sends it: a prefix by which those who look for lost secrets know it, 192 random bits, and a checksum,
 * so that what was never a token is told from one that no longer works without asking the database.
 */
final class TokenText {

    static final String PREFIX = "cvsr_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([A-Za-z0-9_-]{32})([0-9a-f]{8})");

    private TokenText() {}

    /** The text of a secret. */
    static String of(OneTimeSecret secret) {
        return PREFIX + secret.value() + checksum(secret.value());
    }

    /** The secret in a text; empty if it is no token. */
    static Optional<OneTimeSecret> read(String text) {
        var match = FORM.matcher(text);
        return match.matches() && checksum(match.group(1)).equals(match.group(2))
                ? Optional.of(new OneTimeSecret(match.group(1)))
                : Optional.empty();
    }

    private static String checksum(String secret) {
        var crc = new CRC32();
        crc.update(secret.getBytes(StandardCharsets.US_ASCII));
        return String.format("%08x", crc.getValue());
    }
}
