package org.caravanserai.gathering;

import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes appointments before they are proposed, and says who is in them before and after. */
@Service
public class AppointmentDrafting {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final StoredAppointments appointments;
    private final Participants participants;
    private final PlaceWords places;
    private final Strangers strangers;
    private final Askable askable;
    private final GatheringProperties properties;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    AppointmentDrafting(
            StoredAppointments appointments,
            Participants participants,
            PlaceWords places,
            Strangers strangers,
            Askable askable,
            GatheringProperties properties,
            Access access,
            RateLimits limits,
            Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.places = places;
        this.strangers = strangers;
        this.askable = askable;
        this.properties = properties;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Begins a draft of the acting person's, at ten on the next working day but one; one that she has begun and not written
     * into is taken up again.
     *
     * @throws Refusal if she begins too many
     */
    @SignedIn
    @Transactional
    public AppointmentId begin(ZoneId zone, Language language) {
        var me = access.requireMe();
        var blank = appointments.findFirstByOrganiserAndStateAndTitle(me.value(), AppointmentState.DRAFT, "");
        if (blank.isPresent()) {
            return blank.get().id();
        }
        if (!limits.tryTake("appointment", me.value().toString(), 200, Duration.ofHours(24))) {
            throw Refusal.of("appointment.often");
        }
        var day = clock.instant().atZone(zone).toLocalDate().plusDays(2);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        var time = new AppointmentTime(day.atTime(TEN).atZone(zone).toInstant(), Duration.ofHours(1), zone);
        var draft = appointments.saveAndFlush(new Appointment(
                me,
                new NewAppointment(Optional.empty(), "", "", language, new Place.Undecided(), time, List.of()),
                clock));
        participants.save(new Participant(draft.id(), Invitee.agreed(me)));
        return draft.id();
    }

    /**
     * Keeps a draft as it is typed.
     *
     * @param content its people are not looked at
     * @param repeats how it repeats; empty if it is once
     * @throws Refusal if a text is too long, or it cannot repeat so
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void write(AppointmentId appointment, NewAppointment content, Optional<Recurrence> repeats) {
        places.requireKnown(content);
        var draft = appointments.requireLocked(appointment);
        draft.write(content, repeats);
        appointments.save(draft);
    }

    /** Throws a draft away; {@link Appointments#restore} takes that back for a moment. */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void discard(AppointmentId appointment) {
        var draft = appointments.requireLocked(appointment);
        draft.discard(clock);
        appointments.save(draft);
    }

    /** A video room that nobody can guess, on the server that the operator has set; empty if there is none. */
    @SignedIn
    public Optional<URI> videoRoom() {
        return properties.newRoom().map(Place.OnVideo::link);
    }

    /**
     * Has somebody who is registered in it; if it has been proposed, she is asked at once.
     *
     * @throws Refusal if she is in it already, is not there, keeps apart from the organiser, or it has too many
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void add(AppointmentId appointment, PersonId person, boolean required) {
        var into = forOneMore(appointment);
        askable.require(into.organiser(), List.of(person));
        var known = participants.findByAppointmentAndPerson(appointment.value(), person.value());
        if (known.filter(p -> !p.hasLeft()).isPresent()) {
            throw Refusal.at("people", "appointment.people.twice");
        }
        var added =
                known.orElseGet(() -> new Participant(appointment, new Invitee.Known(person, required, Answer.OPEN)));
        added.comeBack();
        added.askAgain();
        added.need(required);
        join(into, added);
    }

    /**
     * Has somebody in it who has no account; if it has been proposed, she is written to at once.
     *
     * @throws Refusal if she is in it already, wants no mail from here, or too many are invited
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void invite(
            AppointmentId appointment, String name, EmailAddress email, Language language, boolean required) {
        var into = forOneMore(appointment);
        var invitee = new Invitee.ByMail(name, email, language, required, Answer.OPEN);
        if (participants.existsByAppointmentAndInvitedEmailAndLeftAtIsNull(appointment.value(), email.value())) {
            throw Refusal.at("email", "appointment.people.twice");
        }
        strangers.takeOne(access.requireMe(), email);
        join(into, new Participant(appointment, invitee));
    }

    /** Says whether the appointment cannot be without somebody. */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void need(AppointmentId appointment, UUID participant, boolean required) {
        var one = of(appointment, participant);
        one.need(required);
        participants.save(one);
    }

    /** Takes somebody out of it; if it has been proposed, she hears of it. The organiser stays. */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void remove(AppointmentId appointment, UUID participant) {
        var from = appointments.requireLocked(appointment);
        var one = of(appointment, participant);
        if (one.person().filter(from.organiser()::equals).isPresent()) {
            throw Refusal.at("people", "appointment.people.organiser");
        }
        one.leave(clock);
        participants.save(one);
        from.leave(one, clock);
        appointments.save(from);
    }

    /** Has somebody in it again who was taken out a moment ago. */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void putBack(AppointmentId appointment, UUID participant) {
        var into = forOneMore(appointment);
        var one = of(appointment, participant);
        askable.require(into.organiser(), one.person().stream().toList());
        one.comeBack();
        join(into, one);
    }

    private void join(Appointment into, Participant added) {
        participants.saveAndFlush(added);
        into.join(added, clock);
        appointments.save(into);
    }

    private Appointment forOneMore(AppointmentId appointment) {
        var into = appointments.requireLocked(appointment);
        if (into.state() != AppointmentState.DRAFT && !into.state().isOpen()) {
            throw Refusal.of("appointment.over");
        }
        if (participants.of(appointment.value()).size() > Appointments.MOST) {
            throw Refusal.at("people", "appointment.people.many", Appointments.MOST);
        }
        return into;
    }

    private Participant of(AppointmentId appointment, UUID participant) {
        return participants
                .findById(participant)
                .filter(p -> p.appointment().equals(appointment))
                .orElseThrow(() -> Refusal.of("appointment.gone"));
    }
}
