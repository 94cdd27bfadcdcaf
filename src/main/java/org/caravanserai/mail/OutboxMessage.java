package org.caravanserai.mail;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.caravanserai.text.Clean;
import org.jspecify.annotations.Nullable;

/** A message on its way, or kept after it left. Its Message-ID is made once, so that a repeated delivery can be told. */
@Entity
@NotAudited
public class OutboxMessage extends Aggregate {

    /** Where a message stands. */
    public enum State {
        /** Waits for its next attempt. */
        QUEUED,
        /** Accepted by the mail server. */
        SENT,
        /** Given up after the last attempt; waits for a person. */
        FAILED,
        /** Given up by a person: it is not tried again unless she asks for it. */
        GIVEN_UP,
        /** Kept to be read in the application: there is no mail server. */
        KEPT,
        /** Waits for the digest of its recipient's day. */
        DIGEST,
        /** Not sent by itself: told in the application, in a digest, or not at all, as its recipient wishes. */
        TOLD
    }

    private static final int ATTEMPTS = 8;

    private @Nullable UUID person;

    private @Nullable UUID meeting;

    private String recipient;

    private String subject;

    private String textBody;

    private String htmlBody;

    private String actionAddress = "";

    private String languageTag;

    private String kind;

    @Enumerated(EnumType.STRING)
    private State state = State.QUEUED;

    private int attempts;

    private Instant createdAt;

    private Instant dueAt;

    private @Nullable Instant sentAt;

    private String lastError = "";

    private @Nullable UUID cause;

    private @Nullable Instant leavesAt;

    private @Nullable UUID attachment;

    private String attachmentName = "";

    private String attachmentType = "";

    private boolean attachmentShown;

    private boolean unlessSeen;

    private @Nullable UUID digest;

    @ElementCollection
    @CollectionTable(name = "outbox_matter", joinColumns = @JoinColumn(name = "message"))
    @Column(name = "matter")
    private Set<UUID> matters = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected OutboxMessage() {}

    OutboxMessage(
            EmailAddress recipient,
            @Nullable PersonId person,
            @Nullable UUID meeting,
            String kind,
            String languageTag,
            String subject,
            String textBody,
            String htmlBody,
            String actionAddress,
            Clock clock) {
        this.recipient = recipient.value();
        this.person = person == null ? null : person.value();
        this.meeting = meeting;
        this.kind = kind;
        this.languageTag = languageTag;
        this.subject = subject;
        this.textBody = textBody;
        this.htmlBody = htmlBody;
        this.actionAddress = actionAddress;
        this.createdAt = clock.instant();
        this.dueAt = createdAt;
    }

    public EmailAddress recipient() {
        return new EmailAddress(recipient);
    }

    /** The person it is for; empty if she has no profile. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    /** The meeting it concerns; empty if none. */
    public Optional<UUID> meeting() {
        return Optional.ofNullable(meeting);
    }

    /** What it is about, such as {@code verification} or {@code decision}. */
    public String kind() {
        return kind;
    }

    public String languageTag() {
        return languageTag;
    }

    public String subject() {
        return subject;
    }

    public String textBody() {
        return textBody;
    }

    public String htmlBody() {
        return htmlBody;
    }

    /** Where the message's button leads, often with a secret that is the recipient's alone; empty if it has none. */
    public String actionAddress() {
        return actionAddress;
    }

    /** The stored bytes of the file that goes with it; empty if there is none. */
    Optional<UUID> attachment() {
        return Optional.ofNullable(attachment);
    }

    /** What that file is called; empty if there is none. */
    String attachmentName() {
        return attachmentName;
    }

    /** The media type of that file, with its parameters; empty if there is none. */
    String attachmentType() {
        return attachmentType;
    }

    /** Whether that file is the message itself in another form. */
    boolean attachmentShown() {
        return attachmentShown;
    }

    void attach(Outbox.Attachment file, UUID bytes) {
        attachmentName = file.name();
        attachmentType = file.type();
        attachmentShown = file.shown();
        attachment = bytes;
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the next attempt is due. */
    public Instant dueAt() {
        return dueAt;
    }

    /** When the mail server accepted it. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** What the mail server or the network said last; empty if nothing went wrong. */
    public String lastError() {
        return lastError;
    }

    /** It leaves no sooner than then, and is taken back by its cause until then. */
    void leaveLater(UUID takenBackBy, Instant leaves) {
        cause = takenBackBy;
        leavesAt = leaves;
        dueAt = leaves;
    }

    /** It takes the way that its recipient wishes; without a mail server it is kept to be read at once. */
    void goes(NoticeWishes.Way way, boolean mailServer) {
        dueAt = way.due();
        unlessSeen = way.unlessSeen();
        state = switch (way.mail()) {
            case NEVER -> State.TOLD;
            case DIGEST -> State.DIGEST;
            case AT_ONCE -> mailServer ? State.QUEUED : State.KEPT;
        };
    }

    /** Whether it is not sent if its recipient has seen in the application what it is about. */
    boolean unlessSeen() {
        return unlessSeen;
    }

    /** The digest that told of it; empty if none did. */
    Optional<UUID> digest() {
        return Optional.ofNullable(digest);
    }

    /** Its recipient knows: it is not sent. */
    void told() {
        state = State.TOLD;
    }

    /** It is about these, from which others may have to be kept. */
    void isAbout(Set<UUID> these) {
        matters.addAll(these);
    }

    /** The same for every attempt. */
    public String messageId(String domain) {
        return "<" + key() + "@" + domain + ">";
    }

    /** The mail server has accepted it. */
    public void sent(Clock clock) {
        state = State.SENT;
        sentAt = clock.instant();
        attempts++;
        lastError = "";
    }

    /** There is no mail server: it stays to be read in the application. */
    public void keep() {
        state = State.KEPT;
    }

    /** An attempt has failed: the next comes after a pause that grows fourfold from a minute, until none is left. */
    public void failed(String error, Clock clock) {
        attempts++;
        lastError = Clean.cut(error, 1_000);
        if (state == State.GIVEN_UP || state == State.TOLD) {
            // A person gave it up, or its recipient stopped it, while it was being tried: that is how it stays.
            return;
        }
        if (attempts >= ATTEMPTS) {
            state = State.FAILED;
        } else {
            dueAt = clock.instant().plus(Duration.ofMinutes(1L << (2 * (attempts - 1))));
        }
    }

    /** A person asks for another round of attempts. */
    public void retry(Clock clock) {
        state = State.QUEUED;
        attempts = 0;
        dueAt = clock.instant();
    }

    /** A person wants no further attempt. */
    public void giveUp() {
        state = State.GIVEN_UP;
    }

    /** Whether a person may ask for another round of attempts. */
    boolean hasEndedInVain() {
        return state == State.FAILED || state == State.GIVEN_UP;
    }
}
