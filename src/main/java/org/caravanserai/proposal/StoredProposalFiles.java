package org.caravanserai.proposal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All files of all proposals. */
interface StoredProposalFiles extends JpaRepository<ProposalFile, UUID> {

    List<ProposalFile> findByProposalOrderByUploadedAt(UUID proposal);

    long countByProposal(UUID proposal);
}
