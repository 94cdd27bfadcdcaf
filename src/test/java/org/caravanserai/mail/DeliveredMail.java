package org.caravanserai.mail;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Optional;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.platform.StoredFiles;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Sends what waits in the outbox to a mail server that a test has started. */
@Component
public class DeliveredMail {

    private final OutboxMessages messages;
    private final StoredFiles files;
    private final StopLinks stops;

    DeliveredMail(OutboxMessages messages, StoredFiles files, StopLinks stops) {
        this.messages = messages;
        this.files = files;
        this.stops = stops;
    }

    /**
     * Sends all that was queued for an address, whether or not its pause is over.
     *
     * @return how many messages
     */
    public int send(EmailAddress to, int smtpPort) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(smtpPort);
        var server = new MailServer(
                Optional.of(sender),
                new MailProperties("office@meeting.example", "Caravanserai", "", "meeting.example"),
                files,
                stops);
        var queued = messages.findAll().stream()
                .filter(message -> message.recipient().equals(to))
                .sorted(java.util.Comparator.comparing(OutboxMessage::key))
                .toList();
        queued.forEach(message -> {
            try {
                server.send(message, Instant.EPOCH);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
        return queued.size();
    }
}
