package org.caravanserai.api.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All webhooks. */
interface StoredHooks extends JpaRepository<Hook, UUID> {

    List<Hook> findByMeetingAndRemovedAtIsNullOrderByMadeAt(UUID meeting);

    List<Hook> findByMeetingAndStateAndRemovedAtIsNull(UUID meeting, Hook.State state);

    Optional<Hook> findByIdAndMeeting(UUID id, UUID meeting);

    /** Notes a failure, of which the first counts. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(value = "update hook set failing_since = coalesce(failing_since, :at) where id = :hook", nativeQuery = true)
    void fail(UUID hook, Instant at);

    /** Notes a success. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(
            value = "update hook set failing_since = null where id = :hook and failing_since is not null",
            nativeQuery = true)
    void succeed(UUID hook);

    /** Deletes those that were removed before an instant. */
    @Modifying
    @Query("delete from Hook h where h.removedAt < :before")
    int sweep(Instant before);
}
