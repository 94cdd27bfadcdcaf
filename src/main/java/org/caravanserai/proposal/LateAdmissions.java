package org.caravanserai.proposal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All uses of late links. */
interface LateAdmissions extends JpaRepository<LateAdmission, UUID> {

    boolean existsByProposal(UUID proposal);

    @Query("select count(a) > 0 from LateAdmission a join LateLink l on l.id = a.link"
            + " where a.proposal = :proposal and l.endsAt > :arrival")
    boolean admitted(UUID proposal, Instant arrival);
}
