package org.caravanserai.people;

import java.util.Locale;
import org.caravanserai.text.Refusal;

/**
 * An identifier of the Research Organization Registry such as {@code 057zh3y96}, its two check digits (ISO/IEC 7064, MOD
 * 97-10, over a number in Crockford's base 32) verified.
 */
public record Ror(String value) {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    /** @throws Refusal if it is not a ROR id; its address form is accepted */
    public Ror {
        value = value.strip().toLowerCase(Locale.ROOT).replaceFirst("^(?:https?://)?ror\\.org/", "");
        if (!value.matches("0[" + DIGITS + "]{6}[0-9]{2}")
                || checkDigits(value) != Integer.parseInt(value.substring(7))) {
            throw Refusal.at("ror", "institution.ror.form");
        }
    }

    /** The address that identifies the institution everywhere. */
    public String address() {
        return "https://ror.org/" + value;
    }

    private static int checkDigits(String value) {
        long number = 0;
        for (char c : value.substring(1, 7).toCharArray()) {
            number = number * 32 + DIGITS.indexOf(c);
        }
        return (int) (98 - (number * 100) % 97);
    }
}
