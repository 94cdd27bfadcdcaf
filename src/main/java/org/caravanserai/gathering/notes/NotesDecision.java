package org.caravanserai.gathering.notes;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What the people of an appointment have decided: perhaps with who does it, and the day by which. */
@Entity(name = "SharedNotesDecision")
class NotesDecision extends Aggregate {

    static final int LONGEST = 1_000;

    private UUID notes;

    private String text;

    private @Nullable UUID doer;

    private @Nullable LocalDate dueOn;

    @SuppressWarnings("NullAway.Init")
    protected NotesDecision() {}

    NotesDecision(UUID notes, NotesDeciding.Content content) {
        this.notes = notes;
        put(content);
    }

    UUID notes() {
        return notes;
    }

    /** Says it otherwise. */
    final void put(NotesDeciding.Content content) {
        var clean = Clean.lines(content.text());
        if (clean.isEmpty()) {
            throw Refusal.at("text", "notes.decision.missing");
        }
        if (clean.length() > LONGEST) {
            throw Refusal.at("text", "notes.decision.long", LONGEST);
        }
        text = clean;
        doer = content.doer().orElse(null);
        dueOn = content.dueOn().orElse(null);
    }

    NotesDeciding.Content content() {
        return new NotesDeciding.Content(text, Optional.ofNullable(doer), Optional.ofNullable(dueOn));
    }
}
