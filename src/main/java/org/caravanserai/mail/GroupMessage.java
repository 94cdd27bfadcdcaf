package org.caravanserai.mail;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What an organiser writes to groups of people of a meeting: kept as it is typed, and afterwards as it was sent. */
@Entity
class GroupMessage extends Aggregate {

    static final int LONGEST_SUBJECT = 250;
    static final int LONGEST_TEXT = 20_000;

    /** How long a message can be taken back before it leaves. */
    static final Duration PAUSE = Duration.ofMinutes(2);

    enum State {
        DRAFT,
        QUEUED
    }

    private UUID meeting;

    private UUID author;

    @Convert(converter = StringSetConverter.class)
    private Set<String> recipientGroups = new LinkedHashSet<>();

    private LocalizedText subject = LocalizedText.EMPTY;

    private LocalizedText body = LocalizedText.EMPTY;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private int recipients;

    private @Nullable Instant queuedAt;

    private @Nullable Instant leavesAt;

    @SuppressWarnings("NullAway.Init")
    protected GroupMessage() {}

    GroupMessage(UUID meeting, PersonId author) {
        this.meeting = meeting;
        this.author = author.value();
    }

    UUID meeting() {
        return meeting;
    }

    Set<String> groups() {
        return Set.copyOf(recipientGroups);
    }

    LocalizedText subject() {
        return subject;
    }

    LocalizedText body() {
        return body;
    }

    boolean isDraft() {
        return state == State.DRAFT;
    }

    Optional<Instant> leavesAt() {
        return Optional.ofNullable(leavesAt);
    }

    /** Replaces what is written. */
    void write(Set<String> groups, LocalizedText changedSubject, LocalizedText changedBody) {
        requireDraft();
        if (changedSubject.texts().values().stream().anyMatch(s -> s.length() > LONGEST_SUBJECT)) {
            throw Refusal.at("subject", "mailview.subject.length", LONGEST_SUBJECT);
        }
        if (changedBody.texts().values().stream().anyMatch(b -> b.length() > LONGEST_TEXT)) {
            throw Refusal.at("text", "mailview.text.length", LONGEST_TEXT);
        }
        recipientGroups = new LinkedHashSet<>(groups);
        subject = changedSubject;
        body = changedBody;
    }

    /** It is on its way to so many people, and can be taken back until the pause is over. */
    void queue(int count, Instant now) {
        requireDraft();
        state = State.QUEUED;
        recipients = count;
        queuedAt = now;
        leavesAt = now.plus(PAUSE);
    }

    /** None of it has left: it is a draft again. */
    void takeBack() {
        state = State.DRAFT;
        recipients = 0;
        queuedAt = null;
        leavesAt = null;
    }

    private void requireDraft() {
        if (!isDraft()) {
            throw Refusal.of("mailview.write.queued");
        }
    }
}
