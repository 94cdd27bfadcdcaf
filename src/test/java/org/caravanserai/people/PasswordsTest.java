package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final Passwords PASSWORDS = new Passwords();
    private static final EmailAddress EMAIL = new EmailAddress("aigul.nurlanova@kaznu.kz");

    @ParameterizedTest
    @ValueSource(strings = {"тихая степь вечером", "静かな湖のほとりで歌う", "Sокровище19", "🐫🐪🐫🏜🏔🌊🎋🗻"})
    void aPasswordOfAnyScriptIsTakenAndMatches(String password) {
        var hash = PASSWORDS.accept(password, EMAIL, "Aigul Nurlanova");

        assertThat(hash).startsWith("$argon2id$").doesNotContain(password);
        assertThat(PASSWORDS.matches(password, hash)).isTrue();
        assertThat(PASSWORDS.matches(password + "x", hash)).isFalse();
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        var long128 = "山".repeat(60) + "川".repeat(60) + "海空森谷星月風雨";

        var hash = PASSWORDS.accept(long128, EMAIL);

        assertThat(PASSWORDS.matches(long128, hash)).isTrue();
        assertThat(PASSWORDS.matches(long128.substring(0, 127), hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "seven77, people.password.length",
        "password123, people.password.common",
        "PassWord123, people.password.common",
        "aaaaaaaaaa, people.password.common",
        "aigul.nurlanova@kaznu.kz, people.password.own",
        "AigulNurlanova, people.password.own",
        "Айгуль Нурланова, people.password.own"
    })
    void aWeakPasswordIsRefusedWithItsReason(String password, String key) {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> PASSWORDS.accept(password, EMAIL, "Aigul Nurlanova", "Айгуль Нурланова"));

        assertThat(refusal.key()).isEqualTo(key);
    }

    @Test
    void oneHundredAndTwentyNineCharactersAreTooMany() {
        var refusal = catchThrowableOfType(Refusal.class, () -> PASSWORDS.accept("abc".repeat(43), EMAIL));

        assertThat(refusal.key()).isEqualTo("people.password.length");
    }

    @Test
    void theSamePasswordTypedOnAnotherKeyboardMatches() {
        var composed = "Çağrı dağları";
        var decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);

        assertThat(PASSWORDS.matches(decomposed, PASSWORDS.accept(composed, EMAIL)))
                .isTrue();
    }

    @Test
    void anEmptyHashMatchesNothing() {
        assertThat(PASSWORDS.matches("", "")).isFalse();
        assertThat(PASSWORDS.matches("anything at all", "")).isFalse();
    }
}
