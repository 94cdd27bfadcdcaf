package org.caravanserai.gathering.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.gathering.finding.Stretch;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;

class SlotPlanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Saturday; the clocks of Berlin change in the night to Sunday. */
    private static final Instant NOW = Instant.parse("2027-03-27T08:00:00Z");

    @Test
    void slotsFollowEachOtherWithTheirPause() {
        assertThat(open(rules(30, 15, 9, "9:00–11:00"), List.of(), List.of(), Set.of()))
                .extracting(Slot::start)
                .containsExactly(at("2027-03-29T07:00:00Z"), at("2027-03-29T07:45:00Z"), at("2027-03-29T08:30:00Z"));
    }

    @Test
    void theHoursAreOnTheOwnersClocksBeforeAndAfterTheyChange() {
        var rules = new BookingRules(
                true,
                "",
                "",
                60,
                0,
                9,
                0,
                1,
                false,
                List.of(),
                Map.of(),
                Map.of(
                        LocalDate.of(2027, 3, 27), DaySpans.read("18–19"),
                        LocalDate.of(2027, 3, 28), DaySpans.read("1–4, 18–19")));

        // Between two and three there is no clock to book by.
        assertThat(open(rules, List.of(), List.of(), Set.of()))
                .extracting(Slot::start)
                .containsExactly(
                        at("2027-03-27T17:00:00Z"),
                        at("2027-03-28T00:00:00Z"),
                        at("2027-03-28T01:00:00Z"),
                        at("2027-03-28T16:00:00Z"));
    }

    @Test
    void whatIsTakenOrEngagedOrTooSoonIsNotOpen() {
        var rules = rules(60, 0, 9, "9–13");

        assertThat(open(
                        rules,
                        List.of(Stretch.firm(at("2027-03-29T08:15:00Z"), at("2027-03-29T08:30:00Z"))),
                        List.of(new Slot(at("2027-03-29T10:00:00Z"), at("2027-03-29T11:00:00Z"))),
                        Set.of()))
                .extracting(Slot::start)
                .containsExactly(at("2027-03-29T07:00:00Z"), at("2027-03-29T09:00:00Z"));
        var late = new SlotPlan(rules(60, 0, 9, "9–13", 24), BERLIN, Set.of(), List.of(), List.of())
                .open(at("2027-03-28T08:30:00Z"));
        assertThat(late).extracting(Slot::start).first().isEqualTo(at("2027-03-29T09:00:00Z"));
    }

    @Test
    void thePauseIsKeptBesideWhateverElseSheDoes() {
        assertThat(open(
                        rules(30, 30, 9, "9–12"),
                        List.of(Stretch.firm(at("2027-03-29T07:45:00Z"), at("2027-03-29T08:00:00Z"))),
                        List.of(),
                        Set.of()))
                .extracting(Slot::start)
                .containsExactly(at("2027-03-29T09:00:00Z"));
    }

    @Test
    void whatSheWouldOnlyRatherNotMissKeepsNoSlot() {
        assertThat(open(
                        rules(60, 0, 9, "9–10"),
                        List.of(new Stretch(at("2027-03-29T07:00:00Z"), at("2027-03-29T08:00:00Z"), false)),
                        List.of(),
                        Set.of()))
                .hasSize(1);
    }

    @Test
    void aDayGivesNoMoreSlotsThanItsLimit() {
        var taken = List.of(new Slot(at("2027-03-29T07:00:00Z"), at("2027-03-29T08:00:00Z")));

        assertThat(open(rules(60, 0, 1, "9–13"), List.of(), taken, Set.of())).isEmpty();
        assertThat(open(rules(60, 0, 2, "9–13"), List.of(), taken, Set.of())).hasSize(3);
    }

    @Test
    void onAHolidayOnlyADayThatWasNamedCounts() {
        var monday = LocalDate.of(2027, 3, 29);
        var rules = rules(60, 0, 9, "9–11");
        var named = new BookingRules(
                true, "", "", 60, 0, 9, 0, 3, false, List.of(), rules.week(), Map.of(monday, DaySpans.read("15–16")));

        assertThat(open(rules, List.of(), List.of(), Set.of(monday))).isEmpty();
        assertThat(open(named, List.of(), List.of(), Set.of(monday))).hasSize(1);
    }

    @Test
    void rulesAreReadAsTheyWereWritten() {
        var rules = new BookingRules(
                true,
                "",
                "",
                30,
                10,
                3,
                12,
                20,
                true,
                List.of("Why?"),
                Map.of(DayOfWeek.TUESDAY, DaySpans.read("9–10, 14:30–16"), DayOfWeek.SUNDAY, DaySpans.read("20–24")),
                Map.of(LocalDate.of(2027, 4, 1), List.of(), LocalDate.of(2027, 4, 2), DaySpans.read("8–9")));

        assertThat(BookingRules.parseWeek(rules.weekText())).isEqualTo(rules.week());
        assertThat(BookingRules.parseDays(rules.daysText())).isEqualTo(rules.days());
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsField() {
        assertThatThrownBy(() -> new BookingRules(
                        true,
                        "",
                        "",
                        0,
                        -1,
                        0,
                        0,
                        1,
                        false,
                        List.of(),
                        Map.of(DayOfWeek.MONDAY, List.of(DaySpan.hours(9, 11), DaySpan.hours(10, 12))),
                        Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::field)
                                .containsExactly("minutes", "pause", "dayLimit", "week"));
    }

    private static List<Slot> open(
            BookingRules rules, List<Stretch> engaged, List<Slot> taken, Set<LocalDate> holidays) {
        return new SlotPlan(rules, BERLIN, holidays, engaged, taken).open(NOW);
    }

    private static BookingRules rules(int minutes, int pause, int dayLimit, String monday) {
        return rules(minutes, pause, dayLimit, monday, 0);
    }

    private static BookingRules rules(int minutes, int pause, int dayLimit, String monday, int notice) {
        return new BookingRules(
                true,
                "",
                "",
                minutes,
                pause,
                dayLimit,
                notice,
                3,
                false,
                List.of(),
                Map.of(DayOfWeek.MONDAY, DaySpans.read(monday)),
                Map.of());
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
