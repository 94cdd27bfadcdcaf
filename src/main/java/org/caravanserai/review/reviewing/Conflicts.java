package org.caravanserai.review.reviewing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All conflicts of interest, dismissed ones too. */
interface Conflicts extends JpaRepository<Conflict, UUID> {

    List<Conflict> findByProposalAndPerson(UUID proposal, UUID person);

    Optional<Conflict> findByProposalAndPersonAndKind(UUID proposal, UUID person, ConflictKind kind);

    List<Conflict> findByMeeting(UUID meeting);

    List<Conflict> findByProposal(UUID proposal);

    List<Conflict> findByMeetingAndPerson(UUID meeting, UUID person);

    List<Conflict> findByPersonAndMeetingInAndStandingTrue(UUID person, Collection<UUID> meetings);

    boolean existsByProposalAndPersonAndStandingTrue(UUID proposal, UUID person);
}
