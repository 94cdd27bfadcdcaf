package org.caravanserai.people;

import org.caravanserai.text.Refusal;

/** An ORCID iD such as {@code 0000-0002-1825-0097}, its check digit (ISO 7064, MOD 11-2) verified. */
public record Orcid(String value) {

    /** @throws Refusal if it is not an ORCID iD; its address form is accepted */
    public Orcid {
        value = value.strip().replaceFirst("^https?://orcid\\.org/", "").toUpperCase(java.util.Locale.ROOT);
        if (!value.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[0-9X]")) {
            throw Refusal.at("orcid", "people.orcid.form");
        }
        if (checkDigit(value) != value.charAt(18)) {
            throw Refusal.at("orcid", "people.orcid.checksum");
        }
    }

    private static char checkDigit(String value) {
        int total = 0;
        for (char c : value.substring(0, 18).toCharArray()) {
            if (c != '-') {
                total = (total + Character.digit(c, 10)) * 2;
            }
        }
        int result = (12 - total % 11) % 11;
        return result == 10 ? 'X' : Character.forDigit(result, 10);
    }
}
