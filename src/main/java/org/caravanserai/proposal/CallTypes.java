package org.caravanserai.proposal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** What all calls allow. */
interface CallTypes extends JpaRepository<CallType, UUID> {

    List<CallType> findByCall(UUID call);

    boolean existsBySessionType(UUID sessionType);
}
