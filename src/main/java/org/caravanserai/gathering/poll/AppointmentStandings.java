package org.caravanserai.gathering.poll;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.Appointment;
import org.caravanserai.gathering.AppointmentState;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Where the appointments stand that came of polls. */
interface AppointmentStandings extends Repository<Appointment, UUID> {

    @Query("select a.state from Appointment a where a.id = :appointment")
    Optional<AppointmentState> of(UUID appointment);
}
