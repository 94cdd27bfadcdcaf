package org.caravanserai.gathering;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All participants of all appointments. */
interface Participants extends JpaRepository<Participant, UUID> {

    /** Those of an appointment, in the order in which they were asked. */
    @Query("select p from Participant p where p.appointment = :appointment and p.leftAt is null order by p.id")
    List<Participant> of(UUID appointment);

    /** Those of some appointments, in the order in which they were asked. */
    @Query("select p from Participant p where p.appointment in :appointments and p.leftAt is null order by p.id")
    List<Participant> of(Collection<UUID> appointments);

    /** A person as a participant, whether or not she has been taken out. */
    Optional<Participant> findByAppointmentAndPerson(UUID appointment, UUID person);

    boolean existsByAppointmentAndPersonAndLeftAtIsNull(UUID appointment, UUID person);

    boolean existsByAppointmentAndInvitedEmailAndLeftAtIsNull(UUID appointment, String email);

    /** The participants of the appointment that calendars know by this name. */
    @Query(
            "select p from Participant p join Appointment a on a.id = p.appointment where a.uid = :uid and p.leftAt is null")
    List<Participant> ofUid(String uid);
}
