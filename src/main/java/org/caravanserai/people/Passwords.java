package org.caravanserai.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Refusal;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The rules of passwords and their hashing. Argon2id with 19 MiB and two passes, as OWASP advises: it takes passwords of
 * any length, where bcrypt stops at 72 bytes, which are 24 kanji. A password is compared in Unicode NFKC, so that it is
 * the same from every keyboard.
 */
@Component
class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodysHash = encoder.encode(OneTimeSecret.random().value());
    private final Set<String> common = new HashSet<>();

    Passwords() {
        var list = Passwords.class.getResourceAsStream("/people/common-passwords.txt");
        if (list == null) {
            throw new IllegalStateException("the list of common passwords is missing");
        }
        try (var reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> common.add(plain(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hashes a password for keeping.
     *
     * @param personal what belongs to the person and must not be her password, such as her names
     * @throws Refusal if it is too short, too long, common, or the person's own name or address
     */
    String accept(String password, EmailAddress email, String... personal) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Refusal.at("password", "people.password.length", SHORTEST, LONGEST);
        }
        var plain = plain(password);
        if (common.contains(plain) || plain.codePoints().distinct().count() < 3) {
            throw Refusal.at("password", "people.password.common");
        }
        var folded = Folding.fold(password).replace(" ", "");
        var local = email.value().substring(0, email.value().indexOf('@'));
        var own = plain.equals(email.value())
                || plain.equals(local)
                || Arrays.stream(personal)
                        .map(word -> Folding.fold(word).replace(" ", ""))
                        .anyMatch(word -> word.length() > 3 && word.equals(folded));
        if (own) {
            throw Refusal.at("password", "people.password.own");
        }
        return encoder.encode(normal(password));
    }

    /** Whether the password is the one of this hash. An empty hash matches none, and takes as long to say so. */
    boolean matches(String password, String hash) {
        var usable = !hash.isEmpty();
        var bounded = password.length() > 2 * LONGEST ? "" : normal(password);
        return encoder.matches(bounded, usable ? hash : nobodysHash) && usable;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String plain(String password) {
        return normal(password).toLowerCase(Locale.ROOT).strip();
    }
}
