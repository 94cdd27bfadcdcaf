package org.caravanserai.gathering.poll;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All answers. */
interface PollAnswers extends JpaRepository<PollAnswer, UUID> {

    List<PollAnswer> findByPoll(UUID poll);

    List<PollAnswer> findByGuest(UUID guest);

    boolean existsByCandidate(UUID candidate);
}
