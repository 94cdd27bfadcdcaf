package org.caravanserai.gathering.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.finding.TimeSearch.Wanted;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TimeSearchTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2028, 6, 5);

    @Autowired
    Gatherings gatherings;

    @Autowired
    TimeSearch search;

    @Autowired
    MyHours hours;

    @Autowired
    Appointments appointments;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;

    @BeforeEach
    void twoPeople() {
        clock.set(Instant.parse("2028-06-01T00:00:00Z"));
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
    }

    @Test
    void theFirstTimeIsWithinTheWorkingHoursOfAll() {
        var best = search(List.of(sato.id(), aigerim.id())).best().getFirst().time();

        assertThat(best.start()).isEqualTo(Instant.parse("2028-06-05T05:00:00Z"));
        assertThat(best.suits().values()).containsOnly(Suitability.WORKING);
    }

    @Test
    void hoursThatSomebodyWroteDownCountInsteadOfTheUsualOnes() {
        Acting.as(
                aigerim.id(),
                () -> hours.keep(
                        0,
                        new Hours(Map.of(DayOfWeek.WEDNESDAY, DaySpan.hours(6, 12)), List.of(), DaySpan.hours(6, 12))));

        var best = search(List.of(sato.id(), aigerim.id())).best().getFirst().time();

        assertThat(best.start()).isEqualTo(Instant.parse("2028-06-07T01:00:00Z"));
        Acting.as(aigerim.id(), hours::forget);
        assertThat(Acting.as(aigerim.id(), hours::read).written()).isFalse();
    }

    @Test
    void anOlderWindowDoesNotOverwriteHours() {
        var before = Acting.as(sato.id(), hours::read);
        Acting.as(sato.id(), () -> hours.keep(before.version(), Hours.usual("JP")));
        Acting.as(sato.id(), () -> hours.keep(0, Hours.usual("KZ")));

        assertThatThrownBy(() -> Acting.as(sato.id(), () -> hours.keep(0, Hours.usual("TJ"))))
                .isInstanceOf(org.springframework.dao.OptimisticLockingFailureException.class);
    }

    @Test
    void whoHasAnAppointmentIsNotFreeThen() {
        var start = Instant.parse("2028-06-05T05:00:00Z");
        Acting.as(
                aigerim.id(),
                () -> appointments.agree(
                        gatherings.content("Dust", start, List.of(Invitee.agreed(sato.id()))), aigerim.id()));

        var best = search(List.of(sato.id(), aigerim.id())).best().getFirst().time();

        assertThat(best.start()).isAfterOrEqualTo(start.plus(Duration.ofHours(1)));
        assertThat(best.suits().values()).containsOnly(Suitability.WORKING);
    }

    @Test
    void theLastMeetingsOfTheGroupAreRememberedForWhoBelongsToIt() {
        var night = Instant.parse("2028-05-30T17:00:00Z");
        Acting.as(
                aigerim.id(),
                () -> appointments.agree(
                        gatherings.content("Salt", night, List.of(Invitee.agreed(sato.id()))), aigerim.id()));

        assertThat(search(List.of(sato.id(), aigerim.id())).remembered()).isEqualTo(1);
        var third = gatherings.person("Dilnoza", "Asia/Tashkent");
        assertThat(search(List.of(sato.id(), aigerim.id(), third.id())).remembered())
                .isZero();
        assertThat(Acting.as(third.id(), () -> search.search(wanted(List.of(sato.id(), aigerim.id()), MONDAY)))
                        .remembered())
                .isZero();
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnybodysCalendarIsRead() {
        refused(
                new Wanted(
                        List.of(sato.id()),
                        List.of(),
                        List.of(),
                        Duration.ofHours(1),
                        MONDAY,
                        MONDAY.plusDays(100),
                        TOKYO,
                        Optional.empty()),
                "finding.window.long");
        refused(
                new Wanted(
                        List.of(), List.of(), List.of(), Duration.ofHours(1), MONDAY, MONDAY, TOKYO, Optional.empty()),
                "finding.people.none");
        refused(wanted(List.of(sato.id()), LocalDate.of(2028, 5, 1), LocalDate.of(2028, 5, 2)), "finding.window.short");
    }

    @Test
    void forManyPeopleItTakesAsManyStatementsAsForTwo() {
        var many = new ArrayList<PersonId>();
        for (int i = 0; i < 20; i++) {
            many.add(gatherings
                    .person("Person", i % 2 == 0 ? "Asia/Tokyo" : "Asia/Bishkek")
                    .id());
        }
        search(many);

        var few = SqlCounter.count(() -> search(many.subList(0, 2)));
        var all = SqlCounter.count(() -> search(many));

        assertThat(all).isEqualTo(few);
    }

    private void refused(Wanted wanted, String key) {
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> search.search(wanted)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private TimeSearch.Answer search(List<PersonId> people) {
        return Acting.as(sato.id(), () -> search.search(wanted(people, MONDAY)));
    }

    private static Wanted wanted(List<PersonId> people, LocalDate first) {
        return wanted(people, first, first.plusDays(4));
    }

    private static Wanted wanted(List<PersonId> people, LocalDate first, LocalDate last) {
        return new Wanted(people, List.of(), List.of(), Duration.ofHours(1), first, last, TOKYO, Optional.empty());
    }
}
