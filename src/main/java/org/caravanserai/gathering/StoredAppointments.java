package org.caravanserai.gathering;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Refusal;
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

    /**
     * As {@link #locked}.
     *
     * @throws Refusal if there is none
     */
    default Appointment requireLocked(AppointmentId appointment) {
        return locked(appointment.value()).orElseThrow(() -> Refusal.of("appointment.gone"));
    }

    boolean existsByIdAndOrganiser(UUID id, UUID organiser);

    /** What takes people's time in a stretch, with each of them who has not said no. */
    @Query("select a as appointment, p.person as person from Appointment a join Participant p on p.appointment = a.id"
            + " where p.person in :people and p.answer <> NO and p.leftAt is null and a.state in :states"
            + " and a.times.endsAt > :from and (a.times.startsAt < :until or exists"
            + " (select 1 from OccurrenceChange c where c.appointment = a.id and c.startsAt < :until))")
    List<Engaged> engaging(Collection<UUID> people, Collection<AppointmentState> states, Instant from, Instant until);

    String MINE = "select a as appointment, p as participation from Appointment a join Participant p"
            + " on p.appointment = a.id where p.person = :me and p.leftAt is null and (a.state <> DRAFT or a.organiser = :me)"
            + " and a.state in :states and p.answer in :answers and a.times.endsAt > :from and a.times.endsAt <= :until"
            + " and lower(a.title) like :words escape '!'";

    /** A page of what somebody takes part in, the next first. */
    @Query(MINE + " order by a.times.startsAt, a.id limit :limit offset :offset")
    List<Mine> comingOf(
            UUID me,
            Collection<AppointmentState> states,
            Collection<Answer> answers,
            Instant from,
            Instant until,
            String words,
            int offset,
            int limit);

    /** A page of what somebody takes part in, the last first. */
    @Query(MINE + " order by a.times.startsAt desc, a.id limit :limit offset :offset")
    List<Mine> pastOf(
            UUID me,
            Collection<AppointmentState> states,
            Collection<Answer> answers,
            Instant from,
            Instant until,
            String words,
            int offset,
            int limit);

    /** How many there are of what somebody takes part in. */
    @Query(
            "select count(*) from Appointment a join Participant p on p.appointment = a.id where p.person = :me"
                    + " and p.leftAt is null and (a.state <> DRAFT or a.organiser = :me) and a.state in :states"
                    + " and p.answer in :answers and a.times.endsAt > :from and a.times.endsAt <= :until and lower(a.title) like :words escape '!'")
    long countOf(
            UUID me,
            Collection<AppointmentState> states,
            Collection<Answer> answers,
            Instant from,
            Instant until,
            String words);

    /** Those of an organiser's to which a participant would rather have another time. */
    @Query(
            "select a from Appointment a where a.organiser = :me and a.state in :states and a.times.endsAt > :now and exists"
                    + " (select 1 from Participant p where p.appointment = a.id and p.counterStart is not null"
                    + " and p.leftAt is null) order by a.times.startsAt")
    List<Appointment> countered(UUID me, Collection<AppointmentState> states, Instant now, Limit limit);

    /** Drafts that were thrown away. */
    @org.springframework.data.jpa.repository.Modifying(flushAutomatically = true)
    @Query(
            "delete from Appointment a where a.state = CANCELLED and a.cancelledFrom = DRAFT and a.cancelledAt < :before")
    int deleteDiscarded(Instant before);

    Optional<Appointment> findFirstByOrganiserAndStateAndTitle(UUID organiser, AppointmentState state, String title);

    /** What stands in somebody's own calendar, what was called off lately too. */
    @Query("select a as appointment, p as participation from Appointment a join Participant p on p.appointment = a.id"
            + " where p.person = :person and p.leftAt is null and p.answer <> NO and a.state <> DRAFT"
            + " and (a.state <> CANCELLED or (a.cancelledFrom <> DRAFT and a.cancelledAt > :since))"
            + " and a.times.endsAt > :since order by a.times.endsAt desc, a.id limit :most")
    List<Mine> inCalendarOf(UUID person, Instant since, int most);

    /** An appointment and somebody's part in it. */
    interface Mine {

        Appointment getAppointment();

        Participant getParticipation();
    }

    /** Those that are over and have not been said to have been held. */
    @Query("select a.id from Appointment a where a.state in :states and a.times.endsAt <= :now order by a.times.endsAt")
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
