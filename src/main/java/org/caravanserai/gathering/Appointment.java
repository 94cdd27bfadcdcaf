package org.caravanserai.gathering;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A meeting between people, one to one or of a group. It refuses a step that does not follow from where it stands; each step
 * that calendars must hear of raises its sequence.
 */
@Entity
public class Appointment extends Aggregate {

    /** The longest title. */
    public static final int LONGEST_TITLE = 200;

    /** The longest purpose. */
    public static final int LONGEST_PURPOSE = 4_000;

    /** How long a cancellation can be taken back. */
    public static final Duration UNDO = Duration.ofSeconds(30);

    private UUID organiser;

    private @Nullable UUID meeting;

    private String title;

    private String purpose;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Enumerated(EnumType.STRING)
    private Place.Kind placeKind;

    private String placeValue;

    @Enumerated(EnumType.STRING)
    private AppointmentState state;

    @Embedded
    private AppointmentTimes times;

    private String uid;

    private int sequence;

    private Instant madeAt;

    private Instant changedAt;

    private @Nullable Instant cancelledAt;

    @Enumerated(EnumType.STRING)
    private @Nullable AppointmentState cancelledFrom;

    @SuppressWarnings("NullAway.Init")
    protected Appointment() {}

    /**
     * A draft.
     *
     * @throws Refusal if a text is too long
     */
    public Appointment(PersonId organiser, NewAppointment content, Clock clock) {
        this.organiser = organiser.value();
        this.state = AppointmentState.DRAFT;
        this.uid = key() + "@appointments.caravanserai";
        this.madeAt = clock.instant();
        this.changedAt = madeAt;
        this.meeting = content.meeting().map(MeetingId::value).orElse(null);
        put(content, Optional.empty());
    }

    /** The identity. */
    public AppointmentId id() {
        return new AppointmentId(key());
    }

    /** Who makes it and may change it. */
    public PersonId organiser() {
        return new PersonId(organiser);
    }

    /** The meeting it belongs to; empty for one free of any. */
    public Optional<MeetingId> meeting() {
        return Optional.ofNullable(meeting).map(MeetingId::new);
    }

    public String title() {
        return title;
    }

    public String purpose() {
        return purpose;
    }

    /** What is spoken. */
    public Language language() {
        return language;
    }

    public Place place() {
        return Place.of(placeKind, placeValue);
    }

    public AppointmentState state() {
        return state;
    }

    public AppointmentTime time() {
        return times.first();
    }

    /** How it repeats; empty if it is once. */
    public Optional<Recurrence> recurrence() {
        return times.repeats();
    }

    /**
     * Each time that it takes place, in the order of the rule; one if it does not repeat.
     *
     * @param changes what has become of some of them
     */
    List<Occurrence> occurrences(Collection<OccurrenceChange> changes) {
        return times.occurrences(changes.stream()
                .filter(change -> change.appointment().equals(key()))
                .toList());
    }

    /**
     * One of several times is another, or is not, or is again.
     *
     * @throws Refusal if it is over, or does not take place on that day
     */
    void changeOne(LocalDate day, Clock clock) {
        if (!state.isOpen() || !times.repeatsOn(day)) {
            throw Refusal.of("appointment.step");
        }
        tellCalendars(clock);
        publish(new AppointmentChanged.OccurrenceChanged(id(), day));
    }

    /** Ends with the last of its times, also when one was moved behind that of the rule. */
    void endWithLast(Collection<OccurrenceChange> changes) {
        times = times.endingWithLast(changes);
    }

    /** When the last of it ends. */
    public Instant endsAt() {
        return times.endsAt();
    }

    /** What calendars know it by; it never changes. */
    public String uid() {
        return uid;
    }

