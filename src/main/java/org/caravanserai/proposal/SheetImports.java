package org.caravanserai.proposal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** All sheets that were taken in. */
interface SheetImports extends JpaRepository<SheetImport, UUID> {

    List<SheetImport> findByMeetingOrderByTakenAtDesc(UUID meeting, Limit limit);
}
