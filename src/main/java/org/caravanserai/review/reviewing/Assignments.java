package org.caravanserai.review.reviewing;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All assignments, one for a proposal and a person. */
interface Assignments extends JpaRepository<Assignment, UUID> {

    Optional<Assignment> findByProposalAndPerson(UUID proposal, UUID person);

    List<Assignment> findByProposal(UUID proposal);

    List<Assignment> findByMeeting(UUID meeting);

    List<Assignment> findByMeetingAndPerson(UUID meeting, UUID person);

    /** What an assignment is about, read before it is held. */
    @Query("select a.proposal from Assignment a where a.id = :assignment")
    Optional<UUID> proposalOf(UUID assignment);

    /** An assignment, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Assignment a where a.id = :assignment")
    Optional<Assignment> hold(UUID assignment);
}
