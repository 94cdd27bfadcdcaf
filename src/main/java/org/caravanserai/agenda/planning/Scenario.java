package org.caravanserai.agenda.planning;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Another agenda of a meeting, to try something out beside the working one. */
@Entity
class Scenario extends Aggregate {

    static final int LONGEST_NAME = 120;

    private UUID meeting;

    private String name;

    private Instant madeAt;

    private @Nullable UUID maker;

    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init")
    protected Scenario() {}

    Scenario(MeetingId meeting, String name, @Nullable PersonId maker, Clock clock) {
        this.meeting = meeting.value();
        this.name = Clean.line(name);
        this.maker = maker == null ? null : maker.value();
        this.madeAt = clock.instant();
        if (this.name.isEmpty()) {
            throw Refusal.at("name", "optimiser.scenario.name.required");
        }
        if (this.name.length() > LONGEST_NAME) {
            throw Refusal.at("name", "meeting.text.long", LONGEST_NAME);
        }
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    String name() {
        return name;
    }

    Instant madeAt() {
        return madeAt;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Clock clock) {
        deletedAt = clock.instant();
    }

    void restore() {
        deletedAt = null;
    }
}
