package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All releases of all meetings. */
public interface Releases extends JpaRepository<Release, UUID> {

    Optional<Release> findFirstByMeetingOrderByNumberDesc(UUID meeting);

    List<Release> findByMeetingOrderByNumberDesc(UUID meeting);

    Optional<Release> findByMeetingAndNumber(UUID meeting, int number);
}
