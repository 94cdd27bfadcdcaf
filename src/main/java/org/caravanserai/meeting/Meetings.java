package org.caravanserai.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All meetings. */
public interface Meetings extends JpaRepository<Meeting, UUID> {

    Optional<Meeting> findBySlug(String slug);

    List<Meeting> findBySeriesOrderByFirstDay(UUID series);

    boolean existsByIdAndOpenTrue(UUID id);

    boolean existsBySlug(String slug);

    List<Meeting> findByOpenTrueOrderByFirstDay();
}
