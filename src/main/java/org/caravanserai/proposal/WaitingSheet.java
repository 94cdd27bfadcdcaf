package org.caravanserai.proposal;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.caravanserai.proposal.sheet.SheetChoice;

/** A file that an organiser has uploaded and not yet taken in, with how it is read and what its columns mean. */
@Entity
@NotAudited
class WaitingSheet extends Aggregate {

    private UUID meeting;

    private UUID person;

    private UUID stored;

    private String fileName;

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> choice = new LinkedHashMap<>();

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> mapping = new LinkedHashMap<>();

    private Instant uploadedAt;

    @SuppressWarnings("NullAway.Init")
    protected WaitingSheet() {}

    WaitingSheet(MeetingId meeting, PersonId person, UUID stored, String fileName, SheetChoice choice, Clock clock) {
        this.meeting = meeting.value();
        this.person = person.value();
        this.stored = stored;
        this.fileName = fileName;
        this.choice = new LinkedHashMap<>(choice.toMap());
        this.uploadedAt = clock.instant();
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    /** The key of its bytes. */
    UUID stored() {
        return stored;
    }

    String fileName() {
        return fileName;
    }

    SheetChoice choice() {
        return SheetChoice.of(choice);
    }

    /** What the columns mean, by their heads; empty until somebody has looked. */
    Map<String, String> mapping() {
        return Map.copyOf(mapping);
    }

    /** Reads it otherwise. */
    void choose(SheetChoice other) {
        choice = new LinkedHashMap<>(other.toMap());
    }

    /** Gives its columns other meanings. */
    void map(Map<String, String> other) {
        mapping = new LinkedHashMap<>(other);
    }
}
