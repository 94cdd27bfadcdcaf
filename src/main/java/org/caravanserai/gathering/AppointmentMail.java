package org.caravanserai.gathering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.caravanserai.gathering.AppointmentCalendar.Telling;
import org.caravanserai.gathering.AppointmentReaders.Reader;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to the people of an appointment what has become of it, each a message of her own that is an invitation for her
 * calendar too. They leave after a pause, so that what is taken back at once was never told.
 */
@Component
class AppointmentMail {

    /** Longer than a cancellation can be taken back. */
    static final Duration PAUSE = Appointment.UNDO.plusSeconds(10);

    private final StoredAppointments appointments;
    private final AppointmentReaders readers;
    private final AppointmentInvites invites;
    private final AppointmentLinks links;
    private final PlaceWords places;
    private final Outbox outbox;
    private final Messages messages;
    private final PeopleProperties installation;

    AppointmentMail(
            StoredAppointments appointments,
            AppointmentReaders readers,
            AppointmentInvites invites,
            AppointmentLinks links,
            PlaceWords places,
            Outbox outbox,
            Messages messages,
            PeopleProperties installation) {
        this.appointments = appointments;
        this.readers = readers;
        this.invites = invites;
        this.links = links;
        this.places = places;
        this.outbox = outbox;
        this.messages = messages;
        this.installation = installation;
    }

    /** What a message tells; its words are found by its name. */
    private enum Kind {
        PROPOSED,
        AGREED,
        CHANGED,
        CANCELLED,
        COUNTERED
    }

    @EventListener
    void on(AppointmentChanged event) {
        var appointment = appointments.findById(event.appointment().value()).orElseThrow();
        switch (event) {
            case AppointmentChanged.Proposed e ->
                tell(appointment, Kind.PROPOSED, Telling.ASKED, readers.others(appointment));
            case AppointmentChanged.Agreed e ->
                tell(
                        appointment,
                        Kind.AGREED,
                        Telling.ASKED,
                        readers.everybody(appointment).parts());
            case AppointmentChanged.Rescheduled e ->
                tell(appointment, Kind.CHANGED, Telling.ASKED, readers.others(appointment));
            case AppointmentChanged.OccurrenceChanged e ->
                invites.times(appointment).stream()
                        .filter(one -> one.day().equals(e.day()))
                        .findFirst()
                        .ifPresent(one -> tellOfOne(appointment, one));
            case AppointmentChanged.Cancelled e ->
                tell(appointment, Kind.CANCELLED, Telling.CALLED_OFF, readers.others(appointment));
            case AppointmentChanged.Restored e -> outbox.takeBack(appointment.cause());
            case AppointmentChanged.Countered e ->
                readers.one(e.participant()).forEach(by -> tellOfCounter(appointment, by));
            case AppointmentChanged.Joined e ->
                tell(appointment, Kind.PROPOSED, Telling.ASKED, readers.one(e.participant()));
            case AppointmentChanged.Left e ->
                tell(appointment, Kind.CANCELLED, Telling.WITHOUT_HER, readers.one(e.participant()));
            case AppointmentChanged.Answered e -> {
                // The organiser sees it where the appointment is; a mail for each answer would be too many.
            }
            case AppointmentChanged.Held e -> {
                // It lies in the past: there is nothing that anybody would have to do.
            }
        }
    }

    private void tell(Appointment appointment, Kind kind, Telling telling, Collection<Participant> whom) {
        tell(appointment, kind, telling, whom, invites.times(appointment));
    }

    private void tellOfOne(Appointment appointment, Occurrence one) {
        var gone = one.state() == Occurrence.State.CANCELLED;
        tell(
                appointment,
                gone ? Kind.CANCELLED : Kind.CHANGED,
                gone ? Telling.CALLED_OFF : Telling.ASKED,
                readers.others(appointment),
                List.of(one));
    }

    /** Tells of all its times, or of one. */
    private void tell(
            Appointment appointment, Kind kind, Telling telling, Collection<Participant> whom, List<Occurrence> times) {
        var everybody = readers.everybody(appointment);
        for (var to : readers.of(appointment, whom)) {
            var address = address(appointment, to);
            outbox.queue(
                    message(appointment, kind, to, address, times),
                    invites.of(telling, appointment, times, to, address, everybody.except(to.part(), to.language())),
                    appointment.cause(),
                    PAUSE);
        }
    }

    private void tellOfCounter(Appointment appointment, Participant by) {
        var times = invites.times(appointment);
        var everybody = readers.everybody(appointment);
        for (var to : readers.of(appointment, readers.organiser(appointment))) {
            var address = address(appointment, to);
            var message = message(appointment, Kind.COUNTERED, to, address, times);
            by.counter(appointment.time().zone())
                    .ifPresent(wish -> outbox.queue(
                            message,
                            invites.counter(
                                    appointment, wish, by, everybody.name(by, to.language()), to.language(), address),
                            appointment.cause(),
                            PAUSE));
        }
    }

    private Outbox.Message message(
            Appointment appointment, Kind kind, Reader to, String address, List<Occurrence> times) {
        var language = to.language();
        var prefix = "appointment.mail." + kind.name();
        var organiser = invites.organiser(appointment, language);
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
    private String repeats(List<Occurrence> times, Reader to) {
        var last = times.getLast().time();
        return messages.get(
                to.language(),
                "appointment.mail.repeats",
                times.size(),
                Moments.onBoth(
                        to.language(), last.start(), last.zone(), Moments.city(to.language(), last.zone()), to.zone()));
    }

    /** Where she sees and answers it: as herself, or by a link of her own. */
    String address(Appointment appointment, Reader to) {
        return installation.address(
                to.person() == null
                        ? "/appointments/" + links.make(to.part()).value()
                        : "/app/appointments/" + appointment.key());
    }
}
