package org.caravanserai.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.StoredFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails as they cross the wire: every header and every byte of the body, without a server. */
@TestComponent
public class SentMail {

    @Autowired
    OutboxMessages messages;

    @Autowired
    StoredFiles files;

    /** Those queued for a person by subject, as a mail server would get them, all sent at one moment. */
    public List<String> to(PersonId person) {
        var sent = new ArrayList<String>();
        var server = new MailServer(
                Optional.of(new JavaMailSenderImpl() {
                    @Override
                    protected void doSend(MimeMessage[] mails, Object @org.jspecify.annotations.Nullable [] originals) {
                        for (var mail : mails) {
                            sent.add(bytes(mail));
                        }
                    }
                }),
                new MailProperties("office@meeting.example", "Caravanserai", "", "meeting.example"),
                files);
        messages.findAll().stream()
                .filter(message -> message.person().filter(person::equals).isPresent())
                .sorted(java.util.Comparator.comparing(OutboxMessage::subject).thenComparing(OutboxMessage::textBody))
                .forEach(message -> {
                    try {
                        server.send(message, Instant.EPOCH);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return sent;
    }

    private static String bytes(MimeMessage mail) {
        try {
            var out = new ByteArrayOutputStream();
            mail.saveChanges();
            mail.writeTo(out);
            // Boundaries and the key of the message are drawn anew for every mail.
            return out.toString(StandardCharsets.UTF_8)
                    .replaceAll("----=_Part_[0-9_.]+", "BOUNDARY")
                    .replaceAll("(?m)^Message-ID: .*$", "Message-ID: <KEY>");
        } catch (IOException | MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
