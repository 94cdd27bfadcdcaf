package org.caravanserai.gathering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
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
    private final AppointmentReaders readers;

    AppointmentOccasions(
            StoredAppointments appointments,
            Participants participants,
            OccurrenceChanges changes,
            AppointmentReaders readers) {
        this.appointments = appointments;
        this.participants = participants;
        this.changes = changes;
        this.readers = readers;
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
        var known = readers.known(all);
        var addresses = readers.addresses(all);
        return all.stream()
                .map(part -> {
                    var person = part.person().flatMap(p -> Optional.ofNullable(known.get(p.value())));
                    return new Guest(
                            part.key(),
                            person,
                            person.map(Person::name).orElseGet(() -> PersonName.published(part.invitedName())),
                            person.map(Person::language).orElseGet(part::invitedLanguage),
                            Optional.ofNullable(addresses.get(part.key())));
                })
                .toList();
    }
}
