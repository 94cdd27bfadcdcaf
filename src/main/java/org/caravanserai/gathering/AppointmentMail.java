package org.caravanserai.gathering;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.mail.MailProperties;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to the people of an appointment what has become of it, each a message of her own with a file for her calendar. They
 * leave after a pause, so that what is taken back at once was never told.
 */
@Component
class AppointmentMail {

    /** Longer than a cancellation can be taken back. */
    static final Duration PAUSE = Appointment.UNDO.plusSeconds(10);

    private final StoredAppointments appointments;
    private final Participants participants;
    private final OccurrenceChanges changes;
    private final AppointmentLinks links;
    private final PlaceWords places;
    private final Strangers strangers;
    private final Persons persons;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Messages messages;
    private final PeopleProperties installation;
    private final MailProperties mail;
    private final MailboxProperties mailbox;
    private final Clock clock;

    AppointmentMail(
            StoredAppointments appointments,
            Participants participants,
            OccurrenceChanges changes,
            AppointmentLinks links,
            PlaceWords places,
            Strangers strangers,
            Persons persons,
            Accounts accounts,
            Outbox outbox,
            Messages messages,
            PeopleProperties installation,
            MailProperties mail,
            MailboxProperties mailbox,
            Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.changes = changes;
        this.links = links;
        this.places = places;
        this.strangers = strangers;
        this.persons = persons;
        this.accounts = accounts;
        this.outbox = outbox;
        this.messages = messages;
        this.installation = installation;
        this.mail = mail;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** What a message tells; its words are found by its name. */
    private enum Kind {
        PROPOSED,
        AGREED,
        CHANGED,
        CANCELLED,
        COUNTERED
    }

    /** Somebody who is written to. */
    private record To(
            Participant part,
            EmailAddress email,
            @Nullable Person person,
            String name,
            Language language,
            ZoneId zone) {}

    @EventListener
    void on(AppointmentChanged event) {
        var appointment = appointments.findById(event.appointment().value()).orElseThrow();
        switch (event) {
            case AppointmentChanged.Proposed e -> tell(appointment, Kind.PROPOSED, others(appointment));
            case AppointmentChanged.Agreed e -> tell(appointment, Kind.AGREED, participants.of(appointment.key()));
            case AppointmentChanged.Rescheduled e -> tell(appointment, Kind.CHANGED, others(appointment));
            case AppointmentChanged.OccurrenceChanged e ->
                times(appointment).stream()
                        .filter(one -> one.day().equals(e.day()))
                        .findFirst()
                        .ifPresent(one -> tell(
                                appointment,
                                one.state() == Occurrence.State.CANCELLED ? Kind.CANCELLED : Kind.CHANGED,
                                others(appointment),
                                List.of(one)));
            case AppointmentChanged.Cancelled e -> tell(appointment, Kind.CANCELLED, others(appointment));
            case AppointmentChanged.Restored e -> outbox.takeBack(appointment.cause());
            case AppointmentChanged.Countered e ->
                tell(
                        appointment,
                        Kind.COUNTERED,
                        participants
                                .findByAppointmentAndPerson(
                                        appointment.key(),
                                        appointment.organiser().value())
                                .stream()
                                .toList());
            case AppointmentChanged.Joined e ->
                tell(
                        appointment,
                        Kind.PROPOSED,
                        participants.findById(e.participant()).stream().toList());
            case AppointmentChanged.Left e ->
                tell(
                        appointment,
                        Kind.CANCELLED,
                        participants.findById(e.participant()).stream().toList());
            case AppointmentChanged.Answered e -> {
                // The organiser sees it where the appointment is; a mail for each answer would be too many.
            }
            case AppointmentChanged.Held e -> {
                // It lies in the past: there is nothing that anybody would have to do.
            }
        }
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
                new AppointmentCalendar.Sheet(
                        address(),
                        organiser(appointment, language),
                        address(),
                        "",
                        true,
                        Answer.YES,
                        places.words(appointment.place()).text(language),
                        appointment.purpose(),
                        Optional.of(URI.create(installation.address("/app/appointments/" + appointment.key()))),
                        clock.instant()));
    }

    private List<Participant> others(Appointment appointment) {
        return participants.of(appointment.key()).stream()
                .filter(p -> p.person().filter(appointment.organiser()::equals).isEmpty())
                .toList();
    }

    private List<Occurrence> times(Appointment appointment) {
        return appointment.occurrences(
                appointment.recurrence().isEmpty()
                        ? List.of()
                        : changes.findByAppointmentIn(List.of(appointment.key())));
    }

    private void tell(Appointment appointment, Kind kind, Collection<Participant> whom) {
        tell(appointment, kind, whom, times(appointment));
    }

