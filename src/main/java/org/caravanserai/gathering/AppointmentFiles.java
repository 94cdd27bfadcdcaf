package org.caravanserai.gathering;

import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives appointments as files for people's own calendars. */
@Service
public class AppointmentFiles {

    private final StoredAppointments appointments;
    private final AppointmentInvites invites;

    AppointmentFiles(StoredAppointments appointments, AppointmentInvites invites) {
        this.appointments = appointments;
        this.invites = invites;
    }

    /**
     * An iCalendar file of one appointment, with the identifier and sequence that invitations to it have.
     *
     * @param language in which the place is named
     */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional(readOnly = true)
    public byte[] of(AppointmentId appointment, Language language) {
        return invites.file(
                appointments.findById(appointment.value()).orElseThrow(() -> Refusal.of("appointment.gone")), language);
    }
}
