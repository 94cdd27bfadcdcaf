package org.caravanserai.gathering;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All times that were moved or cancelled out of several. */
interface OccurrenceChanges extends JpaRepository<OccurrenceChange, UUID> {

    List<OccurrenceChange> findByAppointmentIn(Collection<UUID> appointments);

    Optional<OccurrenceChange> findByAppointmentAndDay(UUID appointment, LocalDate day);

    @Modifying(flushAutomatically = true)
    @Query("delete from OccurrenceChange c where c.appointment = :appointment")
    void deleteOf(UUID appointment);
}
