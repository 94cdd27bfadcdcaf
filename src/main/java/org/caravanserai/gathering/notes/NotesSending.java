package org.caravanserai.gathering.notes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentOccasions;
import org.caravanserai.gathering.AppointmentOccasions.Guest;
import org.caravanserai.gathering.AppointmentOccasions.Occasions;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends what was written and decided to everybody in an appointment, each in her language and by her clocks, when its organiser
 * says so. The messages leave after a pause, in which she can take them back; after a change she can send again.
 */
@Service
public class NotesSending {

    /** How long messages wait; the offer to take them back stands shorter. */
    static final Duration PAUSE = Duration.ofSeconds(40);

    private final NotesStore store;
    private final SharedNotes shared;
    private final NotesDeciding deciding;
    private final AppointmentOccasions occasions;
    private final Outbox outbox;
    private final Messages messages;
    private final PeopleProperties installation;
    private final JdbcClient jdbc;
    private final Clock clock;

    NotesSending(
            NotesStore store,
            SharedNotes shared,
            NotesDeciding deciding,
            AppointmentOccasions occasions,
            Outbox outbox,
            Messages messages,
            PeopleProperties installation,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.shared = shared;
        this.deciding = deciding;
        this.occasions = occasions;
        this.outbox = outbox;
        this.messages = messages;
        this.installation = installation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Last(Instant sentAt, long revision, long changes) {}

    /** When the notes of a day were last sent; empty if they were not. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional(readOnly = true)
    public Optional<Instant> sentAt(AppointmentId appointment, LocalDate day) {
        return last(NotesStore.key(appointment, day)).map(Last::sentAt);
    }

    /**
     * Sends the notes and decisions of a day, as they are now, to everybody who can be written to.
     *
     * @return what takes it back
     * @throws Refusal if it has not begun or was called off, nothing was written or decided, or nothing has changed since they
     *     were last sent
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public UUID send(AppointmentId appointment, LocalDate day) {
        var all = occasions.of(appointment).orElseThrow(() -> Refusal.of("appointment.gone"));
        shared.requireOpen(appointment, day);
        if (all.on(day)
                .filter(one -> one.time().start().isAfter(clock.instant()))
                .isPresent()) {
            throw Refusal.of("notes.send.early");
        }
        var notes = store.locked(appointment, day);
        var decided = deciding.of(appointment, day);
        if (notes.text().isBlank() && decided.isEmpty()) {
            throw Refusal.of("notes.send.empty");
        }
        var changes = store.changes(notes.notes());
        if (last(notes.notes())
                .filter(last -> last.revision() == notes.revision() && last.changes() == changes)
                .isPresent()) {
            throw Refusal.of("notes.send.same");
        }
        var sending = Ids.next();
        jdbc.sql("insert into shared_notes_sending (id, notes, sent_at, revision, changes) values (?, ?, ?, ?, ?)")
                .params(
                        sending,
                        notes.notes(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        notes.revision(),
                        changes)
                .update();
        for (var guest : occasions.guests(appointment)) {
            guest.email()
                    .ifPresent(email -> outbox.queue(
                            message(all, day, guest, email, notes.text(), decided)
                                    .once("notes:" + sending + ":" + guest.key()),
                            sending,
                            PAUSE));
        }
        return sending;
    }

    /**
     * Takes a sending back before anybody has got it.
     *
     * @throws Refusal if it has left
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void takeBack(AppointmentId appointment, LocalDate day, UUID sending) {
        var removed = jdbc.sql("delete from shared_notes_sending where id = ? and notes = ? and sent_at > ?")
                .params(
                        sending,
                        NotesStore.key(appointment, day),
                        OffsetDateTime.ofInstant(clock.instant().minus(PAUSE), ZoneOffset.UTC))
                .update();
        if (removed == 0) {
            throw Refusal.of("notes.send.late");
        }
        outbox.takeBack(sending);
    }

    private Optional<Last> last(UUID notes) {
        return jdbc.sql("select sent_at, revision, changes from shared_notes_sending where notes = ?"
                        + " order by sent_at desc limit 1")
                .param(notes)
                .query((row, number) ->
                        new Last(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3)))
                .optional();
    }

    private Outbox.Message message(
            Occasions all,
            LocalDate day,
            Guest guest,
            EmailAddress email,
            String text,
            List<NotesDeciding.Decision> decided) {
        var language = guest.language();
        var parts = new StringBuilder(messages.get(language, "notes.mail.text", all.title(), when(all, day, guest)));
        if (!text.isBlank()) {
            parts.append("\n\n").append(text.strip());
        }
        if (!decided.isEmpty()) {
            parts.append("\n\n")
                    .append(messages.get(language, "notes.mail.decisions"))
                    .append("\n\n")
                    .append(decided.stream().map(one -> line(one, language)).collect(Collectors.joining("\n\n")));
        }
        var known = guest.person().isPresent();
        return new Outbox.Message(
                email,
                guest.person().map(Person::id).orElse(null),
                all.meeting().map(MeetingId::value).orElse(null),
                "notes",
                language,
                messages.get(language, "notes.mail.subject", all.title()),
                parts.toString(),
                known ? messages.get(language, "notes.mail.open") : "",
                known ? installation.address("/app/appointments/" + all.id().value()) : "");
    }

    private static String when(Occasions all, LocalDate day, Guest guest) {
        return all.on(day)
                .map(one -> {
                    var zone = guest.person()
                            .map(Person::zone)
                            .orElseGet(() -> one.time().zone());
                    return Moments.full(
                            guest.language(), one.time().start(), zone, Moments.city(guest.language(), zone));
                })
                .orElseGet(() -> Moments.day(guest.language(), day));
    }

    private String line(NotesDeciding.Decision one, Language language) {
        var line = new StringBuilder("– ").append(one.content().text());
        one.doer().ifPresent(doer -> line.append(" – ").append(doer.in(language)));
        one.content()
                .dueOn()
                .ifPresent(due -> line.append(" – ")
                        .append(messages.get(language, "notes.decision.by", Moments.day(language, due))));
        return line.toString();
    }
}
