package org.caravanserai.gathering;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.CalendarEntries;
import org.caravanserai.people.CalendarEntry;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The appointments in a person's own calendar: those that she is asked to as well as those that are sure, without those that
 * she has said no to. What was called off stays a while, marked so, for calendars that do not take away what is gone.
 */
@Component
class AppointmentEntries implements CalendarEntries {

    private static final int MOST = 500;

    private final StoredAppointments appointments;
    private final Participants participants;
    private final OccurrenceChanges changes;
    private final AppointmentInvites invites;
    private final PlaceWords places;
    private final Persons persons;

    AppointmentEntries(
            StoredAppointments appointments,
            Participants participants,
            OccurrenceChanges changes,
            AppointmentInvites invites,
            PlaceWords places,
            Persons persons) {
        this.appointments = appointments;
        this.participants = participants;
        this.changes = changes;
        this.invites = invites;
        this.places = places;
        this.persons = persons;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CalendarEntry> of(PersonId person, Language language, Instant since) {
        var found = appointments.inCalendarOf(person.value(), since, MOST).stream()
                .map(StoredAppointments.Mine::getAppointment)
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        var keys = found.stream().map(Appointment::key).toList();
        var parts = participants.of(keys).stream()
                .collect(Collectors.groupingBy(p -> p.appointment().value()));
        var changed = changes.findByAppointmentIn(keys);
        var known = new HashMap<UUID, Person>();
        persons.findAllById(java.util.stream.Stream.concat(
                                found.stream().map(Appointment::organiser),
                                parts.values().stream().flatMap(List::stream).flatMap(p -> p.person().stream()))
                        .map(PersonId::value)
                        .distinct()
                        .toList())
                .forEach(p -> known.put(p.key(), p));
        return found.stream()
                .map(a -> new CalendarEntry(
                        a.time().zone(),
                        a.time().start(),
                        a.endsAt(),
                        invites.shown(
                                a,
                                changed,
                                Objects.requireNonNull(known.get(a.organiser().value()))
                                        .name()
                                        .in(language),
                                places.words(a.place()).text(language),
                                new AppointmentReaders.Everybody(parts.getOrDefault(a.key(), List.of()), known)
                                        .except(person, language))))
                .toList();
    }
}
