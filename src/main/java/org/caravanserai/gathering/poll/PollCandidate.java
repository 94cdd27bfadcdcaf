package org.caravanserai.gathering.poll;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.jspecify.annotations.Nullable;

/** A time or a day that a poll asks about. */
@Entity
class PollCandidate extends Aggregate {

    private UUID poll;

    private @Nullable Instant startsAt;

    private int minutes;

    private @Nullable LocalDate onDay;

    @SuppressWarnings("NullAway.Init")
    protected PollCandidate() {}

    PollCandidate(PollId poll, CandidateTime time) {
        this.poll = poll.value();
        switch (time) {
            case CandidateTime.Slot slot -> {
                startsAt = slot.start();
                minutes = slot.minutes();
            }
            case CandidateTime.WholeDay whole -> onDay = whole.day();
        }
    }

    PollId poll() {
        return new PollId(poll);
    }

    CandidateTime time() {
        return onDay != null
                ? new CandidateTime.WholeDay(onDay)
                : new CandidateTime.Slot(Objects.requireNonNull(startsAt), minutes);
    }
}
