package org.caravanserai.review.reviewing;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;

/** A question to review that was sent to an address without an account: whoever registers with it is asked then. */
@Entity
class ReviewerOffer extends Aggregate {

    private UUID meeting;

    private String email;

    private String language;

    private @Nullable UUID invitedBy;

    private Instant invitedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewerOffer() {}

    ReviewerOffer(MeetingId meeting, EmailAddress email, Language language, @Nullable PersonId by, Clock clock) {
        this.meeting = meeting.value();
        this.email = email.value();
        this.language = language.tag();
        this.invitedBy = by == null ? null : by.value();
        this.invitedAt = clock.instant();
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    String email() {
        return email;
    }

    Instant invitedAt() {
        return invitedAt;
    }
}
