package org.caravanserai.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All files that wait to be taken in. */
interface WaitingSheets extends JpaRepository<WaitingSheet, UUID> {

    Optional<WaitingSheet> findByMeetingAndPerson(UUID meeting, UUID person);

    List<WaitingSheet> findByUploadedAtBefore(Instant instant);
}
