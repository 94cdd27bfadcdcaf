package org.caravanserai.review;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All decisions, sent or not. */
interface Decisions extends JpaRepository<Decision, UUID> {

    List<Decision> findByPendingProposalIn(Collection<UUID> proposals);

    List<Decision> findByMeetingAndIdIn(UUID meeting, Collection<UUID> keys);

    /** The proposals that decisions are about, read before they are held. */
    @Query("select d.proposal from Decision d where d.meeting = :meeting and d.id in :keys")
    List<UUID> proposalsOf(UUID meeting, Collection<UUID> keys);
}
