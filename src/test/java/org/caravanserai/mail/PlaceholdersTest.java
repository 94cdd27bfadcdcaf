package org.caravanserai.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void whatIsFilledInIsNeverLookedAtAgain() {
        assertThat(Placeholders.fill(
                        "Dear {name}: {title}",
                        Map.of(
                                "name",
                                "{note}",
                                "title",
                                "$1 \\ ${jndi:x} #{T(java.lang.Runtime)} {name}",
                                "note",
                                "secret")))
                .isEqualTo("Dear {note}: $1 \\ ${jndi:x} #{T(java.lang.Runtime)} {name}");
    }

    @Test
    void anUnknownPlaceholderStaysAsItWasWritten() {
        assertThat(Placeholders.fill("{password} {0} {Name}", Map.of("name", "x")))
                .isEqualTo("{password} {0} {Name}");
    }

    @Test
    void anEmptyNoteLeavesNoHole() {
        assertThat(Placeholders.fill("One\n\n{note}\n\nTwo", Map.of("note", "")))
                .isEqualTo("One\n\nTwo");
        assertThat(Placeholders.fill("One\n\n{note}", Map.of("note", ""))).isEqualTo("One");
    }
}
