package org.caravanserai.proposal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** What the columns of all meetings' sheets meant. */
interface SheetMappings extends JpaRepository<SheetMapping, UUID> {

    Optional<SheetMapping> findByMeeting(UUID meeting);

    /** Locks a meeting's sheets until the transaction ends: of two imports at once, the second sees what the first made. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from SheetMapping m where m.meeting = :meeting")
    Optional<SheetMapping> lock(UUID meeting);
}
