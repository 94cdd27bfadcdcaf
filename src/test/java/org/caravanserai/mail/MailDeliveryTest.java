package org.caravanserai.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class MailDeliveryTest {

    private static final MailProperties PROPERTIES =
            new MailProperties("office@meeting.example", "Caravanserai", "answers@meeting.example", "meeting.example");

    @Autowired
    StoredFiles files;

    @Autowired
    StopLinks stops;

    @Autowired
    StoredNotices notices;

    @Autowired
    OutboxMessages messages;

    @Autowired
    MailMarkup markup;

    @Autowired
    TransactionTemplate transaction;

    private final TestClock clock = new TestClock();
    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailDelivery delivery = deliveryTo(1);

    @BeforeEach
    void startServer() {
        transaction.executeWithoutResult(status -> messages.deleteAllInBatch());
        server.start();
        delivery = deliveryTo(server.getSmtp().getPort());
    }

    @AfterEach
    void stopServer() {
        server.stop();
        transaction.executeWithoutResult(status -> messages.deleteAllInBatch());
    }

    @Test
    void aMessageArrivesAsTextAndHtmlWithItsLanguageAndAStableMessageId() throws Exception {
        var queued = queue("Қабылданды — 採択のお知らせ", "Құрметті әріптес,\n\n髙橋さん <b>ў</b>");

        assertThat(delivery.deliverDue()).isEqualTo(1);

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        var mail = received[0];
        assertThat(mail.getSubject()).isEqualTo("Қабылданды — 採択のお知らせ");
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + queued.key() + "@meeting.example>");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Content-Language")).isEqualTo("kk");
        assertThat(header(mail, "Reply-To")).isEqualTo("answers@meeting.example");
        assertThat(header(mail, "From")).contains("office@meeting.example");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("髙橋さん <b>ў</b>");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("髙橋さん &lt;b&gt;ў&lt;/b&gt;")
                .doesNotContain("<b>");
        var stored = messages.findById(queued.key()).orElseThrow();
        assertThat(stored.state()).isEqualTo(OutboxMessage.State.SENT);
        assertThat(stored.sentAt()).isPresent();
    }

    @Test
    void aFileGoesWithAMessageBesideItsTexts() throws Exception {
        attach(
                queue("Moved", "text"),
                new Outbox.Attachment(
                        "meeting.ics",
                        "text/calendar; charset=UTF-8; method=PUBLISH",
                        "BEGIN:VCALENDAR".getBytes(UTF_8)));

        assertThat(delivery.deliverDue()).isEqualTo(1);

        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getCount())
                .isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("meeting.ics");
        assertThat(parts.getBodyPart(1).getContentType())
                .contains("text/calendar")
                .contains("method=PUBLISH");
        try (var file = parts.getBodyPart(1).getInputStream()) {
            assertThat(file.readAllBytes()).asString().isEqualTo("BEGIN:VCALENDAR");
        }
    }

    @Test
    void anInvitationIsTheLastOfTheAlternativesAndAFileBesideThem() throws Exception {
        var invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Тұз, 砂\r\nEND:VCALENDAR\r\n".getBytes(UTF_8);
        attach(queue("Salt", "text"), Outbox.Attachment.calendar("invite.ics", "REQUEST", invitation));

        assertThat(delivery.deliverDue()).isEqualTo(1);

        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        var alternatives = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getCount()).isEqualTo(3);
        assertThat(alternatives.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(alternatives.getBodyPart(1).isMimeType("text/html")).isTrue();
        var shown = new ContentType(alternatives.getBodyPart(2).getContentType());
        assertThat(shown.getBaseType()).isEqualTo("text/calendar");
        assertThat(shown.getParameter("method")).isEqualTo("REQUEST");
        assertThat(shown.getParameter("charset")).isEqualTo("UTF-8");
        assertThat(alternatives.getBodyPart(2).getDisposition()).isNull();
        var file = parts.getBodyPart(1);
        assertThat(file.isMimeType("application/ics")).isTrue();
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        for (var part : List.of(alternatives.getBodyPart(2), file)) {
            try (var bytes = part.getInputStream()) {
                assertThat(bytes.readAllBytes()).isEqualTo(invitation);
            }
        }
    }

    private void attach(OutboxMessage to, Outbox.Attachment file) {
        transaction.executeWithoutResult(status -> messages.findById(to.key())
                .orElseThrow()
                .attach(file, files.store(new java.io.ByteArrayInputStream(file.bytes()))));
    }

    @Test
    void aSubjectCannotAddAHeaderOrARecipient() throws Exception {
        queue("Decision\r\nBcc: victim@other.example\r\n\r\nspoofed body", "text");

        delivery.deliverDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Decision Bcc: victim@other.example spoofed body");
        assertThat(GreenMailUtil.getHeaders(mail)).doesNotContain("\nBcc:");
    }

    @Test
    void whatFailsIsTriedAgainAfterGrowingPausesAndThenWaitsForAPerson() {
        clock.set(java.time.Instant.parse("2027-01-10T00:00:00Z"));
        var queued = queue("Hello", "text");
        server.stop();
        var pauses = new java.util.ArrayList<Long>();
        for (int i = 0; i < 8; i++) {
            assertThat(delivery.deliverDue()).isZero();
            var stored = messages.findById(queued.key()).orElseThrow();
            assertThat(stored.attempts()).isEqualTo(i + 1);
            assertThat(stored.lastError()).isNotEmpty();
            if (i < 7) {
                assertThat(stored.state()).isEqualTo(OutboxMessage.State.QUEUED);
                pauses.add(Duration.between(clock.instant(), stored.dueAt()).toMinutes());
                clock.set(stored.dueAt());
            } else {
                assertThat(stored.state()).isEqualTo(OutboxMessage.State.FAILED);
            }
        }
        assertThat(pauses).containsExactly(1L, 4L, 16L, 64L, 256L, 1024L, 4096L);
        clock.advance(Duration.ofDays(30));
        assertThat(delivery.deliverDue()).isZero();
        assertThat(messages.findById(queued.key()).orElseThrow().attempts()).isEqualTo(8);
    }

    @Test
    void aMessageThatFailedOnceKeepsItsMessageIdWhenItArrives() throws Exception {
        clock.set(java.time.Instant.parse("2027-01-10T00:00:00Z"));
        var queued = queue("Hello", "text");
        assertThat(deliveryTo(1).deliverDue()).isZero();
        assertThat(delivery.deliverDue()).as("not due yet").isZero();

        clock.advance(Duration.ofMinutes(1));

        assertThat(delivery.deliverDue()).isEqualTo(1);
        assertThat(header(server.getReceivedMessages()[0], "Message-ID"))
                .isEqualTo("<" + queued.key() + "@meeting.example>");
        assertThat(messages.findById(queued.key()).orElseThrow().lastError()).isEmpty();
    }

    @Test
    void twoNodesDoNotBothSend() throws Exception {
        for (int i = 0; i < 40; i++) {
            queue("Message " + i, "text");
        }
        var other = deliveryTo(server.getSmtp().getPort());
        var start = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var one = nodes.submit(together(start, delivery));
            var two = nodes.submit(together(start, other));
            assertThat(one.get() + two.get()).isEqualTo(40);
        }
        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getSubject)
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    @Test
    void aMessageClaimedByANodeThatDiedIsSentWhenTheClaimHasRunOut() {
        clock.set(java.time.Instant.parse("2027-01-10T00:00:00Z"));
        var queued = queue("Hello", "text");
        transaction.executeWithoutResult(status -> assertThat(messages.claim(
                        queued.key(),
                        messages.findById(queued.key()).orElseThrow().version(),
                        clock.instant().plus(Duration.ofMinutes(5))))
                .isEqualTo(1));
        assertThat(delivery.deliverDue()).isZero();

        clock.advance(Duration.ofMinutes(5));

        assertThat(delivery.deliverDue()).isEqualTo(1);
    }

    @Test
    void withoutAServerAMessageStaysWhereItIs() {
        var queued = queue("Hello", "text");

        assertThat(new MailDelivery(
                                messages,
                                notices,
                                new MailServer(Optional.empty(), PROPERTIES, files, stops),
                                transaction,
                                clock)
                        .deliverDue())
                .isZero();

        assertThat(messages.findById(queued.key()).orElseThrow().state()).isEqualTo(OutboxMessage.State.QUEUED);
    }

    private MailDelivery deliveryTo(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
        return new MailDelivery(
                messages,
                notices,
                new MailServer(Optional.<JavaMailSender>of(sender), PROPERTIES, files, stops),
                transaction,
                clock);
    }

    private static Callable<Integer> together(CyclicBarrier start, MailDelivery node) {
        return () -> {
            start.await();
            return node.deliverDue();
        };
    }

    private OutboxMessage queue(String subject, String text) {
        var message = new Outbox.Message(
                new EmailAddress("r" + Ids.code() + "@example.org"),
                null,
                null,
                "test",
                Language.KK,
                subject,
                text,
                "",
                "");
        var queued = new OutboxMessage(
                message.to(), null, null, "test", "kk", subject, markup.text(message), markup.html(message), "", clock);
        return transaction.execute(status -> messages.save(queued));
    }

    private static @Nullable String header(MimeMessage mail, String name) throws Exception {
        return mail.getHeader(name, ",");
    }
}
