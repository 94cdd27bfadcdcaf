package org.caravanserai.partnering.card;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A card of need or offer. As a draft it holds whatever was typed; to be shown to others it must say enough. */
@Entity
class PartnerCard extends Aggregate {

    private UUID meeting;

    private UUID author;

    @Enumerated(EnumType.STRING)
    private CardKind kind;

    @Enumerated(EnumType.STRING)
    private Sought sought = Sought.PARTNER;

    @Convert(converter = StringSetConverter.class)
    private Set<String> topics = new LinkedHashSet<>();

    private LocalizedText title = LocalizedText.EMPTY;

    private LocalizedText text = LocalizedText.EMPTY;

    private String methods = "";

    @Convert(converter = StringSetConverter.class)
    private Set<String> languages;

    private @Nullable LocalDate fromDay;

    private @Nullable LocalDate untilDay;

    @Enumerated(EnumType.STRING)
    private Visibility visibility = Visibility.MEMBERS;

    private LocalDate expiresOn;

    @Enumerated(EnumType.STRING)
    private CardState state = CardState.DRAFT;

    private Instant changedAt;

    private @Nullable Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected PartnerCard() {}

    /** An empty draft. */
    PartnerCard(
            MeetingId meeting, PersonId author, CardKind kind, Set<String> languages, LocalDate expires, Clock clock) {
        this.meeting = meeting.value();
        this.author = author.value();
        this.kind = kind;
        this.languages = new TreeSet<>(languages);
        this.expiresOn = expires;
        this.changedAt = clock.instant();
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    PersonId author() {
        return new PersonId(author);
    }

    CardState state() {
        return state;
    }

    CardContent content() {
        return new CardContent(
                kind,
                sought,
                topics,
                title,
                text,
                methods,
                languages,
                Optional.ofNullable(fromDay),
                Optional.ofNullable(untilDay),
                visibility,
                expiresOn);
    }

    /**
     * Says something else.
     *
     * @throws Refusal if others see it and it would not say enough any more
     */
    void write(CardContent content, LocalDate today, Clock clock) {
        if (state == CardState.PUBLISHED) {
            content.requireReadyToShow(today);
        }
        kind = content.kind();
        sought = content.sought();
        topics = new TreeSet<>(content.topics());
        title = content.title();
        text = content.text();
        methods = content.methods();
        languages = new TreeSet<>(content.languages());
        fromDay = content.from().orElse(null);
        untilDay = content.until().orElse(null);
        visibility = content.visibility();
        expiresOn = content.expires();
        changedAt = clock.instant();
    }

    /**
     * Shows it to those it is meant for.
     *
     * @throws Refusal if it does not say enough, or an organiser took it down
     */
    void publish(LocalDate today, Clock clock) {
        if (state == CardState.TAKEN_DOWN) {
            throw Refusal.of("partner.card.takenDown");
        }
        content().requireReadyToShow(today);
        state = CardState.PUBLISHED;
        publishedAt = clock.instant();
        changedAt = clock.instant();
    }

    /** Makes it a draft again; one that was taken down stays so. */
    void withdraw(Clock clock) {
        if (state == CardState.PUBLISHED) {
            state = CardState.DRAFT;
            changedAt = clock.instant();
        }
    }

    /** An organiser takes it down. */
    void takeDown(Clock clock) {
        state = CardState.TAKEN_DOWN;
        changedAt = clock.instant();
    }

    /** An organiser puts back what was taken down. */
    void putBack(Clock clock) {
        if (state == CardState.TAKEN_DOWN) {
            state = publishedAt == null ? CardState.DRAFT : CardState.PUBLISHED;
            changedAt = clock.instant();
        }
    }
}
