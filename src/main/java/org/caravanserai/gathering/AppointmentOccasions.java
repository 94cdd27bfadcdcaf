package org.caravanserai.gathering;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells when an appointment takes place and whom it concerns, for what belongs to its single times, such as their notes. */
@Service
@Internal
public class AppointmentOccasions {

    private final StoredAppointments appointments;
    private final Participants participants;
    private final OccurrenceChanges changes;
    private final Strangers strangers;
    private final Persons persons;
    private final Accounts accounts;

    AppointmentOccasions(
            StoredAppointments appointments,
            Participants participants,
            OccurrenceChanges changes,
            Strangers strangers,
            Persons persons,
            Accounts accounts) {
        this.appointments = appointments;
        this.participants = participants;
        this.changes = changes;
        this.strangers = strangers;
        this.persons = persons;
        this.accounts = accounts;
    }

    /**
     * An appointment with its times.
     *
     * @param once whether it does not repeat; it then has one time
     */
    public record Occasions(
            AppointmentId id,
            PersonId organiser,
            Optional<MeetingId> meeting,
            String title,
            AppointmentState state,
            boolean once,
            List<Occurrence> times) {

        /** Its time of a day of the rule; empty if it has none. */
        public Optional<Occurrence> on(LocalDate day) {
            return times.stream().filter(one -> one.day().equals(day)).findFirst();
        }
    }

    /**
     * Somebody in it.
     *
     * @param key which participant it is
     * @param person her profile; empty for somebody invited by mail
     * @param email where she is written to; empty if she cannot be, or wants no mail. It is for sending alone.
     */
    public record Guest(
            UUID key, Optional<Person> person, PersonName name, Language language, Optional<EmailAddress> email) {}

    /** The appointment; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<Occasions> of(AppointmentId appointment) {
        return appointments
                .findById(appointment.value())
                .map(one -> new Occasions(
                        one.id(),
                        one.organiser(),
                        one.meeting(),
                        one.title(),
                        one.state(),
                        one.recurrence().isEmpty(),
                        one.occurrences(
                                one.recurrence().isEmpty()
                                        ? List.of()
                                        : changes.findByAppointmentIn(List.of(one.key())))));
    }

    /** Everybody in it, in the order in which they were asked. */
    @Transactional(readOnly = true)
    public List<Guest> guests(AppointmentId appointment) {
        var all = participants.of(appointment.value());
        var keys = all.stream()
                .flatMap(p -> p.person().stream())
                .map(PersonId::value)
                .toList();
        var known = new HashMap<UUID, Person>();
        persons.findAllById(keys).forEach(p -> known.put(p.key(), p));
        var reachable = new HashMap<UUID, EmailAddress>();
        accounts.findByPersonIn(keys).stream()
                .filter(Account::isUsable)
                .forEach(a -> reachable.put(a.person().value(), a.email()));
        return all.stream().map(p -> guest(p, known, reachable)).toList();
    }

    private Guest guest(Participant part, Map<UUID, Person> known, Map<UUID, EmailAddress> reachable) {
        var person = part.person().flatMap(p -> Optional.ofNullable(known.get(p.value())));
        return new Guest(
                part.key(),
                person,
                person.map(Person::name).orElseGet(() -> PersonName.published(part.invitedName())),
                person.map(Person::language).orElseGet(part::invitedLanguage),
                Stream.concat(
                                person.flatMap(p -> Optional.ofNullable(reachable.get(p.key()))).stream(),
                                part.invitedEmail().filter(strangers::mayWrite).stream())
                        .findFirst());
    }
}
