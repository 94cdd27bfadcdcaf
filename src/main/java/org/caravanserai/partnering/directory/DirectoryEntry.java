package org.caravanserai.partnering.directory;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;

/** A person's line in the directory of a meeting. It is there because she asked for it and goes when she leaves. */
@Entity
class DirectoryEntry extends Aggregate {

    private UUID meeting;

    private UUID person;

    private LocalizedText line = LocalizedText.EMPTY;

    private boolean showsInstitution;

    private boolean showsInterests;

    private boolean showsLanguages;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected DirectoryEntry() {}

    @SuppressWarnings("NullAway.Init")
    DirectoryEntry(MeetingId meeting, PersonId person, Shown shown, Clock clock) {
        this.meeting = meeting.value();
        this.person = person.value();
        show(shown, clock);
    }

    Shown shown() {
        return new Shown(line, showsInstitution, showsInterests, showsLanguages);
    }

    final void show(Shown shown, Clock clock) {
        line = shown.line();
        showsInstitution = shown.institution();
        showsInterests = shown.interests();
        showsLanguages = shown.languages();
        changedAt = clock.instant();
    }
}
