package org.caravanserai.review.reviewing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All plans of reviewing. */
interface ReviewPlans extends JpaRepository<ReviewPlan, UUID> {

    Optional<ReviewPlan> findByMeetingAndSessionType(UUID meeting, UUID sessionType);

    List<ReviewPlan> findByMeeting(UUID meeting);

    List<ReviewPlan> findByMeetingAndSessionTypeIn(UUID meeting, Collection<UUID> sessionTypes);
}
