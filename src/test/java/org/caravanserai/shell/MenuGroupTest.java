package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MenuGroupTest {

    private final MenuGroup astana =
            new MenuGroup("Astana 2027", "Scientists' Meeting, Astana 2027", "8–11 June 2027", "meetings/astana-2027/");

    @Test
    void aPlaceBelongsToTheGroupThatItsPathBeginsWithWhateverItSays() {
        assertThat(astana.has(place("", "meetings/astana-2027/agenda"))).isTrue();
        assertThat(astana.has(place("", "meetings"))).isFalse();
        assertThat(astana.has(place("", "meetings/astana-20271/agenda"))).isFalse();
    }

    @Test
    void aPlaceElsewhereBelongsToTheGroupThatItNames() {
        assertThat(astana.has(place(astana.name(), "reviewing/astana-2027/bids")))
                .isTrue();
        assertThat(astana.has(place("Administration", "admin/mail"))).isFalse();
    }

    private static MenuItem place(String group, String path) {
        return new MenuItem(group, "Place", path, "home", 1);
    }
}
