package org.caravanserai.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.testing.Fixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails as they cross the wire: every header and every byte of the body, without a server. */
@Fixture
public class SentMail {

    @Autowired
    OutboxMessages messages;

    @Autowired
    StoredFiles files;

    @Autowired
    StopLinks stops;

    /** Those queued for a person by subject, as a mail server would get them, all sent at one moment, without what is drawn anew. */
    public List<String> to(PersonId person) {
        return whole(person).stream().map(SentMail::withoutKeys).toList();
    }

    /** As {@link #to}, with everything. */
    public List<String> whole(PersonId person) {
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
                files,
                stops);
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

    /** Every header and every part, read as a mail program reads them: encoded, a code of another length moves all that follows. */
    private static String bytes(MimeMessage mail) {
        try {
            var out = new ByteArrayOutputStream();
            mail.saveChanges();
            mail.writeTo(out);
            var told = new StringBuilder();
            tell(new MimeMessage((Session) null, new ByteArrayInputStream(out.toByteArray())), told);
            return told.toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Boundaries and the key of the message, which its link to stop mails has too, are drawn anew for every mail. */
    private static String withoutKeys(String mail) {
        return mail.replaceAll("----=_Part_[0-9_.]+", "BOUNDARY")
                .replaceAll("(?m)^Message-ID: .*$", "Message-ID: <KEY>")
                .replaceAll("/notices/stop/[0-9A-Za-z._-]+", "/notices/stop/KEY");
    }

    private static void tell(Part part, StringBuilder told) throws IOException, MessagingException {
        for (var headers = part.getAllHeaders(); headers.hasMoreElements(); ) {
            var header = headers.nextElement();
            told.append(header.getName())
                    .append(": ")
                    .append(MimeUtility.decodeText(MimeUtility.unfold(header.getValue())))
                    .append('\n');
        }
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                tell(several.getBodyPart(i), told);
            }
        } else {
            told.append('\n').append(part.getContent()).append('\n');
        }
    }
}
