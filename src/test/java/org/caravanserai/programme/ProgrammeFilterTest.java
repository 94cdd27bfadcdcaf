package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.junit.jupiter.api.Test;

class ProgrammeFilterTest {

    private final Programme programme = new Programme(new PublishedAgenda(
            new MeetingId(new UUID(0, 1)),
            1,
            Instant.parse("2027-01-01T00:00:00Z"),
            PublishedMeetings.tokyo("filters")));

    @Test
    void withoutFiltersAllIsFound() {
        assertThat(found(ProgrammeFilter.NONE)).containsExactly("WATER2", "EVIL22");
    }

    @Test
    void aFilterByCountryFindsWhereSomeoneOfThatCountryTakesPart() {
        assertThat(found(ProgrammeFilter.NONE.with(Facet.COUNTRY, "UZ"))).containsExactly("EVIL22");
    }

    @Test
    void filtersCombine() {
        var japanese = ProgrammeFilter.NONE.with(Facet.COUNTRY, "JP").with(Facet.TOPIC, "aral-sea");

        assertThat(found(japanese)).containsExactly("WATER2");
        assertThat(found(japanese.saying("water"))).containsExactly("WATER2");
        assertThat(found(japanese.saying("glacier"))).isEmpty();
        assertThat(found(japanese.on(LocalDate.of(2027, 6, 9)))).isEmpty();
    }

    @Test
    void eachFilterCanBeTakenOffByItself() {
        var narrow = ProgrammeFilter.NONE.with(Facet.COUNTRY, "UZ").with(Facet.LANGUAGE, "en");

        assertThat(narrow.without(Facet.COUNTRY)).isEqualTo(ProgrammeFilter.NONE.with(Facet.LANGUAGE, "en"));
        assertThat(narrow.without(Facet.COUNTRY).without(Facet.LANGUAGE).narrows())
                .isFalse();
    }

    @Test
    void aValueIsCountedAsItWouldBeFound() {
        var uzbek = ProgrammeFilter.NONE.with(Facet.COUNTRY, "UZ");

        assertThat(programme.count(uzbek, Facet.COUNTRY)).isEqualTo(Map.of("JP", 1, "UZ", 1));
        assertThat(programme.count(uzbek, Facet.TYPE)).isEqualTo(Map.of("PANEL", 1));
        assertThat(programme.count(ProgrammeFilter.NONE, Facet.TYPE)).isEqualTo(Map.of("PANEL", 2));
    }

    @Test
    void aRoomStandsInAddressesByItsNameAndIsFoundByItsKeyToo() {
        var room = programme.agenda().rooms().getFirst();

        assertThat(programme.address(room)).isEqualTo("yasuda-hall");
        assertThat(programme.room("yasuda-hall")).contains(room);
        assertThat(programme.room(room.key().toString())).contains(room);
        assertThat(found(ProgrammeFilter.NONE.with(Facet.ROOM, "yasuda-hall"))).hasSize(2);
    }

    private java.util.List<String> found(ProgrammeFilter filter) {
        return programme.find(filter).stream().map(SessionPart::code).toList();
    }
}
