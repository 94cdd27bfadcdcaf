package org.caravanserai.review.reviewing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.jspecify.annotations.Nullable;

/** What a review said when it was submitted, for the first time or again. It never changes afterwards. */
@Entity
class ReviewVersion extends Aggregate {

    private UUID review;

    @Column(name = "version_number")
    private int number;

    private int round;

    @Secret
    @Convert(converter = ReviewFormConverter.class)
    private ReviewForm content;

    private @Nullable UUID submittedBy;

    private Instant submittedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewVersion() {}

    ReviewVersion(Review review, int number, ReviewForm content, @Nullable PersonId by) {
        this.review = review.key();
        this.number = number;
        this.round = review.round();
        this.content = content;
        this.submittedBy = by == null ? null : by.value();
        this.submittedAt = review.submittedAt();
    }

    /** Counts from 1. */
    int number() {
        return number;
    }

    int round() {
        return round;
    }

    ReviewForm content() {
        return content;
    }

    Instant submittedAt() {
        return submittedAt;
    }
}
