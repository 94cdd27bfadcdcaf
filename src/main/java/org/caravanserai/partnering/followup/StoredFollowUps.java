package org.caravanserai.partnering.followup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What came of all meetings, for everybody. */
interface StoredFollowUps extends JpaRepository<FollowUp, UUID> {

    List<FollowUp> findByPersonOrderByHeldAtDescIdDesc(UUID person, Limit limit);

    boolean existsByIdAndPerson(UUID id, UUID person);

    long countByPersonAndAnsweredAtIsNullAndStageGreaterThan(UUID person, int stage);

    boolean existsByPerson(UUID person);

    @Query("select f.source from FollowUp f where f.source in :sources")
    List<String> known(Collection<String> sources);

    @Query("select f.id from FollowUp f where f.nextAt <= :now order by f.nextAt")
    List<UUID> due(Instant now, Limit limit);

    @Query("select f from FollowUp f where f.meeting = :meeting and f.answeredAt is not null")
    List<FollowUp> answered(UUID meeting);
}
