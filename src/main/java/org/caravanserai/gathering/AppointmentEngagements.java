package org.caravanserai.gathering;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The appointments that take people's time. */
@Component
class AppointmentEngagements implements Engagements {

    private final StoredAppointments appointments;
    private final OccurrenceChanges changes;

    AppointmentEngagements(StoredAppointments appointments, OccurrenceChanges changes) {
        this.appointments = appointments;
        this.changes = changes;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Engagement> of(Collection<PersonId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        var keys = people.stream().map(PersonId::value).toList();
        var engaging = appointments.engaging(keys, AppointmentState.TAKES_TIME, from, until);
        var changed = changes.findByAppointmentIn(engaging.stream()
                .map(e -> e.getAppointment())
                .filter(a -> a.recurrence().isPresent())
                .map(Appointment::key)
                .toList());
        return engaging.stream()
                .flatMap(e -> e.getAppointment().occurrences(changed).stream()
                        .filter(o -> o.state() != Occurrence.State.CANCELLED)
                        .map(Occurrence::time)
                        .filter(t -> t.start().isBefore(until) && t.end().isAfter(from))
                        .map(t -> new Engagement(e.person(), t.start(), t.end(), Engagement.Kind.APPOINTMENT)))
                .toList();
    }
}
