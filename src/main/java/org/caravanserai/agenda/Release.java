package org.caravanserai.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A numbered, published agenda. It never changes. */
@Entity
@NotAudited
public class Release extends Aggregate {

    private UUID meeting;

    @Column(name = "release_number")
    private int number;

    private Instant publishedAt;

    private @Nullable UUID publisher;

    private LocalizedText note;

    private UUID snapshot;

    @SuppressWarnings("NullAway.Init")
    protected Release() {}

    /** A release; {@code publisher} is null when the system publishes, as an import does; {@code snapshot} is a stored file. */
    public Release(
            MeetingId meeting,
            int number,
            @Nullable PersonId publisher,
            LocalizedText note,
            UUID snapshot,
            Clock clock) {
        this.meeting = meeting.value();
        this.number = number;
        this.publisher = publisher == null ? null : publisher.value();
        this.note = note;
        this.publishedAt = clock.instant();
        this.snapshot = snapshot;
        publish(new AgendaPublished(meeting, number));
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    /** 1 for the first of a meeting. */
    public int number() {
        return number;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public Optional<PersonId> publisher() {
        return Optional.ofNullable(publisher).map(PersonId::new);
    }

    /** What the organiser says of it. */
    public LocalizedText note() {
        return note;
    }

    /** The stored file of the agenda as it was published. */
    UUID snapshot() {
        return snapshot;
    }
}
