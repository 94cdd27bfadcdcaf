package org.caravanserai.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages into the outbox, in the transaction of their cause. A message to a person with a profile is a notice in the
 * application too, and leaves as she wishes: at once, with the digest of her day, after her quiet hours, or not by mail at
 * all. What may wait, the kind of the message says: see {@link NoticeKind}, of which each module tells by {@link NoticeKinds}.
 */
@Service
@Internal
public class Outbox {

    private final OutboxMessages messages;
    private final Dispatch dispatch;
    private final ToldThings told;
    private final StoredFiles files;
    private final Clock clock;

    Outbox(OutboxMessages messages, Dispatch dispatch, ToldThings told, StoredFiles files, Clock clock) {
        this.messages = messages;
        this.dispatch = dispatch;
        this.told = told;
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
     * @param kind what it is about, such as {@code decision}: the name of a {@link NoticeKind}
     * @param language what it is written in
     * @param subject one line
     * @param text the paragraphs
     * @param actionLabel the words of the one button; empty for none
     * @param actionAddress where the button leads; empty for none
     * @param matters the keys of what it is about and others may have to be kept from, such as proposals
     * @param thing names what the recipient is told of once, such as {@code release:KEY:3}; empty if she is told as often
     *     as it is queued
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
            Set<UUID> matters,
            String thing) {

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
            this(to, person, meeting, kind, language, subject, text, actionLabel, actionAddress, Set.of(), "");
        }

        /** The same, about these. */
        public Message about(Collection<UUID> these) {
            return new Message(
                    to,
                    person,
                    meeting,
                    kind,
                    language,
                    subject,
                    text,
                    actionLabel,
                    actionAddress,
                    Set.copyOf(these),
                    thing);
        }

        /**
         * The same, told once: who was told of the thing before, by whatever kind of message, whichever node or repeated
         * job wrote it, is not told again.
         *
         * @param named at most 160 characters, the same whenever the same thing is told
         */
        public Message once(String named) {
            return new Message(
                    to, person, meeting, kind, language, subject, text, actionLabel, actionAddress, matters, named);
        }
    }

    /**
     * A file that goes with a message.
     *
     * @param name what it is called, in ASCII
     * @param type its media type, with parameters where it needs them
     * @param shown whether it is the message itself in another form, such as an invitation: a mail program that understands
     *     it shows it in the place of the text
     */
    public record Attachment(String name, String type, byte[] bytes, boolean shown) {

        /** A file that goes with a message and says something else than it. */
        public Attachment(String name, String type, byte[] bytes) {
            this(name, type, bytes, false);
        }

        /**
         * A message as calendars read it (iTIP by mail, RFC 6047).
         *
         * @param method what it asks of a calendar, the same as in the file
         */
        public static Attachment calendar(String name, String method, byte[] bytes) {
            return new Attachment(name, "text/calendar; method=" + method + "; charset=UTF-8", bytes, true);
        }
    }

    /**
     * Queues a message; it leaves after the current transaction has committed, and never if it rolls back. Without a mail
     * server it is kept at once, to be read in the application.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Message message) {
        dispatch.add(new Dispatch.Queued(message, null, null, null));
    }

    /**
     * Queues a message that leaves after a pause, until which {@link #takeBack} takes it back.
     *
     * @param cause names this message, or all messages that are taken back together
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Message message, UUID cause, Duration pause) {
        dispatch.add(new Dispatch.Queued(message, null, cause, clock.instant().plus(pause)));
    }

    /** Queues a message with a file that leaves after a pause, as {@link #queue(Message, UUID, Duration)} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Message message, Attachment attachment, UUID cause, Duration pause) {
        dispatch.add(
                new Dispatch.Queued(message, attachment, cause, clock.instant().plus(pause)));
    }

    /** Queues a message with a file that leaves at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Message message, Attachment attachment) {
        dispatch.add(new Dispatch.Queued(message, attachment, null, null));
    }

    /**
     * Takes messages back whose pause is not over, and their notices. One that a node has claimed has left.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBack(UUID cause) {
        dispatch.write();
        messages.flush();
        told.forget(cause);
        messages.attachmentsToTakeBack(cause, clock.instant()).forEach(files::delete);
        return messages.takeBack(cause, clock.instant());
    }
}
