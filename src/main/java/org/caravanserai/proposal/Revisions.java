package org.caravanserai.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All revisions of all proposals. */
interface Revisions extends JpaRepository<Revision, UUID> {

    List<Revision> findByProposalOrderByNumber(UUID proposal);

    Optional<Revision> findFirstByProposalOrderByNumberDesc(UUID proposal);
}
