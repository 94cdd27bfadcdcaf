package org.caravanserai.review.room;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All saved filters of all committees. */
interface StoredFilters extends JpaRepository<SavedFilter, UUID> {

    long countByMeetingAndPersonAndPage(UUID meeting, UUID person, SavedFilter.Page page);

    Optional<SavedFilter> findByMeetingAndPersonAndPageAndNameIgnoreCase(
            UUID meeting, UUID person, SavedFilter.Page page, String name);

    Optional<SavedFilter> findByIdAndPerson(UUID id, UUID person);
}
