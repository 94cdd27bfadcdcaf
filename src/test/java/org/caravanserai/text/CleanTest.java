package org.caravanserai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B", "\u200B \u2060\u00A0", "\uFEFF", "\u3164\u3164", "\u202E\u202C", "\0\u0007", "\u2800"})
    void whatCannotBeSeenIsEmpty(String typed) {
        assertThat(Clean.line(typed)).isEmpty();
        assertThat(Clean.lines(typed)).isEmpty();
    }

    @Test
    void joinersWithinWordsStayBecauseLettersAndEmojiNeedThem() {
        assertThat(Clean.line("👩🏽‍🔬 می‌خواهم")).isEqualTo("👩🏽‍🔬 می‌خواهم");
    }

    @Test
    void aCutNeverEndsWithinACharacter() {
        assertThat(Clean.cut("salt🧂", 5)).isEqualTo("salt");
        assertThat(Clean.cut("salt🧂", 6)).isEqualTo("salt🧂");
        assertThat(Clean.cut("salt", 2)).isEqualTo("sa");
    }

    @Test
    void aLineHoldsNoLineAndNoDirection() {
        assertThat(Clean.line("a\r\nBcc: b\u2028c\u202Ed")).isEqualTo("a Bcc: b c d");
        assertThat(Clean.lines("a\r\nb\u0000\u202Ec\td")).isEqualTo("a\nbc\td");
    }
}
