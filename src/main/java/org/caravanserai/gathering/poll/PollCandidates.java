package org.caravanserai.gathering.poll;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All candidates. Those of the kind that a poll does not ask about are kept while it is a draft. */
interface PollCandidates extends JpaRepository<PollCandidate, UUID> {

    List<PollCandidate> findByPoll(UUID poll);

    /** The candidates that a poll asks about, the earliest first. */
    default List<PollCandidate> asked(Poll poll) {
        return findByPoll(poll.key()).stream()
                .filter(c -> c.time() instanceof CandidateTime.WholeDay == poll.wholeDays())
                .sorted(java.util.Comparator.comparing(PollCandidate::time))
                .toList();
    }
}
