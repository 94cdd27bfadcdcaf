package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people choose of a programme, and what is on at a moment. */
class PersonalProgrammeTest {

    private static final Instant NINE = Instant.parse("2027-06-08T00:00:00Z");

    private final RoomPart hall =
            new RoomPart(UUID.randomUUID(), LocalizedText.english("Hall"), LocalizedText.EMPTY, 0);
    private final RoomPart attic =
            new RoomPart(UUID.randomUUID(), LocalizedText.english("Attic"), LocalizedText.EMPTY, 0);

    private final Programme programme = new Programme(new PublishedAgenda(
            new MeetingId(new UUID(0, 1)),
            1,
            NINE,
            new AgendaSnapshot(
                    PublishedMeetings.tokyo("own").meeting(),
                    List.of(hall, attic),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(
                            session("FIRST", hall, 0, 60, false),
                            session("AFTER", hall, 60, 60, false),
                            session("BESIDE", attic, 30, 60, false),
                            session("OFF", attic, 0, 120, true),
                            session("LUNCH", null, 120, 60, false),
                            session("LATE", hall, 24 * 60, 60, false)))));

    @Test
    void chosenSessionsStandByDayInTheirOrder() {
        var mine = PersonalProgramme.of(programme, List.of("late", "AFTER", "FIRST", "GONE"));

        assertThat(mine.days())
                .extracting(
                        d -> d.sessions().stream().map(c -> c.session().code()).toList())
                .containsExactly(List.of("FIRST", "AFTER"), List.of("LATE"));
        assertThat(mine.count()).isEqualTo(3);
    }

    @Test
    void whatBeginsAsAnotherEndsDoesNotOverlapIt() {
        var mine = PersonalProgramme.of(programme, List.of("FIRST", "AFTER"));

        assertThat(overlaps(mine, "FIRST")).isEmpty();
        assertThat(overlaps(mine, "AFTER")).isEmpty();
    }

    @Test
    void eachOfTwoAtTheSameTimeNamesTheOther() {
        var mine = PersonalProgramme.of(programme, List.of("FIRST", "BESIDE", "AFTER"));

        assertThat(overlaps(mine, "FIRST")).containsExactly("BESIDE");
        assertThat(overlaps(mine, "BESIDE")).containsExactly("FIRST", "AFTER");
    }

    @Test
    void whatIsCancelledTakesNobodysTime() {
        var mine = PersonalProgramme.of(programme, List.of("FIRST", "OFF"));

        assertThat(overlaps(mine, "FIRST")).isEmpty();
        assertThat(overlaps(mine, "OFF")).isEmpty();
    }

    @Test
    void aSessionIsOnFromItsFirstInstantUntilItsEnd() {
        assertThat(on(NINE.minusSeconds(1), hall)).isEqualTo(" > FIRST");
        assertThat(on(NINE, hall)).isEqualTo("FIRST > AFTER");
        assertThat(on(NINE.plusSeconds(3599), hall)).isEqualTo("FIRST > AFTER");
        assertThat(on(NINE.plusSeconds(3600), hall)).isEqualTo("AFTER > LATE");
    }

    @Test
    void whatIsCancelledIsNeitherOnNorNext() {
        assertThat(on(NINE, attic)).isEqualTo(" > BESIDE");
        assertThat(on(NINE.plusSeconds(91 * 60), attic)).isEqualTo(" > ");
    }

    @Test
    void aBreakIsOnEverywhereAndRoomsWithoutMoreAreLeftOut() {
        var lunch = NowAndNext.at(programme, NINE.plusSeconds(121 * 60));

        assertThat(lunch.everywhere()).extracting(SessionPart::code).containsExactly("LUNCH");
        assertThat(lunch.rooms()).extracting(NowAndNext.InRoom::room).containsExactly(hall);
    }

    private String on(Instant instant, RoomPart room) {
        var in = NowAndNext.in(programme, room, instant);
        return String.join(",", in.now().stream().map(SessionPart::code).toList()) + " > "
                + in.next().map(SessionPart::code).orElse("");
    }

    private static List<String> overlaps(PersonalProgramme mine, String code) {
        return mine.days().stream()
                .flatMap(d -> d.sessions().stream())
                .filter(c -> c.session().code().equals(code))
                .flatMap(c -> c.overlaps().stream())
                .map(SessionPart::code)
                .toList();
    }

    private static SessionPart session(
            String code, @Nullable RoomPart room, int after, int minutes, boolean cancelled) {
        return new SessionPart(
                UUID.randomUUID(),
                code,
                UUID.randomUUID(),
                LocalizedText.english(code),
                LocalizedText.EMPTY,
                List.of(),
                room == null ? null : room.key(),
                NINE.plusSeconds(after * 60L),
                minutes,
                "en",
                "en",
                cancelled,
                List.of(),
                List.of());
    }
}
