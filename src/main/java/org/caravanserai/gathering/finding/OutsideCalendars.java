package org.caravanserai.gathering.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The calendars elsewhere of all people. */
interface OutsideCalendars extends JpaRepository<OutsideCalendar, UUID> {

    Optional<OutsideCalendar> findByPerson(UUID person);

    /** The keys of those that are to be read by a moment, the longest due first. */
    @Query("select c.id from OutsideCalendar c where c.nextAt <= :moment order by c.nextAt, c.id")
    List<UUID> due(Instant moment, Limit limit);
}
