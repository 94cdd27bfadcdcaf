package org.caravanserai.gathering.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentAnswers;
import org.caravanserai.gathering.AppointmentDrafting;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.Itip;
import org.caravanserai.gathering.OccurrenceChanging;
import org.caravanserai.gathering.Recurrence;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Person;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The address to which a person's own calendar application subscribes. */
@IntegrationTest
class OwnCalendarTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentAnswers answers;

    @Autowired
    OccurrenceChanging changing;

    @Autowired
    AppointmentDrafting drafting;

    @Autowired
    OwnCalendar calendar;

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;
    private OneTimeSecret secret;

    @BeforeEach
    void aigerimSubscribes() {
        clock.set(Instant.parse("2028-06-05T00:00:00Z"));
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        secret = Acting.as(aigerim.id(), () -> calendar.make());
    }

    @Test
    void anAppointmentIsTentativeThenSureThenCancelledUnderOneName() throws Exception {
        var id = gatherings.proposed(sato, aigerim);
        var seen = new ArrayList<String>();
        seen.add(told());
        Acting.as(aigerim.id(), () -> answers.answer(id, Answer.YES, ""));
        seen.add(told());
        Acting.as(sato.id(), () -> appointments.cancel(id));
        seen.add(told());

        assertThat(seen).containsExactly("TENTATIVE 0", "CONFIRMED 0", "CANCELLED 1");
        assertThat(events().getFirst().getRequiredProperty(Property.DESCRIPTION).getValue())
                .contains("SATO Junichi");
        clock.set(clock.instant().plus(OwnCalendar.KEPT).plusSeconds(60));
        assertThat(events()).isEmpty();
    }

    @Test
    void whatSheSaidNoToAndDraftsAreNotInIt() throws Exception {
        var id = gatherings.proposed(sato, aigerim);
        Acting.as(aigerim.id(), () -> answers.answer(id, Answer.NO, ""));
        Acting.as(aigerim.id(), () -> drafting.begin(ALMATY, Language.EN));

        assertThat(events()).isEmpty();
    }

    @Test
    void whatRepeatsIsARuleWithWhatWasMovedAndWhatWasCancelled() throws Exception {
        var first = Instant.parse("2028-06-13T09:00:00Z");
        var id = Acting.as(sato.id(), () -> {
            var draft = drafting.begin(ALMATY, Language.EN);
            drafting.add(draft, aigerim.id(), true);
            drafting.write(
                    draft,
                    gatherings.content("Working group", first, List.of()),
                    Optional.of(new Recurrence(2, Set.of(DayOfWeek.TUESDAY), new Recurrence.After(4))));
            appointments.propose(draft);
            return draft;
        });
        var day = first.atZone(ALMATY).toLocalDate();
        Acting.as(sato.id(), () -> {
            changing.move(
                    id,
                    day.plusWeeks(2),
                    new AppointmentTime(first.plus(Duration.ofDays(15)), Duration.ofMinutes(30), ALMATY));
            changing.cancel(id, day.plusWeeks(4));
        });

        var events = events();

        assertThat(events).hasSize(2);
        assertThat(events.getFirst().getRequiredProperty(Property.RRULE).getValue())
                .contains("INTERVAL=2");
        assertThat(events.getFirst().getRequiredProperty(Property.EXDATE).getValue())
                .startsWith("20280711T");
        assertThat(events.getLast().getRequiredProperty(Property.RECURRENCE_ID).getValue())
                .startsWith("20280627T");
        assertThat(events.getLast().getRequiredProperty(Property.DTSTART).getValue())
                .startsWith("20280628T");
    }

    @Test
    void unchangedItIsTheSameBytesAndSentOnce() throws Exception {
        var mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        gatherings.proposed(sato, aigerim);
        var path = "/calendar/" + secret.value() + ".ics";
        var first = mvc.perform(get(path)).andReturn().getResponse();
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        var later = mvc.perform(get(path)).andReturn().getResponse();
        var tag = Objects.requireNonNull(first.getHeader("ETag"));
        var again =
                mvc.perform(get(path).header("If-None-Match", tag)).andReturn().getResponse();

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getContentType()).startsWith("text/calendar");
        assertThat(first.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(later.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(first.getContentAsString(StandardCharsets.UTF_8))
                .contains("BEGIN:VTIMEZONE")
                .doesNotContain(
                        gatherings.addressOf(sato).value(),
                        gatherings.addressOf(aigerim).value());
        Acting.as(aigerim.id(), () -> calendar.revoke());
        assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void aNewAddressEndsTheOldOneAndAnEmptyCalendarIsOne() throws Exception {
        assertThat(events()).isEmpty();
        var next = Acting.as(aigerim.id(), () -> calendar.make());

        assertThat(calendar.read(secret)).isEmpty();
        assertThat(calendar.read(next)).isPresent();
        assertThat(calendar.read(new OneTimeSecret("nobody's"))).isEmpty();
    }

    @Test
    void itTakesAsManyStatementsForManyAppointmentsAsForOne() {
        gatherings.proposed(sato, aigerim);
        calendar.read(secret);
        var one = SqlCounter.count(() -> calendar.read(secret));
        for (int i = 0; i < 12; i++) {
            gatherings.proposed(sato, aigerim);
        }

        assertThat(SqlCounter.count(() -> calendar.read(secret))).isEqualTo(one);
    }

    private String told() throws Exception {
        var event = events().getFirst();
        return event.getRequiredProperty(Property.STATUS).getValue() + " "
                + event.getRequiredProperty(Property.SEQUENCE).getValue();
    }

    private List<VEvent> events() throws Exception {
        return Itip.plain(calendar.read(secret).orElseThrow()).getComponents("VEVENT");
    }
}
