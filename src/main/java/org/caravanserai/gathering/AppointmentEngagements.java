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

    AppointmentEngagements(StoredAppointments appointments) {
        this.appointments = appointments;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Engagement> of(Collection<PersonId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        var keys = people.stream().map(PersonId::value).toList();
        return appointments.engaging(keys, AppointmentState.TAKES_TIME, from, until).stream()
                .map(e -> new Engagement(
                        e.person(),
                        e.getAppointment().time().start(),
                        e.getAppointment().time().end(),
                        Engagement.Kind.APPOINTMENT))
                .toList();
    }
}
