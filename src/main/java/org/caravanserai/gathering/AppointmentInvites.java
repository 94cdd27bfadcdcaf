package org.caravanserai.gathering;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.mail.MailProperties;
import org.caravanserai.mail.Outbox;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.stereotype.Component;

/** Puts an appointment into files for calendars: those that go with mail, and those that people fetch. */
@Component
class AppointmentInvites {

    private final OccurrenceChanges changes;
    private final PlaceWords places;
    private final Persons persons;
    private final Messages messages;
    private final PeopleProperties installation;
    private final MailProperties mail;
    private final MailboxProperties mailbox;
    private final Clock clock;

    AppointmentInvites(
            OccurrenceChanges changes,
            PlaceWords places,
            Persons persons,
            Messages messages,
            PeopleProperties installation,
            MailProperties mail,
            MailboxProperties mailbox,
            Clock clock) {
        this.changes = changes;
        this.places = places;
        this.persons = persons;
        this.messages = messages;
        this.installation = installation;
        this.mail = mail;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /**
     * For a participant's calendar, as a file that she fetches herself.
     *
     * @param language in which the place is named
     */
    byte[] file(Appointment appointment, Language language) {
        return AppointmentCalendar.publish(
                appointment,
                times(appointment),
                shown(
                        appointment,
                        organiser(appointment, language),
                        places.words(appointment.place()).text(language),
                        appointment.purpose(),
                        clock.instant()));
    }

    /**
     * As it stands in a participant's own calendar, the same whenever it is asked for.
     *
     * @param changes what has become of some of its times
     * @param organiser the organiser's name
     * @param place where it is, in her language; may be empty
     * @param others who else is in it, by name
     */
    List<VEvent> shown(
            Appointment appointment,
            Collection<OccurrenceChange> changes,
            String organiser,
            String place,
            String others) {
        return AppointmentCalendar.events(
                AppointmentCalendar.Telling.SHOWN,
                appointment,
                appointment.occurrences(changes),
                shown(
                        appointment,
                        organiser,
                        place,
                        (appointment.purpose() + "\n\n" + others).strip(),
                        appointment.changedAt()));
    }

    private AppointmentCalendar.Sheet shown(
            Appointment appointment, String organiser, String place, String description, Instant stamp) {
        return new AppointmentCalendar.Sheet(
                address(),
                organiser,
                AppointmentCalendar.mailto(address()),
                "",
                true,
                Answer.YES,
                place,
                description,
                Optional.of(URI.create(installation.address("/app/appointments/" + appointment.key()))),
                stamp);
    }

    /**
     * What goes with a message to somebody in an appointment.
     *
     * @param times those it tells of: all, or one of several
     * @param address where she sees and answers it
     * @param others who else is in it, by name
     */
    Outbox.Attachment of(
            AppointmentCalendar.Telling telling,
            Appointment appointment,
            List<Occurrence> times,
            AppointmentReaders.Reader to,
            String address,
            String others) {
        var sheet = new AppointmentCalendar.Sheet(
                address(),
                organiser(appointment, to.language()),
                AppointmentCalendar.mailto(to.email()),
                to.name(),
                to.part().isRequired(),
                to.part().answer(),
                places.words(appointment.place()).text(to.language()),
                to.person() == null
                        ? messages.get(to.language(), "appointment.mail.answer", address)
                        : appointment.purpose() + "\n\n" + others,
                Optional.of(URI.create(address)),
                clock.instant());
        return Outbox.Attachment.calendar(
                telling == AppointmentCalendar.Telling.ASKED ? "invite.ics" : "cancel.ics",
                telling.method(),
                AppointmentCalendar.write(telling, appointment, times, sheet));
    }

    /**
     * What goes with a message to an organiser to whom somebody has proposed another time.
     *
     * @param by who has
     * @param name her name
     * @param address where the organiser takes or leaves it
     */
    Outbox.Attachment counter(
            Appointment appointment,
            AppointmentTime wish,
            Participant by,
            String name,
            Language language,
            String address) {
        var sheet = new AppointmentCalendar.Sheet(
                address(),
                organiser(appointment, language),
                // Her address is none of the organiser's; a calendar knows people by any URI (RFC 5545, 3.3.3).
                URI.create("urn:uuid:" + by.key()),
                name,
                by.isRequired(),
                by.answer(),
                places.words(appointment.place()).text(language),
                by.comment(),
                Optional.of(URI.create(address)),
                clock.instant());
        return Outbox.Attachment.calendar(
                "counter.ics", "COUNTER", AppointmentCalendar.counter(appointment, wish, sheet));
    }

    /** Each time that it takes place. */
    List<Occurrence> times(Appointment appointment) {
        return appointment.occurrences(
                appointment.recurrence().isEmpty()
                        ? List.of()
                        : changes.findByAppointmentIn(List.of(appointment.key())));
    }

    /** What its organiser is called. */
    String organiser(Appointment appointment, Language language) {
        return persons.findById(appointment.organiser().value())
                .map(p -> p.name().in(language))
                .orElse("");
    }

    /** Where calendars send answers to. */
    EmailAddress address() {
        return new EmailAddress(mailbox.address().isEmpty() ? mail.from() : mailbox.address());
    }
}
