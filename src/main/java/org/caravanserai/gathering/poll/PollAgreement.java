package org.caravanserai.gathering.poll;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Askable;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.Place;
import org.caravanserai.mail.Outbox;
import org.springframework.stereotype.Component;

/** Makes the appointment that comes of a poll, with what everybody has said to it, and calls it off again. */
@Component
class PollAgreement {

    private final Appointments appointments;
    private final AppointmentStandings standings;
    private final PollAnswers answers;
    private final Askable askable;
    private final Outbox outbox;

    PollAgreement(
            Appointments appointments,
            AppointmentStandings standings,
            PollAnswers answers,
            Askable askable,
            Outbox outbox) {
        this.appointments = appointments;
        this.standings = standings;
        this.answers = answers;
        this.askable = askable;
        this.outbox = outbox;
    }

    /**
     * The appointment at a candidate; none at a day on which no time is settled yet. Who has come to keep apart from the
     * organiser since she was asked is not in it, and nobody is told why.
     */
    Optional<UUID> make(Poll poll, PollCandidate chosen, Optional<LocalTime> begins, List<PollGuest> guests) {
        var content = poll.content();
        var time = switch (chosen.time()) {
            case CandidateTime.Slot slot ->
                Optional.of(new AppointmentTime(slot.start(), Duration.ofMinutes(slot.minutes()), poll.zone()));
            case CandidateTime.WholeDay whole ->
                begins.map(at -> new AppointmentTime(
                        whole.day().atTime(at).atZone(poll.zone()).toInstant(),
                        Duration.ofMinutes(content.minutes()),
                        poll.zone()));
        };
        return time.map(at -> appointments
                .agree(
                        new NewAppointment(
                                content.meeting(),
                                content.title(),
                                content.text(),
                                content.language(),
                                place(new PollPlace(content.place())),
                                at,
                                invitees(poll, chosen, guests)),
                        poll.organiser())
                .value());
    }

    /**
     * Calls off the appointment that came of a poll, if it still takes place. Whom nobody has told of it is not told that it
     * does not.
     *
     * @return whether nobody had been told
     */
    boolean callOff(UUID appointment) {
        var standing = standings.findById(appointment).filter(a -> a.state().isOpen());
        if (standing.isEmpty()) {
            return false;
        }
        var unheard = outbox.takeBack(standing.get().cause()) > 0;
        appointments.cancel(new AppointmentId(appointment));
        if (unheard) {
            standings.findById(appointment).ifPresent(cancelled -> outbox.takeBack(cancelled.cause()));
        }
        return unheard;
    }

    private List<Invitee> invitees(Poll poll, PollCandidate chosen, List<PollGuest> guests) {
        var said = new HashMap<UUID, Choice>();
        answers.findByPoll(poll.key()).stream()
                .filter(a -> a.candidate().equals(chosen.key()))
                .forEach(a -> said.put(a.guest(), a.choice()));
        var invitees = new ArrayList<Invitee>();
        var apart = askable.apartFrom(poll.organiser());
        for (var guest : guests) {
            var choice = said.get(guest.key());
            var needed = choice != Choice.NO;
            var answer = choice == null
                    ? Answer.OPEN
                    : switch (choice) {
                        case YES -> Answer.YES;
                        case IF_NEED_BE -> Answer.TENTATIVE;
                        case NO -> Answer.NO;
                    };
            guest.person()
                    .filter(person -> !apart.has(person))
                    .ifPresent(person -> invitees.add(new Invitee.Known(person, needed, answer)));
            guest.email()
                    .filter(email -> !apart.has(email))
                    .ifPresent(email ->
                            invitees.add(new Invitee.ByMail(guest.name(), email, guest.language(), needed, answer)));
        }
        return invitees;
    }

    private static Place place(PollPlace place) {
        if (place.words().isEmpty()) {
            return new Place.Undecided();
        }
        return place.link().<Place>map(Place.OnVideo::new).orElseGet(() -> new Place.At(place.words()));
    }
}
