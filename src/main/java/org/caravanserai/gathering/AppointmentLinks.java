package org.caravanserai.gathering;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The personal links by which people without an account see and answer an appointment. A link shows the least: what it is,
 * when, where and who asks, and the reader's own answer; nobody else's name or answer.
 */
@Service
public class AppointmentLinks {

    private final ParticipantLinks links;
    private final Participants participants;
    private final StoredAppointments stored;
    private final AppointmentAnswers answers;
    private final PlaceWords places;
    private final Strangers strangers;
    private final Persons persons;
    private final Clock clock;

    AppointmentLinks(
            ParticipantLinks links,
            Participants participants,
            StoredAppointments stored,
            AppointmentAnswers answers,
            PlaceWords places,
            Strangers strangers,
            Persons persons,
            Clock clock) {
        this.links = links;
        this.participants = participants;
        this.stored = stored;
        this.answers = answers;
        this.places = places;
        this.strangers = strangers;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * What a link leads to.
     *
     * @param place where it is; empty if undecided
     * @param name how the reader was called when she was invited
     */
    public record Seen(
            String title,
            String purpose,
            PersonName organiser,
            LocalizedText place,
            AppointmentState state,
            AppointmentTime time,
            String name,
            Answer answer,
            String comment,
            Optional<AppointmentTime> counter) {}

    /** What a link leads to; empty if it does not work, whyever. Looking changes nothing. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<Seen> look(String secret) {
        return participant(secret)
                .flatMap(p -> stored.findById(p.appointment().value())
                        .map(a -> new Seen(
                                a.title(),
                                a.purpose(),
                                persons.findById(a.organiser().value())
                                        .orElseThrow()
                                        .name(),
                                places.words(a.place()),
                                a.state(),
                                a.time(),
                                p.invitedName(),
                                p.answer(),
                                p.comment(),
                                p.counter(a.time().zone()))));
    }

    /**
     * The reader answers.
     *
     * @throws Refusal if the link does not work, or the appointment is over
     */
    @Everyone
    @Transactional
    public void answer(String secret, Answer answer, String comment) {
        answers.take(require(secret).key(), answer, comment);
    }

    /**
     * The reader would rather have another time.
     *
     * @throws Refusal if the link does not work, the appointment is over, or the time is past
     */
    @Everyone
    @Transactional
    public void counter(String secret, AppointmentTime wish, String comment) {
        answers.takeCounter(require(secret).key(), wish, comment);
    }

    /**
     * The reader wants no more mail from here, about this appointment or another; she is out of this one.
     *
     * @throws Refusal if the link does not work
     */
    @Everyone
    @Transactional
    public void leaveAlone(String secret) {
        var reader = require(secret);
        reader.invitedEmail().ifPresent(strangers::leaveAlone);
        if (stored.findById(reader.appointment().value())
                .filter(a -> a.state().isOpen())
                .isPresent()) {
            answers.take(reader.key(), Answer.NO, "");
        }
        links.end(reader.key(), clock.instant());
    }

    /** Ends the links that somebody in an appointment was sent, such as when they went to a wrong address. */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void revoke(AppointmentId appointment, UUID participant) {
        if (participants
                .findById(participant)
                .filter(p -> p.appointment().equals(appointment))
                .isEmpty()) {
            throw Refusal.of("appointment.gone");
        }
        links.end(participant, clock.instant());
    }

    /** A new link for a participant; those sent before go on working. */
    @Internal
    @Transactional(propagation = Propagation.MANDATORY)
    public OneTimeSecret make(Participant participant) {
        var secret = OneTimeSecret.random();
        links.save(new ParticipantLink(participant, secret, clock));
        return secret;
    }

    private Participant require(String secret) {
        return participant(secret).orElseThrow(() -> Refusal.of("appointment.link.unknown"));
    }

    private Optional<Participant> participant(String secret) {
        return links.findBySecretHashAndEndedAtIsNull(new OneTimeSecret(secret).hash())
                .flatMap(link -> participants.findById(link.participant()))
                .filter(p -> !p.hasLeft());
    }
}