    /** How often calendars had to hear of a change of it; it only rises. */
    public int sequence() {
        return sequence;
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** When it last became other for calendars. */
    Instant changedAt() {
        return changedAt;
    }

    /** Names the messages about its present sequence, which are taken back together. */
    public UUID cause() {
        return UUID.nameUUIDFromBytes((key() + "/" + sequence).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a draft.
     *
     * @throws Refusal if a text is too long, or it is no draft any more
     */
    public void write(NewAppointment content) {
        write(content, recurrence());
    }

    /**
     * Writes a draft that may repeat.
     *
     * @throws Refusal if a text is too long, it cannot repeat so, or it is no draft any more
     */
    public void write(NewAppointment content, Optional<Recurrence> repeats) {
        if (state != AppointmentState.DRAFT) {
            throw Refusal.of("appointment.step");
        }
        meeting = content.meeting().map(MeetingId::value).orElse(null);
        put(content, repeats);
    }

    /**
     * Asks the participants.
     *
     * @throws Refusal if it has no title or has begun
     */
    public void propose(Clock clock) {
        requireTitle();
        if (!times.startsAt().isAfter(clock.instant())) {
            throw Refusal.at("start", "appointment.start.past");
        }
        become(AppointmentState.PROPOSED);
        changedAt = clock.instant();
        publish(new AppointmentChanged.Proposed(id()));
    }

    /**
     * Makes it sure: everybody who is needed has agreed, or the organiser says so.
     *
     * @throws Refusal if it has no title, or does not wait for that
     */
    public void agree(Clock clock) {
        requireTitle();
        become(AppointmentState.AGREED);
        changedAt = clock.instant();
        publish(new AppointmentChanged.Agreed(id()));
    }

    /**
     * Changes time, place or words of what has been proposed. What was agreed has to be agreed anew if its time is another.
     *
     * @return whether the time is another
     * @throws Refusal if it has begun in the new time, or is over
     */
    public boolean reschedule(NewAppointment content, Clock clock) {
        return reschedule(content, recurrence(), clock);
    }

    /** As {@link #reschedule(NewAppointment, Clock)}, for what may repeat, and otherwise than before. */
    public boolean reschedule(NewAppointment content, Optional<Recurrence> repeats, Clock clock) {
        var before = times;
        if (!state.isOpen()) {
            throw Refusal.of("appointment.step");
        }
        put(content, repeats);
        requireTitle();
        var moved = times.differFrom(before);
        if (moved) {
            if (times.isPast(clock.instant())) {
                throw Refusal.at("start", "appointment.start.past");
            }
            become(state == AppointmentState.PROPOSED ? AppointmentState.PROPOSED : AppointmentState.CHANGED);
        }
        tellCalendars(clock);
        publish(new AppointmentChanged.Rescheduled(id()));
        return moved;
    }

    /**
     * Calls it off.
     *
     * @throws Refusal if it is over
     */
    public void cancel(Clock clock) {
        var before = state;
        become(AppointmentState.CANCELLED);
        cancelledFrom = before;
        cancelledAt = clock.instant();
        tellCalendars(clock);
        publish(new AppointmentChanged.Cancelled(id()));
    }

    /** Throws a draft away, of which nobody else has heard. */
    public void discard(Clock clock) {
        if (state != AppointmentState.DRAFT) {
            throw Refusal.of("appointment.step");
        }
        cancelledFrom = state;
        cancelledAt = clock.instant();
        state = AppointmentState.CANCELLED;
    }

    /** Whether it is a draft that was thrown away. */
    public boolean isDiscarded() {
        return cancelledFrom == AppointmentState.DRAFT;
    }

    /**
     * Takes a cancellation back before anybody has heard of it.
     *
     * @throws Refusal if it was longer ago than {@link #UNDO}
     */
    public void restore(Clock clock) {
        if (cancelledFrom == null || cancelledAt == null || clock.instant().isAfter(cancelledAt.plus(UNDO))) {
            throw Refusal.of("appointment.restore.late");
        }
        state = cancelledFrom;
        cancelledFrom = null;
        cancelledAt = null;
        changedAt = clock.instant();
        publish(new AppointmentChanged.Restored(id()));
    }

    /**
     * It has taken place.
     *
     * @throws Refusal if it was not agreed, or is not over
     */
    public void hold(Clock clock) {
        if (times.endsAt().isAfter(clock.instant())) {
            throw Refusal.of("appointment.held.early");
        }
        become(AppointmentState.HELD);
        publish(new AppointmentChanged.Held(id()));
    }

    /** Tells of a participant's answer when it is next saved. */
    void hear(Participant participant) {
        publish(new AppointmentChanged.Answered(id(), participant.key(), participant.answer()));
    }

    /** Tells of a participant's wish for another time when it is next saved. */
    void hearCounter(Participant participant) {
        publish(new AppointmentChanged.Countered(id(), participant.key()));
    }

    /** Tells when it is next saved that somebody is asked too; a draft keeps it to itself. */
    void join(Participant participant, Clock clock) {
        if (state.isOpen()) {
            tellCalendars(clock);
            publish(new AppointmentChanged.Joined(id(), participant.key()));
        }
    }

    /** Tells when it is next saved that somebody is no longer asked. */
    void leave(Participant participant, Clock clock) {
        if (state.isOpen()) {
            tellCalendars(clock);
            publish(new AppointmentChanged.Left(id(), participant.key()));
        }
    }

    private void tellCalendars(Clock clock) {
        sequence++;
        changedAt = clock.instant();
    }

    private void put(NewAppointment content, Optional<Recurrence> repeats) {
        title = Clean.line(content.title());
        purpose = Clean.lines(content.purpose());
        if (title.length() > LONGEST_TITLE) {
            throw Refusal.at("title", "appointment.title.long", LONGEST_TITLE);
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            throw Refusal.at("purpose", "appointment.purpose.long", LONGEST_PURPOSE);
        }
        language = content.language();
        placeKind = content.place().kind();
        placeValue = content.place().value();
        times = AppointmentTimes.of(content.time(), repeats);
    }

    private void requireTitle() {
        if (title.isEmpty()) {
            throw Refusal.at("title", "appointment.title.required");
        }
    }

    private void become(AppointmentState next) {
        if (!state.mayBecome(next)) {
            throw Refusal.of("appointment.step");
        }
        state = next;
    }
}
