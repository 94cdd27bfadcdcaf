package org.caravanserai.gathering;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the people of an appointment say to it, by whatever way: yes, perhaps, no, or another time. */
@Service
public class AppointmentAnswers {

    private static final int WISHES = 10;

    private final StoredAppointments appointments;
    private final Participants participants;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    AppointmentAnswers(
            StoredAppointments appointments, Participants participants, Access access, RateLimits limits, Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The acting person answers.
     *
     * @throws Refusal if it is over, or the comment is too long
     */
    @PreAuthorize("@appointmentAccess.takesPart(#appointment)")
    @Transactional
    public void answer(AppointmentId appointment, Answer answer, String comment) {
        take(
                participants
                        .findByAppointmentAndPerson(
                                appointment.value(), access.requireMe().value())
                        .orElseThrow()
                        .key(),
                answer,
                comment);
    }

    /**
     * The acting person would rather have another time.
     *
     * @throws Refusal if it is over, or the time is past
     */
    @PreAuthorize("@appointmentAccess.takesPart(#appointment)")
    @Transactional
    public void counter(AppointmentId appointment, AppointmentTime wish, String comment) {
        takeCounter(
                participants
                        .findByAppointmentAndPerson(
                                appointment.value(), access.requireMe().value())
                        .orElseThrow()
                        .key(),
                wish,
                comment);
    }

    /**
     * A participant answers, by whatever way the answer came. When everybody who is needed has said yes, it is agreed.
     *
     * @throws Refusal if it is over, or the comment is too long
     */
    @Internal
    @Transactional
    public void take(UUID participant, Answer answer, String comment) {
        var one = participants.findById(participant).orElseThrow(() -> Refusal.of("appointment.gone"));
        var appointment = open(one);
        one.answer(answer, comment, clock);
        participants.saveAndFlush(one);
        appointment.hear(one);
        if (appointment.state() != AppointmentState.AGREED && everybodyNeededComes(appointment)) {
            appointment.agree(clock);
        }
        appointments.save(appointment);
    }

    /**
     * A participant would rather have another time, by whatever way her wish came. The organiser decides.
     *
     * @throws Refusal if it is over, or the time is past
     */
    @Internal
    @Transactional
    public void takeCounter(UUID participant, AppointmentTime wish, String comment) {
        var one = participants.findById(participant).orElseThrow(() -> Refusal.of("appointment.gone"));
        var appointment = open(one);
        if (!wish.start().isAfter(clock.instant())) {
            throw Refusal.at("start", "appointment.start.past");
        }
        if (!limits.tryTake("appointment-counter", participant.toString(), WISHES, Duration.ofHours(24))) {
            throw Refusal.of("appointment.counter.often");
        }
        one.counter(wish, comment, clock);
        participants.save(one);
        appointment.hearCounter(one);
        appointments.save(appointment);
    }

    private boolean everybodyNeededComes(Appointment appointment) {
        return participants.of(appointment.key()).stream().allMatch(p -> !p.isRequired() || p.answer() == Answer.YES);
    }

    private Appointment open(Participant participant) {
        var appointment = appointments.requireLocked(participant.appointment());
        if (!appointment.state().isOpen()) {
            throw Refusal.of("appointment.over");
        }
        return appointment;
    }
}
