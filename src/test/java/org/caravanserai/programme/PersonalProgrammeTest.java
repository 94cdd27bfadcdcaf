package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caravanserai.programme.SampleProgramme.NINE;
import static org.caravanserai.programme.SampleProgramme.session;

import java.time.Instant;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.junit.jupiter.api.Test;

/** What people choose of a programme, and what is on at a moment. */
class PersonalProgrammeTest {

    private final RoomPart hall = SampleProgramme.room("Hall");
    private final RoomPart attic = SampleProgramme.room("Attic");

    private final Programme programme = SampleProgramme.of(
            List.of(hall, attic),
            List.of(
                    session("FIRST", hall, 0, 60),
                    session("AFTER", hall, 60, 60),
                    session("BESIDE", attic, 30, 60),
                    SampleProgramme.calledOff("OFF", attic, 0, 120),
                    session("LUNCH", null, 120, 60),
                    session("LATE", hall, 24 * 60, 60)));

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
}
