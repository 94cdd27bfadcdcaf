package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import org.caravanserai.gathering.poll.Polling;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What calendars answer counts whole or not at all, and whoever is not heard is told so. */
@IntegrationTest
class CalendarAnswersTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentFiles files;

    @Autowired
    StoredAppointments stored;

    @Autowired
    Participants participants;

    @Autowired
    ReplyTaking replies;

    @Autowired
    Polling mails;

    @Autowired
    TestClock clock;

    private Person sato;
    private EmailAddress guest;
    private AppointmentId id;

    @BeforeEach
    void anAppointmentWithAGuest() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        guest = mails.address();
        id = Acting.as(
                sato.id(),
                () -> appointments.propose(gatherings.content(
                        "Salt",
                        clock.instant().plus(Duration.ofDays(7)),
                        List.of(new Invitee.ByMail("Guest", guest, Language.EN, true, Answer.OPEN)))));
    }

    @ParameterizedTest
    @EnumSource(SentCalendars.class)
    void whatCommonCalendarsSendCounts(SentCalendars calendar) {
        assertThat(take(calendar.reply(uid(), guest.value(), "TENTATIVE", 0))).isTrue();
        assertThat(part().answer()).isEqualTo(Answer.TENTATIVE);

        assertThat(take(calendar.counter(uid(), guest.value(), 0))).isTrue();
        assertThat(part().counter(ZoneId.of("UTC")).orElseThrow().start())
                .isEqualTo(java.time.Instant.parse("2030-06-08T09:00:00Z"));
        assertThat(mails.mails(guest)).as("the invitation alone").isEqualTo(1);
    }

    @Test
    void anAnswerThatBreaksTheRulesChangesNothingAndItsSenderIsToldAFewTimes() {
        var broken = SentCalendars.GOOGLE
                .reply(uid(), guest.value(), "ACCEPTED", 0)
                .replace("DTSTAMP:20270101T000000Z", "X-NOTHING:");
        for (int i = 0; i < 5; i++) {
            assertThat(take(broken)).isFalse();
        }

        assertThat(part().answer()).isEqualTo(Answer.OPEN);
        assertThat(part().answeredAt()).isEmpty();
        assertThat(mails.mails(guest))
                .as("the invitation, and three times a day")
                .isEqualTo(4);
        assertThat(mails.lastText(guest)).contains("cannot be read for sure");
    }

    @Test
    void anAnswerToWhatHasChangedSinceDoesNotCountAndSaysSo() {
        assertThat(take(SentCalendars.APPLE.reply(uid(), guest.value(), "ACCEPTED", 7)))
                .isFalse();

        assertThat(part().answer()).isEqualTo(Answer.OPEN);
        assertThat(mails.lastText(guest)).contains("has been changed since");
    }

    @Test
    void anotherTimeThatIsPastIsRefusedWhole() {
        var past = SentCalendars.GOOGLE.counter(uid(), guest.value(), 0).replace("20300608", "20200608");

        assertThat(take(past)).isFalse();

        assertThat(part().answer()).isEqualTo(Answer.OPEN);
        assertThat(mails.lastText(guest)).contains("This time has passed");
    }

    @Test
    void anAnswerToOneTimeOfSeveralIsNoAnswerToAll() {
        weekly();
        var first = stored.findById(id.value()).orElseThrow();
        var one = SentCalendars.OUTLOOK
                .reply(uid(), guest.value(), "DECLINED", first.sequence())
                .replace("END:VEVENT", "RECURRENCE-ID:20300615T090000Z\r\nEND:VEVENT");

        assertThat(take(one)).isFalse();
        assertThat(part().answer()).isEqualTo(Answer.OPEN);
        assertThat(mails.lastText(guest)).contains("one single time");

        assertThat(take(SentCalendars.OUTLOOK.reply(uid(), guest.value(), "ACCEPTED", first.sequence())))
                .isTrue();
        var before = mails.mails(guest);
        assertThat(take(one.replace("DECLINED", "ACCEPTED")))
                .as("she says of one time what she has said of all")
                .isTrue();
        assertThat(part().answer()).isEqualTo(Answer.YES);
        assertThat(mails.mails(guest)).isEqualTo(before);
    }

    @Test
    void whoIsNotInTheAppointmentIsToldNothing() {
        var stranger = mails.address();

        assertThat(replies.take(stranger, bytes(SentCalendars.GOOGLE.reply(uid(), stranger.value(), "ACCEPTED", 7))))
                .isFalse();

        assertThat(mails.mails(stranger)).isZero();
    }

    @Test
    void aFileThatSheFetchesHerselfIsAPublicationByTheBook() throws Exception {
        assertPublished(1);
        weekly();
        assertPublished(1);
    }

    private void assertPublished(int events) throws Exception {
        var file = Acting.as(sato.id(), () -> files.of(id, Language.JA));

        var calendar = Itip.valid(file);
        assertThat(calendar.getRequiredProperty(Property.METHOD).getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getComponents("VEVENT")).hasSize(events);
    }

    private void weekly() {
        var start = java.time.ZonedDateTime.of(2030, 6, 8, 18, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
        Acting.as(sato.id(), () -> {
            appointments.reschedule(
                    id,
                    gatherings.content("Salt", start.toInstant(), List.of()),
                    Optional.of(new Recurrence(1, Set.of(DayOfWeek.SATURDAY), new Recurrence.After(3))));
        });
    }

    private String uid() {
        return stored.findById(id.value()).orElseThrow().uid();
    }

    private Participant part() {
        return participants.of(id.value()).getLast();
    }

    private boolean take(String file) {
        return replies.take(guest, bytes(file));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
