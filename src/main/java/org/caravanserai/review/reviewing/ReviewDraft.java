package org.caravanserai.review.reviewing;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.jspecify.annotations.Nullable;

/** A review as it is being typed. It lives beside the review, which changes only when it is submitted. */
@Entity
@NotAudited
class ReviewDraft extends Aggregate {

    private UUID assignment;

    @Convert(converter = ReviewFormConverter.class)
    private ReviewForm content;

    private @Nullable UUID savedBy;

    private Instant savedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewDraft() {}

    ReviewDraft(UUID assignment, ReviewForm content, @Nullable PersonId by, Clock clock) {
        this.assignment = assignment;
        write(content, by, clock);
    }

    ReviewForm content() {
        return content;
    }

    Optional<PersonId> savedBy() {
        return Optional.ofNullable(savedBy).map(PersonId::new);
    }

    Instant savedAt() {
        return savedAt;
    }

    final void write(ReviewForm typed, @Nullable PersonId by, Clock clock) {
        content = typed;
        savedBy = by == null ? null : by.value();
        savedAt = clock.instant();
    }
}
