package org.caravanserai.mail;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages into the outbox, in the transaction of their cause. */
@Service
@Internal
public class Outbox {

    private final OutboxMessages messages;
    private final MailMarkup markup;
    private final MailServer server;
    private final StoredFiles files;
    private final Clock clock;

    Outbox(OutboxMessages messages, MailMarkup markup, MailServer server, StoredFiles files, Clock clock) {
        this.messages = messages;
        this.markup = markup;
        this.server = server;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A message as a module hands it over: plain text whose paragraphs are separated by blank lines. No part of it is ever
     * interpreted.
     *
     * @param to the recipient
     * @param person the recipient's profile; null if she has none
     * @param meeting the meeting it concerns; null if none
     * @param kind what it is about, such as {@code decision}
     * @param language what it is written in
     * @param subject one line
     * @param text the paragraphs
     * @param actionLabel the words of the one button; empty for none
     * @param actionAddress where the button leads; empty for none
     * @param matters the keys of what it is about and others may have to be kept from, such as proposals
     */
    public record Message(
            EmailAddress to,
            @Nullable PersonId person,
            @Nullable UUID meeting,
            String kind,
            Language language,
            String subject,
            String text,
            String actionLabel,
            String actionAddress,
            Set<UUID> matters) {

        /** A message about nothing that anybody would have to be kept from. */
        public Message(
                EmailAddress to,
                @Nullable PersonId person,
                @Nullable UUID meeting,
                String kind,
                Language language,
                String subject,
                String text,
                String actionLabel,
                String actionAddress) {
            this(to, person, meeting, kind, language, subject, text, actionLabel, actionAddress, Set.of());
        }

        /** The same, about these. */
        public Message about(Collection<UUID> these) {
            return new Message(
                    to, person, meeting, kind, language, subject, text, actionLabel, actionAddress, Set.copyOf(these));
        }
    }

    /**
     * A file that goes with a message.
     *
     * @param name what it is called, in ASCII
     * @param type its media type, with parameters where it needs them
     */
    public record Attachment(String name, String type, byte[] bytes) {}

    /**
     * Queues a message; it leaves after the current transaction has committed, and never if it rolls back. Without a mail
     * server it is kept at once, to be read in the application.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Message message) {
        messages.save(prepared(message));
    }

    /**
     * Queues a message that leaves after a pause, until which {@link #takeBack} takes it back.
     *
     * @param cause names this message, or all messages that are taken back together
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Message message, UUID cause, Duration pause) {
        var queued = prepared(message);
        queued.leaveLater(cause, clock.instant().plus(pause));
        messages.save(queued);
    }

    /** Queues a message with a file that leaves after a pause, as {@link #queue(Message, UUID, Duration)} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Message message, Attachment attachment, UUID cause, Duration pause) {
        var queued = prepared(message);
        queued.leaveLater(cause, clock.instant().plus(pause));
        queued.attach(attachment.name(), attachment.type(), files.store(new ByteArrayInputStream(attachment.bytes())));
        messages.save(queued);
    }

    /**
     * Takes messages back whose pause is not over. One that a node has claimed has left.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBack(UUID cause) {
        messages.flush();
        messages.attachmentsToTakeBack(cause, clock.instant()).forEach(files::delete);
        return messages.takeBack(cause, clock.instant());
    }

    private OutboxMessage prepared(Message message) {
        var subject = Clean.line(message.subject());
        var queued = new OutboxMessage(
                message.to(),
                message.person(),
                message.meeting(),
                message.kind(),
                message.language().tag(),
                Clean.cut(subject, 250),
                markup.text(message),
                markup.html(message),
                message.actionAddress(),
                clock);
        queued.isAbout(message.matters());
        if (!server.isThere()) {
            queued.keep();
        }
        return queued;
    }
}
