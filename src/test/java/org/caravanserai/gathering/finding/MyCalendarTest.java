package org.caravanserai.gathering.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.LocalWeb;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MyCalendarTest {

    private static final Instant NOON = Instant.parse("2028-06-07T03:00:00Z");

    @Autowired
    Gatherings gatherings;

    @Autowired
    MyCalendar calendar;

    @Autowired
    CalendarReading reading;

    @Autowired
    CalendarEngagements engagements;

    @Autowired
    TestClock clock;

    private final LocalWeb web = LocalWeb.plain();
    private Person sato;

    @BeforeEach
    void somebody() {
        clock.set(Instant.parse("2028-06-05T00:00:00Z"));
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        says("DTSTART:20280607T030000Z\r\nDTEND:20280607T040000Z");
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void whenItIsBusyIsKeptAndNothingElse() {
        give(web.address("/secret.ics"));

        assertThat(engaged())
                .extracting(Engagement::from, Engagement::kind)
                .containsExactly(tuple(NOON, Engagement.Kind.CALENDAR));
        assertThat(own().failure()).isEmpty();
    }

    @Test
    void itIsReadAgainWhenItIsNoLongerFresh() {
        give(web.address("/"));
        says("DTSTART:20280608T030000Z\r\nDTEND:20280608T040000Z");
        refreshed(Duration.ofMinutes(10));
        assertThat(engaged()).extracting(Engagement::from).containsExactly(NOON);

        refreshed(OutsideCalendar.FRESH);

        assertThat(engaged()).extracting(Engagement::from).containsExactly(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void whatWasReadStaysWhenItFailsAndItsOwnerHearsWhy() {
        give(web.address("/"));
        web.answering(asked -> LocalWeb.Given.of(404, ""));

        refreshed(OutsideCalendar.FRESH);

        assertThat(engaged()).hasSize(1);
        var failure = own().failure().orElseThrow();
        assertThat(failure.key()).isEqualTo("finding.calendar.status");
        assertThat(failure.arguments()).containsExactly("404");
        says("DTSTART:20280609T030000Z\r\nDTEND:20280609T040000Z");
        refreshed(OutsideCalendar.FRESH);
        assertThat(own().failure()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedAndTheOneBeforeStays() {
        give(web.address("/"));
        says("DTSTART;TZID=Middle-earth/Shire:20280607T030000\r\nDURATION:PT1H");

        assertThatThrownBy(() -> give(web.address("/other")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems().getFirst().field())
                                .isEqualTo("address"));

        assertThat(own().address()).isEqualTo(web.address("/"));
        assertThat(engaged()).hasSize(1);
    }

    @Test
    void theInnerNetworkIsNeverAsked() {
        assertThatThrownBy(() -> give("https://192.168.0.1/calendar.ics")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> give("file:///etc/passwd")).isInstanceOf(Refusal.class);
    }

    @Test
    void aCalendarThatIsForgottenLeavesNothing() {
        give(web.address("/"));

        Acting.as(sato.id(), calendar::remove);

        assertThat(engaged()).isEmpty();
        assertThat(Acting.as(sato.id(), calendar::read)).isEmpty();
    }

    private void says(String event) {
        web.answering(asked -> LocalWeb.Given.of(
                200,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:a\r\n" + event
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    private void give(String address) {
        Acting.as(sato.id(), () -> calendar.give(address));
    }

    private void refreshed(Duration later) {
        clock.advance(later.plusSeconds(1));
        Actor.asSystem(() -> {
            reading.refresh();
        });
    }

    private MyCalendar.Own own() {
        return Acting.as(sato.id(), calendar::read).orElseThrow();
    }

    private List<Engagement> engaged() {
        return engagements.of(List.of(sato.id()), NOON.minus(Duration.ofDays(3)), NOON.plus(Duration.ofDays(9)));
    }
}