    /** Tells of all its times, or of one. */
    private void tell(Appointment appointment, Kind kind, Collection<Participant> whom, List<Occurrence> times) {
        var everybody = participants.of(appointment.key());
        var names = names(everybody);
        for (var to : readers(appointment, whom)) {
            var address = address(appointment, to);
            var message = message(appointment, kind, to, address, times);
            if (kind == Kind.COUNTERED) {
                outbox.queue(message, appointment.cause(), PAUSE);
                continue;
            }
            var others = everybody.stream()
                    .filter(p -> !p.key().equals(to.part().key()))
                    .map(p -> p.person()
                            .map(id -> names.get(id.value()))
                            .map(person -> person.name().in(to.language()))
                            .orElse(p.invitedName()))
                    .collect(Collectors.joining(", "));
            var sheet = new AppointmentCalendar.Sheet(
                    address(),
                    organiser(appointment, to.language()),
                    to.email(),
                    to.name(),
                    to.part().isRequired(),
                    to.part().answer(),
                    places.words(appointment.place()).text(to.language()),
                    to.person() == null
                            ? messages.get(to.language(), "appointment.mail.answer", address)
                            : appointment.purpose() + "\n\n" + others,
                    Optional.of(URI.create(address)),
                    clock.instant());
            var cancels = kind == Kind.CANCELLED;
            outbox.queue(
                    message,
                    new Outbox.Attachment(
                            cancels ? "cancel.ics" : "invite.ics",
                            "text/calendar; charset=UTF-8; method=" + (cancels ? "CANCEL" : "REQUEST"),
                            cancels
                                    ? AppointmentCalendar.cancel(appointment, times, sheet)
                                    : AppointmentCalendar.request(appointment, times, sheet)),
                    appointment.cause(),
                    PAUSE);
        }
    }

    private Outbox.Message message(Appointment appointment, Kind kind, To to, String address, List<Occurrence> times) {
        var language = to.language();
        var prefix = "appointment.mail." + kind.name();
        var organiser = organiser(appointment, language);
        var time = times.getFirst().time();
        var paragraphs = new ArrayList<String>();
        paragraphs.add(messages.get(language, "appointment.mail.hello", to.name()));
        paragraphs.add(messages.get(language, prefix + ".text", appointment.title(), organiser));
        var place = places.words(appointment.place()).text(language);
        paragraphs.add(messages.get(
                        language,
                        "appointment.mail.when",
                        Moments.onBoth(
                                language, time.start(), time.zone(), Moments.city(language, time.zone()), to.zone()),
                        time.length().toMinutes())
                + (place.isEmpty() ? "" : "\n" + messages.get(language, "appointment.mail.where", place)));
        if (times.size() > 1) {
            paragraphs.add(repeats(times, to));
        }
        if (to.person() == null) {
            paragraphs.add(messages.get(language, "appointment.mail.stranger", organiser));
        } else if (!appointment.purpose().isEmpty()) {
            paragraphs.add(appointment.purpose());
        }
        return new Outbox.Message(
                to.email(),
                to.part().person().orElse(null),
                appointment.meeting().map(MeetingId::value).orElse(null),
                "appointment",
                language,
                messages.get(language, prefix + ".subject", appointment.title(), organiser),
                String.join("\n\n", paragraphs),
                messages.get(language, "appointment.mail.action"),
                address);
    }

    /** How often it is and when the last time is, on the clocks of its zone and hers. */
    private String repeats(List<Occurrence> times, To to) {
        var last = times.getLast().time();
        return messages.get(
                to.language(),
                "appointment.mail.repeats",
                times.size(),
                Moments.onBoth(
                        to.language(), last.start(), last.zone(), Moments.city(to.language(), last.zone()), to.zone()));
    }

    /** Where she sees and answers it: as herself, or by a link of her own. */
    private String address(Appointment appointment, To to) {
        return installation.address(
                to.person() == null
                        ? "/appointments/" + links.make(to.part()).value()
                        : "/app/appointments/" + appointment.key());
    }

    private List<To> readers(Appointment appointment, Collection<Participant> whom) {
        var known = names(whom);
        var keys = known.keySet();
        var reachable = accounts.findByPersonIn(keys).stream()
                .filter(Account::isUsable)
                .collect(Collectors.toMap(a -> a.person().value(), Account::email));
        var readers = new ArrayList<To>();
        for (var part : whom) {
            part.person()
                    .flatMap(p -> Optional.ofNullable(reachable.get(p.value())))
                    .ifPresent(email -> readers.add(known(part, email, known)));
            part.invitedEmail()
                    .filter(strangers::mayWrite)
                    .ifPresent(email -> readers.add(new To(
                            part,
                            email,
                            null,
                            part.invitedName(),
                            part.invitedLanguage(),
                            appointment.time().zone())));
        }
        return readers;
    }

    private static To known(Participant part, EmailAddress email, Map<UUID, Person> known) {
        var person = part.person().map(p -> known.get(p.value())).orElseThrow();
        return new To(part, email, person, person.name().in(person.language()), person.language(), person.zone());
    }

    private Map<UUID, Person> names(Collection<Participant> of) {
        var found = new HashMap<UUID, Person>();
        persons.findAllById(of.stream()
                        .flatMap(p -> p.person().stream())
                        .map(p -> p.value())
                        .toList())
                .forEach(p -> found.put(p.key(), p));
        return found;
    }

    private String organiser(Appointment appointment, Language language) {
        return persons.findById(appointment.organiser().value())
                .map(p -> p.name().in(language))
                .orElse("");
    }

    private EmailAddress address() {
        return new EmailAddress(mailbox.address().isEmpty() ? mail.from() : mailbox.address());
    }
}
