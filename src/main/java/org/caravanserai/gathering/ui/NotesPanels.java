package org.caravanserai.gathering.ui;

import java.time.Clock;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.gathering.notes.NotesDeciding;
import org.caravanserai.gathering.notes.NotesPresence;
import org.caravanserai.gathering.notes.NotesSending;
import org.caravanserai.gathering.notes.SharedNotes;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Makes the part of an appointment's view in which its people write together. */
@Component
record NotesPanels(
        SharedNotes notes,
        NotesPresence presence,
        NotesDeciding deciding,
        NotesSending sending,
        LiveUpdates updates,
        Clock clock) {

    /** The notes of the day that the address names, or of the time that is now, was last, or is first. */
    NotesPanel of(AppointmentView one, String day, Words words) {
        return new NotesPanel(this, one, day, words);
    }
}
