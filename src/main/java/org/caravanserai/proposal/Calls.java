package org.caravanserai.proposal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All calls of all meetings. */
public interface Calls extends JpaRepository<Call, UUID> {

    Optional<Call> findByMeeting(UUID meeting);

    List<Call> findByMeetingIn(Collection<UUID> meetings);

    @Query("select c from Call c where c.opensAt <= :now and c.closesAt > :now"
            + " and c.meeting in (select m.id from Meeting m where m.open = true) order by c.closesAt, c.id")
    List<Call> openOfPublicMeetings(Instant now);
}
