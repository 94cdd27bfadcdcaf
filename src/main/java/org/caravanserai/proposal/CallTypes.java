package org.caravanserai.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** What all calls allow. */
interface CallTypes extends JpaRepository<CallType, UUID> {

    List<CallType> findByCall(UUID call);

    Optional<CallType> findByCallAndSessionType(UUID call, UUID sessionType);

    boolean existsBySessionType(UUID sessionType);
}
