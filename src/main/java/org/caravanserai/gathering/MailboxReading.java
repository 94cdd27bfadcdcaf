package org.caravanserai.gathering;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads answers from the mailbox for calendars. What has been read is marked as read, whether or not it was an answer. */
@Component
class MailboxReading {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReading.class);

    private static final int AT_ONCE = 100;
    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final String TIMEOUT = "20000";

    private final MailboxProperties properties;
    private final ReplyTaking replies;

    MailboxReading(MailboxProperties properties, ReplyTaking replies) {
        this.properties = properties;
        this.replies = replies;
    }

    /**
     * Reads what has come since.
     *
     * @return how many answers counted
     * @throws MessagingException if the mailbox cannot be reached
     */
    int read() throws MessagingException {
        if (!properties.isThere()) {
            return 0;
        }
        var protocol = properties.tls() ? "imaps" : "imap";
        var settings = new Properties();
        for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            settings.setProperty("mail." + protocol + "." + limit, TIMEOUT);
        }
        settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        try (var store = Session.getInstance(settings).getStore(protocol)) {
            store.connect(
                    properties.host(),
                    properties.port(),
                    properties.username().isEmpty() ? properties.address() : properties.username(),
                    properties.password());
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                return read(inbox);
            }
        }
    }

    private int read(Folder inbox) throws MessagingException {
        var unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        var some = unread.length > AT_ONCE ? java.util.Arrays.copyOf(unread, AT_ONCE) : unread;
        var wanted = new FetchProfile();
        wanted.add(FetchProfile.Item.ENVELOPE);
        wanted.add(FetchProfile.Item.SIZE);
        inbox.fetch(some, wanted);
        int counted = 0;
        for (var message : some) {
            message.setFlag(Flags.Flag.SEEN, true);
            if (take(message)) {
                counted++;
            }
        }
        return counted;
    }

    private boolean take(Message message) {
        try {
            var from = sender(message);
            if (from.isEmpty() || message.getSize() > LARGEST) {
                return false;
            }
            var files = new ArrayList<byte[]>();
            collect(message, 0, files);
            return files.size() == 1 && replies.take(from.get(), files.getFirst());
        } catch (MessagingException | IOException | RuntimeException e) {
            // A message that cannot be read must not keep the next from being read.
            LOG.warn(
                    "A message in the calendar mailbox could not be read: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private static Optional<EmailAddress> sender(Message message) throws MessagingException {
        var from = message.getFrom();
        if (from == null || from.length != 1 || !(from[0] instanceof InternetAddress address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EmailAddress(address.getAddress()));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    /** The calendar files of a message; applications send the same one as text and as an attachment. */
    private static void collect(Part part, int depth, List<byte[]> files) throws MessagingException, IOException {
        if (depth > DEEPEST || !files.isEmpty()) {
            return;
        }
        if (part.isMimeType("text/calendar")) {
            try (var in = part.getInputStream()) {
                var bytes = in.readNBytes(CalendarReply.LARGEST + 1);
                files.add(bytes);
            }
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
                collect(parts.getBodyPart(i), depth + 1, files);
            }
        }
    }
}
