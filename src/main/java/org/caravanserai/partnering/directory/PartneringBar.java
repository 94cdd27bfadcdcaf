package org.caravanserai.partnering.directory;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;

/** An organiser has excluded a person from the partner finding of a meeting. */
@Entity
class PartneringBar extends Aggregate {

    private UUID meeting;

    private UUID person;

    private Instant barredAt;

    @SuppressWarnings("NullAway.Init")
    protected PartneringBar() {}

    PartneringBar(MeetingId meeting, PersonId person, Clock clock) {
        this.meeting = meeting.value();
        this.person = person.value();
        this.barredAt = clock.instant();
    }
}
