package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.mail.DeliveredMail;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invitations leave as mail that calendars understand, and what calendars answer comes back through a mailbox. */
@IntegrationTest
class InvitationRoundTripTest {

    private static final String OFFICE = "office@meeting.example";

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentAnswers answers;

    @Autowired
    AppointmentDrafting drafting;

    @Autowired
    StoredAppointments stored;

    @Autowired
    Participants participants;

    @Autowired
    ReplyTaking replies;

    @Autowired
    AppointmentLinks links;

    @Autowired
    DeliveredMail delivered;

    @Autowired
    TestClock clock;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private Person sato;
    private Person aigerim;
    private EmailAddress guest;
    private AppointmentId id;

    @BeforeEach
    void anAppointmentWithAGuestWhoHasNoAccount() {
        server.start();
        server.setUser(OFFICE, OFFICE, "secret");
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        guest = new EmailAddress("guest-" + Ids.code() + "@example.org");
        id = Acting.as(
                sato.id(),
                () -> appointments.propose(gatherings.content(
                        "Salt, \"dust\"; and 砂",
                        clock.instant().plus(Duration.ofDays(7)),
                        List.of(
                                Invitee.asked(aigerim.id()),
                                new Invitee.ByMail("Guest", guest, Language.EN, true, Answer.OPEN)))));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void anInvitationNamesItsReaderAloneAndNobodyElsesAddress() throws Exception {
        assertThat(delivered.send(guest, server.getSmtp().getPort())).isEqualTo(1);

        var mail = server.getReceivedMessages()[0];
        var calendarPart = calendar(mail);
        assertThat(calendarPart.getContentType()).contains("method=REQUEST");
        var file = ((Multipart) mail.getContent()).getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(file.getInputStream().readAllBytes())
                .isEqualTo(calendarPart.getInputStream().readAllBytes());
        var calendar = parsed(calendarPart);
        var event = calendar.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(calendar.getProperty(Property.METHOD).orElseThrow().getValue())
                .isEqualTo("REQUEST");
        assertThat(event.<Property>getProperties(Property.ATTENDEE))
                .singleElement()
                .extracting(Property::getValue)
                .isEqualTo("mailto:" + guest.value());
        assertThat(event.getRequiredProperty(Property.ORGANIZER).getValue()).startsWith("mailto:");
        assertThat(event.getRequiredProperty(Property.UID).getValue())
                .isEqualTo(stored.findById(id.value()).orElseThrow().uid());
        assertThat(event.getRequiredProperty(Property.SUMMARY).getValue()).isEqualTo("Salt, \"dust\"; and 砂");
        var whole = new ByteArrayOutputStream();
        mail.writeTo(whole);
        assertThat(whole.toString(StandardCharsets.UTF_8))
                .doesNotContain(
                        gatherings.addressOf(sato).value(),
                        gatherings.addressOf(aigerim).value());
    }

    @Test
    void aChangeAndACancellationKeepTheNameAndRaiseTheNumber() throws Exception {
        var later = gatherings.content("Salt", clock.instant().plus(Duration.ofDays(9)), List.of());
        Acting.as(sato.id(), () -> {
            appointments.reschedule(id, later);
            appointments.cancel(id);
        });

        assertThat(delivered.send(guest, server.getSmtp().getPort())).isEqualTo(3);

        var uids = new java.util.HashSet<String>();
        int number = 0;
        for (var mail : server.getReceivedMessages()) {
            var event = parsed(calendar(mail)).<VEvent>getComponents("VEVENT").getFirst();
            uids.add(event.getRequiredProperty(Property.UID).getValue());
            assertThat(event.getRequiredProperty(Property.SEQUENCE).getValue()).isEqualTo(String.valueOf(number++));
        }
        assertThat(uids).hasSize(1);
        assertThat(calendar(server.getReceivedMessages()[2]).getContentType()).contains("method=CANCEL");
    }

    @Test
    void whatACalendarAnswersComesBackThroughTheMailbox() throws Exception {
        send(guest.value(), reply(guest.value(), "ACCEPTED", 0));

        assertThat(read()).isEqualTo(1);

        assertThat(answer()).isEqualTo(Answer.YES);
        assertThat(read()).isZero();
    }

    @Test
    void aCounterNamesAnotherTimeAndTheOrganiserDecides() throws Exception {
        send(
                guest.value(),
                reply(guest.value(), "DECLINED", 0)
                        .replace("METHOD:REPLY", "METHOD:COUNTER")
                        .replace(
                                "END:VEVENT",
                                "SUMMARY:Salt\r\nDTSTART:20300608T090000Z\r\nDTEND:20300608T093000Z\r\nEND:VEVENT"));

        assertThat(read()).isEqualTo(1);

        var wish = guestPart().counter(java.time.ZoneId.of("UTC")).orElseThrow();
        assertThat(wish.start()).isEqualTo(java.time.Instant.parse("2030-06-08T09:00:00Z"));
        assertThat(wish.length()).isEqualTo(Duration.ofMinutes(30));
        assertThat(Acting.as(
                        sato.id(),
                        () -> stored.findById(id.value()).orElseThrow().state()))
                .isEqualTo(AppointmentState.PROPOSED);
    }

    @Test
    void anotherTimeThatSomebodyWishesReachesTheOrganisersCalendarWithoutHerAddress() throws Exception {
        var wish = new AppointmentTime(
                clock.instant().plus(Duration.ofDays(8)), Duration.ofMinutes(45), java.time.ZoneId.of("Asia/Almaty"));
        Acting.as(aigerim.id(), () -> answers.counter(id, wish, "A day later, \"please\""));

        delivered.send(gatherings.addressOf(sato), server.getSmtp().getPort());

        var mail = server.getReceivedMessages()[0];
        assertThat(calendar(mail).getContentType()).contains("method=COUNTER");
        var calendar = parsed(calendar(mail));
        assertThat(calendar.getRequiredProperty(Property.METHOD).getValue()).isEqualTo("COUNTER");
        var event = calendar.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(event.getRequiredProperty(Property.UID).getValue())
                .isEqualTo(stored.findById(id.value()).orElseThrow().uid());
        assertThat(event.getRequiredProperty(Property.COMMENT).getValue()).isEqualTo("A day later, \"please\"");
        assertThat(event.getRequiredProperty(Property.ATTENDEE).getValue()).startsWith("urn:uuid:");
        assertThat(event.getRequiredProperty(Property.DTSTART).getValue())
                .isEqualTo(wish.local().format(org.caravanserai.platform.CalendarBytes.LOCAL));
        var whole = new ByteArrayOutputStream();
        mail.writeTo(whole);
        assertThat(whole.toString(StandardCharsets.UTF_8))
                .doesNotContain(gatherings.addressOf(aigerim).value());
    }

    @Test
    void whoIsTakenOutHearsThatItIsCancelledForHerAlone() throws Exception {
        Acting.as(sato.id(), () -> drafting.remove(id, guestPart().key()));

        delivered.send(guest, server.getSmtp().getPort());

        var last = server.getReceivedMessages()[1];
        assertThat(calendar(last).getContentType()).contains("method=CANCEL");
        var event = parsed(calendar(last)).<VEvent>getComponents("VEVENT").getFirst();
        assertThat(event.getProperty(Property.STATUS)).isEmpty();
        assertThat(event.getRequiredProperty(Property.SEQUENCE).getValue()).isEqualTo("1");
    }

    @Test
    void forgedStaleHugeAndBrokenAnswersCountForNothing() throws Exception {
        var honest = reply(guest.value(), "ACCEPTED", 0);
        assertThat(replies.take(new EmailAddress("mallory@example.org"), bytes(honest)))
                .isFalse();
        assertThat(replies.take(
                        new EmailAddress("mallory@example.org"), bytes(reply("mallory@example.org", "ACCEPTED", 0))))
                .isFalse();
        assertThat(replies.take(guest, bytes(reply(guest.value(), "ACCEPTED", 7))))
                .isFalse();
        assertThat(replies.take(guest, bytes(honest.replace("UID:", "UID:x")))).isFalse();
        assertThat(replies.take(guest, bytes(honest + "x".repeat(CalendarReply.LARGEST))))
                .isFalse();
        assertThat(replies.take(guest, bytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT")))
                .isFalse();
        assertThat(replies.take(guest, new byte[] {0, -1, 7})).isFalse();
        assertThat(replies.take(guest, bytes(honest.replace("END:VEVENT", "RRULE:FREQ=SECONDLY\r\nEND:VEVENT"))))
                .as("a rule in an answer changes nothing and takes no time")
                .isTrue();
        assertThat(answer()).isEqualTo(Answer.YES);
    }

    @Test
    void whoWantsNoMailIsWrittenToNoMore() throws Exception {
        delivered.send(guest, server.getSmtp().getPort());
        var whole = new ByteArrayOutputStream();
        server.getReceivedMessages()[0].writeTo(whole);
        var secret = secretIn(server.getReceivedMessages()[0]);
        assertThat(links.look(secret))
                .hasValueSatisfying(s -> assertThat(s.name()).isEqualTo("Guest"));

        links.leaveAlone(secret);

        assertThat(links.look(secret)).isEmpty();
        assertThat(answer()).isEqualTo(Answer.NO);
        var before = delivered.send(guest, server.getSmtp().getPort());
        Acting.as(sato.id(), () -> appointments.cancel(id));
        assertThat(delivered.send(guest, server.getSmtp().getPort())).isEqualTo(before);
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> {
                    var other = drafting.begin(java.time.ZoneId.of("Asia/Tokyo"), Language.EN);
                    drafting.invite(other, "Guest", guest, Language.EN, true);
                }))
                .isInstanceOf(Refusal.class);
    }

    private Participant guestPart() {
        return participants.of(id.value()).getLast();
    }

    private Answer answer() {
        return guestPart().answer();
    }

    private int read() throws MessagingException {
        return new MailboxReading(
                        new MailboxProperties(
                                OFFICE, "127.0.0.1", server.getImap().getPort(), OFFICE, "secret", false),
                        replies)
                .read();
    }

    private String reply(String attendee, String said, int sequence) {
        return """
                BEGIN:VCALENDAR
                PRODID:-//Somebody//Calendar//EN
                VERSION:2.0
                METHOD:REPLY
                BEGIN:VEVENT
                UID:%s
                SEQUENCE:%d
                DTSTAMP:20270101T000000Z
                ORGANIZER:mailto:office@meeting.example
                ATTENDEE;PARTSTAT=%s:mailto:%s
                END:VEVENT
                END:VCALENDAR
                """.formatted(stored.findById(id.value()).orElseThrow().uid(), sequence, said, attendee)
                .replace("\n", "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void send(String from, String calendar) throws MessagingException, IOException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(OFFICE));
        mail.setSubject("Accepted: Salt");
        mail.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar, "text/calendar; charset=UTF-8; method=REPLY")));
        Transport.send(mail);
    }

    private static Part calendar(Part part) throws MessagingException, IOException {
        var alternatives =
                (Multipart) ((Multipart) part.getContent()).getBodyPart(0).getContent();
        assertThat(alternatives.getCount()).isEqualTo(3);
        var last = alternatives.getBodyPart(2);
        assertThat(last.isMimeType("text/calendar")).isTrue();
        return last;
    }

    private static Calendar parsed(Part part) throws Exception {
        return Itip.valid(part.getInputStream().readAllBytes());
    }

    private static String secretIn(MimeMessage mail) throws Exception {
        var written = (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        var text = (String) written.getBodyPart(0).getContent();
        return text.replaceFirst("(?s).*/appointments/(\\S+).*", "$1");
    }
}
