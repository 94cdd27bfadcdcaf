package org.caravanserai.proposal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All files of all proposals. */
interface StoredProposalFiles extends JpaRepository<ProposalFile, UUID> {

    List<ProposalFile> findByProposalOrderByUploadedAt(UUID proposal);

    /** Those of these proposals that have files. */
    @Query("select f.proposal from ProposalFile f where f.proposal in :proposals")
    List<UUID> withFiles(Collection<UUID> proposals);

    long countByProposal(UUID proposal);
}
