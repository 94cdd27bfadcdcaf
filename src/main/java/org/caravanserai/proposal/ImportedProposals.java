package org.caravanserai.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Where all proposals came from that sheets brought. */
interface ImportedProposals extends JpaRepository<ImportedProposal, UUID> {

    List<ImportedProposal> findBySheetImportOrderByRow(UUID sheetImport);

    Optional<ImportedProposal> findByProposal(UUID proposal);
}
