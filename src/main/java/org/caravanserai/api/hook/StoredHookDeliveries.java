package org.caravanserai.api.hook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All that programs were told, or are to be told. */
interface StoredHookDeliveries extends JpaRepository<HookDelivery, UUID> {

    List<HookDelivery> findByStateAndDueAtLessThanEqualOrderByDueAtAscIdAsc(
            HookDelivery.State state, Instant due, Limit limit);

    /** Puts the next attempt off if nobody has touched the delivery since it was read. */
    @Modifying
    @Query("update HookDelivery d set d.dueAt = :until, d.version = d.version + 1"
            + " where d.id = :key and d.version = :version and d.state = WAITING")
    int claim(UUID key, long version, Instant until);

    /** Gives up all that waits for an address. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update HookDelivery d set d.state = GIVEN_UP, d.version = d.version + 1"
            + " where d.hook = :hook and d.state = WAITING")
    int giveUp(UUID hook);

    /** Lets an address rest until then. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update HookDelivery d set d.dueAt = :until, d.version = d.version + 1"
            + " where d.hook = :hook and d.state = WAITING and d.dueAt < :until")
    int rest(UUID hook, Instant until);

    /** Deletes what happened before an instant. */
    @Modifying
    @Query("delete from HookDelivery d where d.happenedAt < :before")
    int sweep(Instant before);
}
