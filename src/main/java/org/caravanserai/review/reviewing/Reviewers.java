package org.caravanserai.review.reviewing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All reviewers of all meetings. */
interface Reviewers extends JpaRepository<Reviewer, UUID> {

    Optional<Reviewer> findByMeetingAndPerson(UUID meeting, UUID person);

    List<Reviewer> findByMeeting(UUID meeting);

    List<Reviewer> findByPerson(UUID person);
}
