package org.caravanserai.gathering;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes appointments from one step to the next, as their organisers wish. What their people answer is taken by
 * {@link AppointmentAnswers}, what becomes of single times by {@link OccurrenceChanging}.
 */
@Service
public class Appointments {

    /** The most people in one appointment, besides its organiser. */
    public static final int MOST = 60;

    private final StoredAppointments appointments;
    private final Participants participants;
    private final PlaceWords places;
    private final OccurrenceChanges changes;
    private final Strangers strangers;
    private final Askable askable;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    Appointments(
            StoredAppointments appointments,
            Participants participants,
            PlaceWords places,
            OccurrenceChanges changes,
            Strangers strangers,
            Askable askable,
            Access access,
            RateLimits limits,
            Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.places = places;
        this.changes = changes;
        this.strangers = strangers;
        this.askable = askable;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Makes an appointment of the acting person's and asks the people in it.
     *
     * @throws Refusal if something is missing or too much, or she asks too many
     */
    @SignedIn
    @Transactional
    public AppointmentId propose(NewAppointment content) {
        places.requireKnown(content);
        var organiser = access.requireMe();
        askable.require(
                organiser,
                content.people().stream()
                        .filter(Invitee.Known.class::isInstance)
                        .map(each -> ((Invitee.Known) each).person())
                        .toList());
        content.people().forEach(invitee -> {
            if (invitee instanceof Invitee.ByMail mail) {
                strangers.takeOne(organiser, mail.email());
            }
        });
        var made = make(content, organiser);
        made.propose(clock);
        requirePeople(made.id());
        return appointments.save(made).id();
    }

    /**
     * Makes an appointment whose time its people have agreed to already: a poll has closed, a booking was taken, a slot was
     * given. Who has not answered yet is asked.
     *
     * @throws Refusal if something is missing or too much
     */
    @Internal
    @Transactional(propagation = Propagation.REQUIRED)
    public AppointmentId agree(NewAppointment content, PersonId organiser) {
        var made = make(content, organiser);
        made.agree(clock);
        return appointments.save(made).id();
    }

    /**
     * Asks the people in a draft.
     *
     * @throws Refusal if something is missing, or nobody is in it
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void propose(AppointmentId appointment) {
        var proposed = appointments.requireLocked(appointment);
        askable.require(
                proposed.organiser(),
                participants.of(appointment.value()).stream()
                        .flatMap(p -> p.person().stream())
                        .toList());
        proposed.propose(clock);
        requirePeople(appointment);
        appointments.save(proposed);
    }

    /**
     * Makes what was proposed sure, although not everybody who is needed has agreed.
     *
     * @throws Refusal if it does not wait for that
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void settle(AppointmentId appointment) {
        var settled = appointments.requireLocked(appointment);
        settled.agree(clock);
        appointments.save(settled);
    }

    /**
     * Changes time, place or words. If the time is another, everybody but the organiser is asked anew.
     *
     * @param content its people are not looked at
     * @throws Refusal if it is over, or the new time is past
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void reschedule(AppointmentId appointment, NewAppointment content) {
        change(appointment, content, changed -> changed.reschedule(content, clock));
    }

    /**
     * Changes time, place, words, or how it repeats. If one of the times is another, everybody but the organiser is asked
     * anew, and single times that were moved or cancelled are as the rule has them.
     *
     * @param content its people are not looked at
     * @throws Refusal if it is over, the new time is past, or it cannot repeat so
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void reschedule(AppointmentId appointment, NewAppointment content, Optional<Recurrence> repeats) {
        change(appointment, content, changed -> changed.reschedule(content, repeats, clock));
    }

    private void change(AppointmentId appointment, NewAppointment content, Predicate<Appointment> reschedule) {
        places.requireKnown(content);
        var changed = appointments.requireLocked(appointment);
        if (reschedule.test(changed)) {
            changes.deleteOf(appointment.value());
            participants.of(appointment.value()).stream()
                    .filter(p -> p.person().filter(changed.organiser()::equals).isEmpty())
                    .forEach(Participant::askAgain);
        }
        appointments.save(changed);
    }

    /**
     * Calls it off. The participants hear of it after a pause in which {@link #restore} takes it back.
     *
     * @throws Refusal if it is over
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void cancel(AppointmentId appointment) {
        var cancelled = appointments.requireLocked(appointment);
        cancelled.cancel(clock);
        appointments.save(cancelled);
    }

    /** Calls it off because what it was made of is no more, such as a booking that was given up; nothing if it is over. */
    @Internal
    @Transactional
    public void callOff(AppointmentId appointment) {
        var cancelled = appointments.requireLocked(appointment);
        if (cancelled.state().isOpen()) {
            cancelled.cancel(clock);
            appointments.save(cancelled);
        }
    }

    /**
     * Takes a cancellation back of which nobody has heard.
     *
     * @throws Refusal if it is too late for that
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void restore(AppointmentId appointment) {
        var restored = appointments.requireLocked(appointment);
        restored.restore(clock);
        appointments.save(restored);
    }

    /**
     * Says of what is over that it was held, a few at a time, and deletes drafts that were thrown away.
     *
     * @return how many were held
     */
    @Internal
    @Transactional
    public int hold() {
        var states = List.of(AppointmentState.AGREED, AppointmentState.CHANGED);
        var over = appointments.over(states, clock.instant(), org.springframework.data.domain.Limit.of(200));
        for (var key : over) {
            var held = appointments.locked(key).orElseThrow();
            if (states.contains(held.state())) {
                held.hold(clock);
                appointments.save(held);
            }
        }
        appointments.deleteDiscarded(clock.instant().minus(Duration.ofHours(1)));
        return over.size();
    }

    private Appointment make(NewAppointment content, PersonId organiser) {
        if (!limits.tryTake("appointment", organiser.value().toString(), 200, Duration.ofHours(24))) {
            throw Refusal.of("appointment.often");
        }
        if (content.people().size() > MOST) {
            throw Refusal.at("people", "appointment.people.many", MOST);
        }
        var made = appointments.saveAndFlush(new Appointment(organiser, content, clock));
        participants.save(new Participant(made.id(), Invitee.agreed(organiser)));
        for (var invitee : content.people()) {
            if (!(invitee instanceof Invitee.Known known && known.person().equals(organiser))) {
                participants.save(new Participant(made.id(), invitee));
            }
        }
        participants.flush();
        return made;
    }

    private void requirePeople(AppointmentId appointment) {
        if (participants.of(appointment.value()).size() < 2) {
            throw Refusal.at("people", "appointment.people.none");
        }
    }
}
