package org.caravanserai.gathering.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentOccasions;
import org.caravanserai.gathering.AppointmentOccasions.Occasions;
import org.caravanserai.gathering.AppointmentState;
import org.caravanserai.gathering.Occurrence;
import org.caravanserai.people.Access;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notes of an appointment, a text for each day on which it takes place, that everybody in it with an account writes at the
 * same time. A change is made to the text its writer saw; it is moved behind those that others have made since, so that
 * nobody's words are lost.
 */
@Service
public class SharedNotes {

    /** The most characters that people can write. */
    public static final int LONGEST = 50_000;

    /** Of those who fill the notes at the same time, none loses what she has written. */
    private static final int MOST = LONGEST + 5_000;

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private final NotesStore store;
    private final AppointmentOccasions occasions;
    private final Access access;

    SharedNotes(NotesStore store, AppointmentOccasions occasions, Access access) {
        this.store = store;
        this.occasions = occasions;
        this.access = access;
    }

    /**
     * Notes as somebody finds them.
     *
     * @param key what the windows of a browser know them by
     * @param closed whether nobody writes in them any more, because they were called off
     */
    public record Notes(UUID key, String text, long revision, Optional<Instant> writtenAt, boolean closed) {}

    /**
     * A change that somebody has made.
     *
     * @param client the window in which she writes
     * @param sequence which of the changes of that window it is; one that comes again is not made again
     * @param base the revision of the text that she has changed
     */
    public record Sent(UUID client, long sequence, long base, TextEdit edit) {}

    /** What of notes has changed. */
    public enum Part {
        /** The text that is written together. */
        TEXT,
        /** What stands around it, such as decisions. */
        AROUND
    }

    /** Where open views hear that notes, or what stands around them, have changed: which {@link Part}. They ask again what they may see. */
    public static LiveUpdates.Channel channel(UUID notes) {
        return new LiveUpdates.Channel("notes", notes);
    }

    /** The days of which an appointment has notes or can have them, in their order; at least one. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional(readOnly = true)
    public List<LocalDate> days(AppointmentId appointment) {
        var all = occasions(appointment);
        var days = new TreeSet<>(store.days(appointment));
        if (days.isEmpty() || !all.once()) {
            all.times().stream().map(Occurrence::day).forEach(days::add);
        }
        return List.copyOf(days);
    }

    /** The notes of a day. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional(readOnly = true)
    public Notes read(AppointmentId appointment, LocalDate day) {
        var kept = store.read(NotesStore.key(appointment, day));
        return new Notes(
                kept.notes(), kept.text(), kept.revision(), kept.writtenAt(), isClosed(occasions(appointment), day));
    }

    /** What has been written since a revision, for a window that has that. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional(readOnly = true)
    public NotesNews since(AppointmentId appointment, LocalDate day, UUID client, long revision) {
        var notes = NotesStore.key(appointment, day);
        return news(store.read(notes), client, revision);
    }

    /**
     * Takes a change in.
     *
     * @return what has been written since the revision that was changed, the change itself among it; without it if that
     *     revision lies too far back, and the text itself is given instead
     * @throws Refusal if nobody writes here any more, the notes are full, or the change cannot be one of theirs
     */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional
    public NotesNews take(AppointmentId appointment, LocalDate day, Sent sent) {
        var me = access.requireMe();
        if (UNSEEN.matcher(sent.edit().inserted()).find()) {
            throw Refusal.of("notes.refused.unreadable");
        }
        // Looked at before there are notes of that day because of this change.
        var closed = isClosed(occasions(appointment), day);
        var notes = store.locked(appointment, day);
        if (store.isForeign(notes.notes(), sent.client(), me)) {
            throw Refusal.of("notes.refused.unreadable");
        }
        var news = news(notes, sent.client(), sent.base());
        if (news.whole().isPresent() || sent.sequence() <= store.sequence(notes.notes(), sent.client())) {
            return news;
        }
        if (closed) {
            throw Refusal.of("notes.refused.closed");
        }
        var edit = sent.edit();
        String text;
        try {
            for (var earlier : news.edits()) {
                edit = TextEdit.transform(earlier.edit(), edit).second();
            }
            text = edit.applyTo(notes.text());
        } catch (IllegalArgumentException e) {
            // Whoever has lost her way is given the text.
            return whole(notes, sent.client());
        }
        if (text.length() > MOST && text.length() > notes.text().length()) {
            throw Refusal.of("notes.refused.full", LONGEST);
        }
        store.write(notes, text, new NotesNews.Written(notes.revision() + 1, sent.client(), sent.sequence(), edit), me);
        return news(store.read(notes.notes()), sent.client(), sent.base());
    }

    private NotesNews news(NotesStore.Kept notes, UUID client, long revision) {
        if (revision < 0 || revision > notes.revision() || revision < notes.revision() - NotesStore.KEPT) {
            return whole(notes, client);
        }
        var edits = store.since(notes.notes(), revision);
        return edits.isEmpty() || edits.getFirst().revision() == revision + 1
                ? new NotesNews(edits, Optional.empty(), notes.writtenAt())
                : whole(notes, client);
    }

    private NotesNews whole(NotesStore.Kept notes, UUID client) {
        return new NotesNews(
                List.of(),
                Optional.of(new NotesNews.Whole(notes.text(), notes.revision(), store.sequence(notes.notes(), client))),
                notes.writtenAt());
    }

    /**
     * Refuses what would change notes in which nobody writes any more.
     *
     * @throws Refusal if the appointment or this time of it was called off, or does not take place on that day
     */
    void requireOpen(AppointmentId appointment, LocalDate day) {
        if (isClosed(occasions(appointment), day)) {
            throw Refusal.of("notes.refused.closed");
        }
    }

    private boolean isClosed(Occasions all, LocalDate day) {
        if (all.state() == AppointmentState.CANCELLED || all.state() == AppointmentState.DRAFT) {
            return true;
        }
        return all.on(day)
                .map(one -> one.state() == Occurrence.State.CANCELLED)
                .orElseGet(() -> !store.days(all.id()).contains(day));
    }

    private Occasions occasions(AppointmentId appointment) {
        return occasions.of(appointment).orElseThrow(() -> Refusal.of("appointment.gone"));
    }
}
