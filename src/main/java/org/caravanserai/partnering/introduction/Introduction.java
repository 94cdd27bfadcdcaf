package org.caravanserai.partnering.introduction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One person's wish to be introduced to another, because of a card or because the directory shows her. Asking is the first
 * yes; it is agreed once the other has said hers.
 */
@Entity
class Introduction extends Aggregate {

    private UUID meeting;

    private UUID asker;

    private UUID asked;

    /** The card, or the person asked: one may ask once about each. */
    private UUID about;

    private @Nullable UUID card;

    private String line;

    @Enumerated(EnumType.STRING)
    private Answer answer = Answer.NONE;

    private Instant askedAt;

    private @Nullable Instant answeredAt;

    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected Introduction() {}

    /** A new wish; {@code card} is null where it comes from the directory. */
    Introduction(MeetingId meeting, PersonId asker, PersonId asked, @Nullable UUID card, String line, Clock clock) {
        this.meeting = meeting.value();
        this.asker = asker.value();
        this.asked = asked.value();
        this.card = card;
        this.about = card == null ? asked.value() : card;
        this.line = checked(line);
        this.askedAt = clock.instant();
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    PersonId asker() {
        return new PersonId(asker);
    }

    PersonId asked() {
        return new PersonId(asked);
    }

    Optional<UUID> card() {
        return Optional.ofNullable(card);
    }

    String line() {
        return line;
    }

    boolean isAgreed() {
        return answer == Answer.YES && withdrawnAt == null;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** The one of the two who is not this one. */
    PersonId other(PersonId one) {
        return one.equals(asker()) ? asked() : asker();
    }

    /** The asker asks again after having taken it back; an answer that was given stands. */
    void askAgain(String again, Clock clock) {
        line = checked(again);
        withdrawnAt = null;
        askedAt = clock.instant();
    }

    /**
     * The asker takes it back.
     *
     * @throws Refusal if both have agreed
     */
    void withdraw(Clock clock) {
        if (isAgreed()) {
            throw Refusal.of("partner.introduction.agreed");
        }
        withdrawnAt = clock.instant();
    }

    /**
     * The other says yes.
     *
     * @throws Refusal if the asker has taken it back
     */
    void accept(Clock clock) {
        requireStanding();
        answer = Answer.YES;
        answeredAt = clock.instant();
    }

    /**
     * The other says not now, which the asker is not told.
     *
     * @throws Refusal if the asker has taken it back, or both have agreed
     */
    void putAside(Clock clock) {
        requireStanding();
        if (isAgreed()) {
            throw Refusal.of("partner.introduction.agreed");
        }
        answer = Answer.NOT_NOW;
        answeredAt = clock.instant();
    }

    /** The other has not said anything yet after all. */
    void reconsider() {
        if (answer == Answer.NOT_NOW) {
            answer = Answer.NONE;
            answeredAt = null;
        }
    }

    private void requireStanding() {
        if (withdrawnAt != null) {
            throw Refusal.of("partner.introduction.gone");
        }
    }

    private static String checked(String line) {
        var clean = Clean.line(line);
        if (clean.isEmpty()) {
            throw Refusal.at("line", "partner.introduction.line.missing");
        }
        if (clean.length() > Introducing.LONGEST_LINE) {
            throw Refusal.at("line", "partner.long", Introducing.LONGEST_LINE);
        }
        return clean;
    }
}
