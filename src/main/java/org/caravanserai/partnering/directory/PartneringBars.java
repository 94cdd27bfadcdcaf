package org.caravanserai.partnering.directory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Who is excluded from the partner finding of which meeting. */
interface PartneringBars extends JpaRepository<PartneringBar, UUID> {

    Optional<PartneringBar> findByMeetingAndPerson(UUID meeting, UUID person);

    boolean existsByMeetingAndPerson(UUID meeting, UUID person);
}
