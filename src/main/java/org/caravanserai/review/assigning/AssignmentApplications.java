package org.caravanserai.review.assigning;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All that was applied. */
interface AssignmentApplications extends JpaRepository<AssignmentApplication, UUID> {

    Optional<AssignmentApplication> findFirstByMeetingAndUndoneFalseOrderByAppliedAtDesc(UUID meeting);
}
