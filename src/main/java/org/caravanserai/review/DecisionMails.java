package org.caravanserai.review;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All mails of decisions. */
interface DecisionMails extends JpaRepository<DecisionMail, UUID> {

    List<DecisionMail> findByDecisionInOrderByDecisionAscPositionAsc(Collection<UUID> decisions);

    void deleteByDecisionIn(Collection<UUID> decisions);
}
