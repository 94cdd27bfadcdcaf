package org.caravanserai.gathering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes one of the times of an appointment that repeats, and leaves the others as the rule has them. */
@Service
public class OccurrenceChanging {

    private final StoredAppointments appointments;
    private final OccurrenceChanges changes;
    private final Clock clock;

    OccurrenceChanging(StoredAppointments appointments, OccurrenceChanges changes, Clock clock) {
        this.appointments = appointments;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Moves one of several times.
     *
     * @param day the day on which the rule has it
     * @throws Refusal if the new time is past, or it does not take place on that day
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void move(AppointmentId appointment, LocalDate day, AppointmentTime time) {
        if (!time.start().isAfter(clock.instant())) {
            throw Refusal.at("start", "appointment.start.past");
        }
        var changed = appointments.requireLocked(appointment);
        changed.changeOne(day, clock);
        var one = one(appointment, day);
        one.move(time);
        changes.saveAndFlush(one);
        saveWithTimes(changed);
    }

    /**
     * Cancels one of several times.
     *
     * @param day the day on which the rule has it
     * @throws Refusal if it does not take place on that day
     */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void cancel(AppointmentId appointment, LocalDate day) {
        var changed = appointments.requireLocked(appointment);
        changed.changeOne(day, clock);
        var one = one(appointment, day);
        one.cancel();
        changes.saveAndFlush(one);
        saveWithTimes(changed);
    }

    /** Has one of several times again as the rule has it. */
    @PreAuthorize("@appointmentAccess.organises(#appointment)")
    @Transactional
    public void restore(AppointmentId appointment, LocalDate day) {
        var changed = appointments.requireLocked(appointment);
        changed.changeOne(day, clock);
        changes.findByAppointmentAndDay(appointment.value(), day).ifPresent(changes::delete);
        changes.flush();
        saveWithTimes(changed);
    }

    private void saveWithTimes(Appointment changed) {
        changed.endWithLast(changes.findByAppointmentIn(List.of(changed.key())));
        appointments.save(changed);
    }

    private OccurrenceChange one(AppointmentId appointment, LocalDate day) {
        return changes.findByAppointmentAndDay(appointment.value(), day)
                .orElseGet(() -> new OccurrenceChange(appointment, day));
    }
}
