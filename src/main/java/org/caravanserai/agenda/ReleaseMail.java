package org.caravanserai.agenda;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.ReleaseDifference.SessionChange;
import org.caravanserai.mail.Outbox;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes to each person whom a release concerns, one message for all her sessions: what changed, on the meeting's clock and
 * hers, and the changed sessions as a calendar file that moves them where they were kept before.
 */
@Component
class ReleaseMail {

    private final Accounts accounts;
    private final Persons persons;
    private final ReleaseWords words;
    private final ReleaseCalendars calendars;
    private final Messages messages;
    private final PeopleProperties properties;

    ReleaseMail(
            Accounts accounts,
            Persons persons,
            ReleaseWords words,
            ReleaseCalendars calendars,
            Messages messages,
            PeopleProperties properties) {
        this.accounts = accounts;
        this.persons = persons;
        this.words = words;
        this.calendars = calendars;
        this.messages = messages;
        this.properties = properties;
    }

    /** Where somebody can be written to, and how she reads. */
    record Reader(EmailAddress email, Language language, ZoneId zone) {}

    /** Those of these people who can be written to. */
    Map<UUID, Reader> readers(Collection<UUID> people) {
        var known = persons.findAllById(people).stream().collect(Collectors.toMap(Person::key, p -> p));
        var readers = new HashMap<UUID, Reader>();
        for (var account : accounts.findByPersonIn(people)) {
            var person = known.get(account.person().value());
            if (person != null && account.isUsable()) {
                readers.put(person.key(), reader(account, person));
            }
        }
        return readers;
    }

    private static Reader reader(Account account, Person person) {
        return new Reader(account.email(), person.language(), person.zone());
    }

    /** What one person is written. */
    Outbox.Message write(PublishedAgenda agenda, ReleaseConcern concern, Reader reader, LocalizedText note) {
        var meeting = agenda.snapshot().meeting();
        var language = reader.language();
        var reading = new ReleaseWords.Reading(
                language, ZoneId.of(meeting.zone()), meeting.city(), Optional.of(reader.zone()));
        var paragraphs = new ArrayList<String>();
        paragraphs.add(messages.get(
                language, "release.mail.hello", concern.person().name().in(language)));
        paragraphs.add(messages.get(
                language,
                "release.mail.intro",
                agenda.number(),
                meeting.name().text(language),
                concern.changes().size()));
        concern.changes().forEach(change -> paragraphs.add(session(change, reading)));
        if (!note.isEmpty()) {
            paragraphs.add(note.text(language));
        }
        paragraphs.add(messages.get(language, "release.mail.calendar"));
        return new Outbox.Message(
                reader.email(),
                new org.caravanserai.people.PersonId(concern.person().key()),
                agenda.meeting().value(),
                "agenda-release",
                language,
                messages.get(language, "release.mail.subject", meeting.name().text(language)),
                String.join("\n\n", paragraphs),
                messages.get(language, "release.mail.action"),
                properties.address("/m/" + meeting.slug() + "/programme"));
    }

    private String session(SessionChange change, ReleaseWords.Reading reading) {
        return Stream.concat(
                        Stream.of(messages.get(
                                reading.language(),
                                "release.mail.session",
                                change.title().text(reading.language()),
                                reading.moment(change.start()))),
                        change.changes().stream().map(what -> "– " + words.of(what, reading)))
                .collect(Collectors.joining("\n"));
    }

    /** The calendar that goes with it: her changed sessions, those that are gone marked as cancelled. */
    Outbox.Attachment calendar(
            PublishedAgenda agenda, @Nullable AgendaSnapshot before, ReleaseConcern concern, Reader reader) {
        Set<UUID> changed = new HashSet<>();
        concern.changes().forEach(change -> changed.add(change.session()));
        var sessions = new ArrayList<SessionPart>();
        for (var session : agenda.snapshot().sessions()) {
            if (changed.remove(session.key())) {
                sessions.add(session);
            }
        }
        if (before != null) {
            before.sessions().stream()
                    .filter(s -> changed.contains(s.key()))
                    .map(SessionPart::calledOff)
                    .forEach(sessions::add);
        }
        return new Outbox.Attachment(
                agenda.snapshot().meeting().slug() + ".ics",
                "text/calendar; charset=UTF-8",
                calendars.write(agenda, List.copyOf(sessions), reader.language()));
    }
}
