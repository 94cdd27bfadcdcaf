package org.caravanserai.gathering;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All appointments. */
interface StoredAppointments extends JpaRepository<Appointment, UUID> {

    /** One that no other transaction changes until this one ends: of two last answers, one sees the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Appointment a where a.id = :key")
    Optional<Appointment> locked(UUID key);

    boolean existsByIdAndOrganiser(UUID id, UUID organiser);

    /** What takes people's time in a stretch, with each of them who has not said no. */
    @Query("select a as appointment, p.person as person from Appointment a join Participant p on p.appointment = a.id"
            + " where p.person in :people and p.answer <> NO and a.state in :states"
            + " and a.startsAt < :until and a.endsAt > :from")
    List<Engaged> engaging(Collection<UUID> people, Collection<AppointmentState> states, Instant from, Instant until);

    /** Those that are over and have not been said to have been held. */
    @Query("select a.id from Appointment a where a.state in :states and a.endsAt <= :now order by a.endsAt")
    List<UUID> over(Collection<AppointmentState> states, Instant now, Limit limit);

    /** A person and what engages her. */
    interface Engaged {

        Appointment getAppointment();

        UUID getPerson();

        /** Whom it engages. */
        default PersonId person() {
            return new PersonId(getPerson());
        }
    }
}
