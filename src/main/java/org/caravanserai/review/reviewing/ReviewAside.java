package org.caravanserai.review.reviewing;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;

/** What a person typed into a review while it was saved from elsewhere first: kept until she has chosen. */
@Entity
@NotAudited
class ReviewAside extends Aggregate {

    private UUID assignment;

    private UUID person;

    @Convert(converter = ReviewFormConverter.class)
    private ReviewForm content;

    private Instant setAsideAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewAside() {}

    ReviewAside(UUID assignment, PersonId person, ReviewForm content, Clock clock) {
        this.assignment = assignment;
        this.person = person.value();
        write(content, clock);
    }

    ReviewForm content() {
        return content;
    }

    final void write(ReviewForm typed, Clock clock) {
        content = typed;
        setAsideAt = clock.instant();
    }
}
