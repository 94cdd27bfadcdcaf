package org.caravanserai.gathering.poll;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.Appointment;
import org.springframework.data.repository.Repository;

/** The appointments that came of polls. */
interface AppointmentStandings extends Repository<Appointment, UUID> {

    Optional<Appointment> findById(UUID appointment);
}
