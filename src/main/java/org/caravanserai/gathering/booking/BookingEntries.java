package org.caravanserai.gathering.booking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.people.CalendarEntries;
import org.caravanserai.people.CalendarEntry;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bookings that wait for an answer, in the calendars of both; those that are taken are appointments. */
@Component
class BookingEntries implements CalendarEntries {

    private final AllOfficeHours officeHours;
    private final Bookings bookings;
    private final Persons persons;
    private final PeopleProperties installation;

    BookingEntries(AllOfficeHours officeHours, Bookings bookings, Persons persons, PeopleProperties installation) {
        this.officeHours = officeHours;
        this.bookings = bookings;
        this.persons = persons;
        this.installation = installation;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CalendarEntry> of(PersonId person, Language language, Instant since) {
        var waiting = bookings.waitingFor(person.value(), since);
        if (waiting.isEmpty()) {
            return List.of();
        }
        var owners = officeHours
                .findAllById(
                        waiting.stream().map(Booking::officeHours).distinct().toList())
                .stream()
                .collect(Collectors.toMap(OfficeHours::key, OfficeHours::person));
        var people = persons
                .findAllById(Stream.concat(Stream.of(person), owners.values().stream())
                        .map(PersonId::value)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::key, p -> p));
        return waiting.stream()
                .map(booking -> {
                    var owner = Objects.requireNonNull(owners.get(booking.officeHours()));
                    return entry(booking, Objects.requireNonNull(people.get(owner.value())), person, language);
                })
                .toList();
    }

    private CalendarEntry entry(Booking booking, Person owner, PersonId reader, Language language) {
        var hers = owner.id().equals(reader);
        return CalendarEntry.once(
                booking.key() + "@bookings.caravanserai",
                booking.madeAt(),
                false,
                owner.zone(),
                booking.slot().start(),
                booking.slot().end(),
                new CalendarEntry.Told(
                        hers ? booking.visitorName() : owner.name().in(language),
                        "",
                        "",
                        hers ? installation.address("/app/office-hours") : ""));
    }
}
