package org.caravanserai.review.reviewing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All criteria, removed ones too. */
interface Criteria extends JpaRepository<Criterion, UUID> {

    List<Criterion> findByPlanInOrderByPosition(Collection<UUID> plans);

    List<Criterion> findByPlanOrderByPosition(UUID plan);
}
