package org.caravanserai.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Clean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mail server, if one is set: turns a message of the outbox into MIME and hands it over. */
@Component
class MailServer {

    private final Optional<JavaMailSender> sender;
    private final MailProperties properties;
    private final StoredFiles files;
    private final StopLinks stops;

    @Autowired
    MailServer(ObjectProvider<JavaMailSender> sender, MailProperties properties, StoredFiles files, StopLinks stops) {
        this(Optional.ofNullable(sender.getIfAvailable()), properties, files, stops);
    }

    MailServer(Optional<JavaMailSender> sender, MailProperties properties, StoredFiles files, StopLinks stops) {
        this.sender = sender;
        this.properties = properties;
        this.files = files;
        this.stops = stops;
    }

    /** Whether there is one. */
    boolean isThere() {
        return sender.isPresent();
    }

    /**
     * Hands a message over; returns when the server has accepted it.
     *
     * @throws MessagingException if the message cannot be written
     * @throws org.springframework.mail.MailException if the server refuses it or cannot be reached
     */
    void send(OutboxMessage message, Instant now) throws MessagingException {
        var server = sender.orElseThrow();
        server.send(mime(server.createMimeMessage(), message, now));
    }

    private MimeMessage mime(MimeMessage mime, OutboxMessage message, Instant now) throws MessagingException {
        var utf8 = StandardCharsets.UTF_8.name();
        // The headers are cleaned once more: a message may have been queued by an older version of the product.
        mime.setSubject(Clean.line(message.subject()), utf8);
        try {
            mime.setFrom(new InternetAddress(properties.from(), properties.senderName(), utf8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        if (!properties.replyTo().isEmpty()) {
            mime.setReplyTo(new InternetAddress[] {new InternetAddress(properties.replyTo(), true)});
        }
        mime.setRecipient(
                jakarta.mail.Message.RecipientType.TO,
                new InternetAddress(message.recipient().value(), true));
        mime.setSentDate(Date.from(now));
        mime.setHeader("Message-ID", message.messageId(properties.domain()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("Content-Language", message.languageTag());
        var stop = stops.of(message);
        if (stop.isPresent()) {
            // RFC 8058: a mail program stops the mail by one request, without showing a page.
            mime.setHeader("List-Unsubscribe", "<" + stop.get().address() + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        var text = new MimeBodyPart();
        text.setText(message.textBody() + stop.map(StopLinks.Stop::text).orElse(""), utf8, "plain");
        var html = new MimeBodyPart();
        html.setText(stop.map(s -> s.intoHtml(message.htmlBody())).orElse(message.htmlBody()), utf8, "html");
        var both = new MimeMultipart("alternative", text, html);
        if (message.attachment().isEmpty()) {
            mime.setContent(both);
            return mime;
        }
        var bytes = bytes(message.attachment().get());
        if (message.attachmentShown()) {
            both.addBodyPart(part(bytes, message.attachmentType()));
        }
        var written = new MimeBodyPart();
        written.setContent(both);
        mime.setContent(new MimeMultipart("mixed", written, file(message, bytes)));
        return mime;
    }

    /**
     * Outlook and Gmail answer an invitation that is the last of the alternatives; Apple's and Thunderbird's mail, and pages
     * that read mail, offer the file that is attached. It is no second text/calendar, for which some would show two
     * invitations: Google's own are sent in this way.
     */
    private static MimeBodyPart file(OutboxMessage message, byte[] bytes) throws MessagingException {
        var part = part(bytes, message.attachmentShown() ? "application/ics" : message.attachmentType());
        part.setFileName(message.attachmentName());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    private static MimeBodyPart part(byte[] bytes, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        return part;
    }

    private byte[] bytes(UUID key) {
        try (var stored = files.open(key)) {
            return stored.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
