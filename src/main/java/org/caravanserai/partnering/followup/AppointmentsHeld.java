package org.caravanserai.partnering.followup;

import java.time.Instant;
import java.util.List;
import org.caravanserai.gathering.HeldAppointments;
import org.springframework.stereotype.Component;

/** Appointments that have taken place. */
@Component
class AppointmentsHeld implements HeldMeetings {

    private final HeldAppointments appointments;

    AppointmentsHeld(HeldAppointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public List<HeldMeeting> endedBetween(Instant after, Instant until) {
        return appointments.endedBetween(after, until).stream()
                .map(held -> new HeldMeeting(
                        "appointment:" + held.id().value(), held.meeting(), held.title(), held.ended(), held.people()))
                .toList();
    }
}
