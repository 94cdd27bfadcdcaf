package org.caravanserai.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All proposals of all meetings. */
public interface Proposals extends JpaRepository<Proposal, UUID> {

    Optional<Proposal> findByMeetingAndCode(UUID meeting, String code);

    List<Proposal> findByMeeting(UUID meeting);
}
