package org.caravanserai.review;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The mail templates that organisers have written. */
interface DecisionTemplates extends JpaRepository<DecisionTemplate, UUID> {

    Optional<DecisionTemplate> findByMeetingAndVerdict(UUID meeting, Verdict verdict);
}
