package org.caravanserai.meeting;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All series; the word is its own plural. */
public interface SeriesCollection extends JpaRepository<Series, UUID> {

    Optional<Series> findBySlug(String slug);
}
