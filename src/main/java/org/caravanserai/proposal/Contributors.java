package org.caravanserai.proposal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All contributors of all proposals. */
public interface Contributors extends JpaRepository<Contributor, UUID> {

    List<Contributor> findByProposalOrderByPosition(UUID proposal);

    List<Contributor> findByProposalIn(List<UUID> proposals);

    boolean existsByProposalAndPerson(UUID proposal, UUID person);
}
