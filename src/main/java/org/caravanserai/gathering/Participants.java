package org.caravanserai.gathering;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All participants of all appointments. */
interface Participants extends JpaRepository<Participant, UUID> {

    List<Participant> findByAppointmentOrderById(UUID appointment);

    List<Participant> findByAppointmentInOrderById(Collection<UUID> appointments);

    Optional<Participant> findByAppointmentAndPerson(UUID appointment, UUID person);

    boolean existsByAppointmentAndPerson(UUID appointment, UUID person);

    boolean existsByAppointmentAndInvitedEmail(UUID appointment, String email);

    long countByAppointment(UUID appointment);
}
