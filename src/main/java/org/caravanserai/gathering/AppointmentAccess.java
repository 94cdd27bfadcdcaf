package org.caravanserai.gathering;

import org.caravanserai.people.Access;
import org.springframework.stereotype.Component;

/** Answers who may see and change an appointment, for {@code @PreAuthorize("@appointmentAccess.…")}. */
@Component("appointmentAccess")
public class AppointmentAccess {

    private final StoredAppointments appointments;
    private final Participants participants;
    private final Access access;

    AppointmentAccess(StoredAppointments appointments, Participants participants, Access access) {
        this.appointments = appointments;
        this.participants = participants;
        this.access = access;
    }

    /** Whether the acting person made it. */
    public boolean organises(AppointmentId appointment) {
        return access.me()
                .filter(me -> appointments.existsByIdAndOrganiser(appointment.value(), me.value()))
                .isPresent();
    }

    /** Whether the acting person is one of its participants, the organiser among them. */
    public boolean takesPart(AppointmentId appointment) {
        return access.me()
                .filter(me -> participants.existsByAppointmentAndPersonAndLeftAtIsNull(appointment.value(), me.value()))
                .isPresent();
    }

    /** Whether the acting person may see it: her own, or one she has been asked to. */
    public boolean maySee(AppointmentId appointment) {
        return organises(appointment)
                || (takesPart(appointment)
                        && appointments
                                .findById(appointment.value())
                                .filter(a -> a.state() != AppointmentState.DRAFT)
                                .isPresent());
    }
}
