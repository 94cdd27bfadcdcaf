package org.caravanserai.proposal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The redacted texts of all proposals that have some. */
interface Redactions extends JpaRepository<Redaction, UUID> {

    Optional<Redaction> findByProposal(UUID proposal);
}
