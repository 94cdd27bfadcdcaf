package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "0000-0002-1825-0097, 0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1694-233x, 0000-0002-1694-233X",
        "' 0000-0001-5109-3700 ', 0000-0001-5109-3700"
    })
    void anOrcidIsTakenAsDigitsOrAsAnAddress(String typed, String value) {
        assertThat(new Orcid(typed).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-0002-1825-0098", "0000-0002-1852-0097", "0000-0002-1825-009X"})
    void anOrcidWithASlipIsRefusedByItsCheckDigit(String typed) {
        assertThat(catchThrowableOfType(Refusal.class, () -> new Orcid(typed)).key())
                .isEqualTo("people.orcid.checksum");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000000218250097",
                "0000-0002-1825",
                "００００-0002-1825-0097",
                "https://evil.org/0000-0002-1825-0097"
            })
    void whatHasNotTheFormOfAnOrcidIsRefused(String typed) {
        assertThat(catchThrowableOfType(Refusal.class, () -> new Orcid(typed)).key())
                .isEqualTo("people.orcid.form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"057zh3y96", "https://ror.org/057zh3y96", "ror.org/057ZH3Y96", " 057zh3y96 "})
    void aRorIsTakenAsLettersOrAsAnAddress(String typed) {
        assertThat(new Ror(typed).value()).isEqualTo("057zh3y96");
        assertThat(new Ror(typed).address()).isEqualTo("https://ror.org/057zh3y96");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "057zh3y97",
                "057zh3y69",
                "157zh3y96",
                "057zh3i96",
                "057zh3y961",
                "https://example.org/057zh3y96"
            })
    void aRorWithASlipIsRefused(String typed) {
        assertThat(catchThrowableOfType(Refusal.class, () -> new Ror(typed)).key())
                .isEqualTo("institution.ror.form");
    }

    @Test
    void everyShippedInstitutionHasARightIdentifierAnEnglishNameAndACountryOfTheSix() {
        var entries = new ShippedInstitutions().all();

        assertThat(entries).hasSizeGreaterThan(120);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.name().exactly(org.caravanserai.text.Language.EN)).isNotEmpty();
            assertThat(Countries.MEETING).contains(entry.country());
        });
    }
}
