package org.caravanserai.gathering.notes;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.LiveUpdates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps notes and the changes that made them. Who changes them holds their row until the transaction ends, on whatever node. */
@Component
class NotesStore {

    /** So many changes are kept; whoever has missed more is given the text. */
    static final int KEPT = 1_000;

    private static final int TIDY_EVERY = 100;
    private static final String COLUMNS =
            "select id, content, revision, written_at from shared_notes where id = :notes";

    private final JdbcClient jdbc;
    private final LiveUpdates updates;
    private final Clock clock;

    NotesStore(JdbcClient jdbc, LiveUpdates updates, Clock clock) {
        this.jdbc = jdbc;
        this.updates = updates;
        this.clock = clock;
    }

    /** Notes as they are; revision 0 and no text before anybody has written. */
    record Kept(UUID notes, String text, long revision, Optional<Instant> writtenAt) {}

    /** How far notes are: their revision, and how often something else about them has changed. */
    record Standing(long revision, long changes) {}

    /** The key of the notes of an appointment on a day of its rule: the same for whoever is first to write. */
    static UUID key(AppointmentId appointment, LocalDate day) {
        return UUID.nameUUIDFromBytes((appointment.value() + "/" + day).getBytes(StandardCharsets.UTF_8));
    }

    /** The notes; without text if there are none yet. */
    Kept read(UUID notes) {
        return find(notes, "").orElseGet(() -> new Kept(notes, "", 0, Optional.empty()));
    }

    /** The notes, which nobody else changes until this transaction ends; made if there are none yet. */
    Kept locked(AppointmentId appointment, LocalDate day) {
        var notes = key(appointment, day);
        var found = find(notes, " for update");
        if (found.isPresent()) {
            return found.get();
        }
        // Of two who are first, one waits here and finds what the other has made.
        jdbc.sql("select id from appointment where id = ? for update")
                .param(appointment.value())
                .query(UUID.class)
                .optional();
        if (find(notes, "").isEmpty()) {
            jdbc.sql("insert into shared_notes (id, appointment, occurrence_day, content, revision, changes)"
                            + " values (?, ?, ?, '', 0, 0)")
                    .params(notes, appointment.value(), day)
                    .update();
        }
        return find(notes, " for update").orElseThrow();
    }

    private Optional<Kept> find(UUID notes, String lock) {
        return jdbc.sql(COLUMNS + lock)
                .param("notes", notes)
                .query((row, number) ->
                        new Kept(row.getObject(1, UUID.class), row.getString(2), row.getLong(3), instant(row, 4)))
                .optional();
    }

    /** The days of which an appointment has notes or decisions. */
    List<LocalDate> days(AppointmentId appointment) {
        return jdbc.sql("select occurrence_day from shared_notes where appointment = ? order by occurrence_day")
                .param(appointment.value())
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /** The changes since a revision. */
    List<NotesNews.Written> since(UUID notes, long revision) {
        return jdbc.sql("select revision, client, sequence, steps from shared_notes_edit"
                        + " where notes = ? and revision > ? order by revision")
                .params(notes, revision)
                .query((row, number) -> new NotesNews.Written(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        EditNotation.read(row.getString(4))))
                .list();
    }

    /** The last change of a window that was taken in; 0 if none was. */
    long sequence(UUID notes, UUID client) {
        return jdbc.sql("select last_sequence from shared_notes_writer where client = ? and notes = ?")
                .params(client, notes)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Whether a window is another person's, or one on other notes. */
    boolean isForeign(UUID notes, UUID client, PersonId person) {
        return jdbc.sql("select count(*) from shared_notes_writer where client = ? and not (notes = ? and person = ?)")
                        .params(client, notes, person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes a change in that makes the next revision of notes that are locked. */
    void write(Kept before, String text, NotesNews.Written made, PersonId person) {
        var now = now();
        jdbc.sql("insert into shared_notes_edit (notes, revision, client, sequence, person, steps, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        before.notes(),
                        made.revision(),
                        made.client(),
                        made.sequence(),
                        person.value(),
                        EditNotation.write(made.edit()),
                        now)
                .update();
        jdbc.sql("update shared_notes set content = ?, revision = ?, written_at = ? where id = ?")
                .params(text, made.revision(), now, before.notes())
                .update();
        seen(before.notes(), made.client(), person, made.sequence());
        if (made.revision() % TIDY_EVERY == 0) {
            jdbc.sql("delete from shared_notes_edit where notes = ? and revision <= ?")
                    .params(before.notes(), made.revision() - KEPT)
                    .update();
        }
        updates.send(SharedNotes.channel(before.notes()), SharedNotes.Part.TEXT);
    }

    /** How often something about the notes that is not their text has changed. */
    long changes(UUID notes) {
        return jdbc.sql("select changes from shared_notes where id = ?")
                .param(notes)
                .query(Long.class)
                .single();
    }

    /** Something about the notes that is not their text has changed. */
    void changed(UUID notes) {
        jdbc.sql("update shared_notes set changes = changes + 1 where id = ?")
                .param(notes)
                .update();
        updates.send(SharedNotes.channel(notes), SharedNotes.Part.AROUND);
    }

    /** A window is heard of, perhaps with a change that was taken in. */
    void seen(UUID notes, UUID client, PersonId person, long sequence) {
        var changed = jdbc.sql("update shared_notes_writer set seen_at = ?,"
                        + " last_sequence = case when last_sequence < ? then ? else last_sequence end"
                        + " where client = ? and notes = ? and person = ?")
                .params(now(), sequence, sequence, client, notes, person.value())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into shared_notes_writer (client, notes, person, last_sequence, seen_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(client, notes, person.value(), sequence, now())
                    .update();
        }
    }

    /** A window has been closed; what was taken from it is still known. */
    void left(UUID client) {
        jdbc.sql("update shared_notes_writer set seen_at = ? where client = ?")
                .params(now().minusHours(1), client)
                .update();
    }

    /** The windows in which some notes have been open since an instant, each with whose it is. */
    Map<UUID, Map<UUID, PersonId>> writers(Collection<UUID> notes, Instant since) {
        var found = new HashMap<UUID, Map<UUID, PersonId>>();
        if (!notes.isEmpty()) {
            jdbc.sql(
                            "select notes, client, person from shared_notes_writer where notes in (:notes) and seen_at > :since")
                    .param("notes", notes)
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        found.computeIfAbsent(row.getObject(1, UUID.class), n -> new HashMap<>())
                                .put(row.getObject(2, UUID.class), new PersonId(row.getObject(3, UUID.class)));
                    });
        }
        return found;
    }

    /** How far some notes are. */
    Map<UUID, Standing> standing(Collection<UUID> notes) {
        var found = new HashMap<UUID, Standing>();
        jdbc.sql("select id, revision, changes from shared_notes where id in (:notes)")
                .param("notes", notes)
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), new Standing(row.getLong(2), row.getLong(3)));
                });
        return found;
    }

    /** Forgets windows of which nothing has been heard for long. */
    void tidy(Instant before) {
        jdbc.sql("delete from shared_notes_writer where seen_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
