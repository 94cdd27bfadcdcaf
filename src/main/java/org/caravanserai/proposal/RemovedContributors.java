package org.caravanserai.proposal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Those who were taken off proposals a short while ago. */
interface RemovedContributors extends JpaRepository<RemovedContributor, UUID> {

    void deleteByRemovedAtBefore(Instant instant);
}
