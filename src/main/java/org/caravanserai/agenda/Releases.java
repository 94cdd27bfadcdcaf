package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All releases of all meetings. */
public interface Releases extends JpaRepository<Release, UUID> {

    Optional<Release> findFirstByMeetingOrderByNumberDesc(UUID meeting);

    List<Release> findByMeetingOrderByNumberDesc(UUID meeting);

    /** The keys of the meetings that have published anything. */
    @Query("select distinct r.meeting from Release r")
    Set<UUID> findPublishedMeetings();

    Optional<Release> findByMeetingAndNumber(UUID meeting, int number);
}
