package org.caravanserai.proposal;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.jspecify.annotations.Nullable;

/** One sheet that was taken in: who did it, when, and how much came of it. */
@Entity
class SheetImport extends Aggregate {

    private UUID meeting;

    private @Nullable UUID importer;

    private String fileName;

    private int proposals;

    private Instant takenAt;

    private @Nullable Instant undoneAt;

    private int withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected SheetImport() {}

    SheetImport(MeetingId meeting, PersonId importer, String fileName, int proposals, Clock clock) {
        this.meeting = meeting.value();
        this.importer = importer.value();
        this.fileName = fileName;
        this.proposals = proposals;
        this.takenAt = clock.instant();
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    Optional<PersonId> importer() {
        return Optional.ofNullable(importer).map(PersonId::new);
    }

    String fileName() {
        return fileName;
    }

    int proposals() {
        return proposals;
    }

    Instant takenAt() {
        return takenAt;
    }

    Optional<Instant> undoneAt() {
        return Optional.ofNullable(undoneAt);
    }

    /** How many of its proposals undoing has withdrawn. */
    int withdrawn() {
        return withdrawn;
    }

    /** Notes that it was undone. */
    void undo(int count, Clock clock) {
        undoneAt = clock.instant();
        withdrawn = count;
    }
}
