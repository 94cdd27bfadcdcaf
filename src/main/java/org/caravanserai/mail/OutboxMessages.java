package org.caravanserai.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All messages, on their way or kept. */
interface OutboxMessages extends JpaRepository<OutboxMessage, UUID> {

    List<OutboxMessage> findByStateAndDueAtLessThanEqualOrderByDueAt(
            OutboxMessage.State state, Instant due, Limit limit);

    List<OutboxMessage> findByState(OutboxMessage.State state, Limit limit);

    /** Puts the next attempt off if nobody has touched the message since it was read. */
    @Modifying
    @Query("update OutboxMessage m set m.dueAt = :until, m.version = m.version + 1"
            + " where m.id = :key and m.version = :version and m.state = QUEUED")
    int claim(UUID key, long version, Instant until);

    /** The files of what {@link #takeBack} deletes. */
    @Query("select m.attachment from OutboxMessage m where m.cause = :cause and m.leavesAt > :now and m.version = 0"
            + " and m.state in (QUEUED, KEPT) and m.attachment is not null")
    List<UUID> attachmentsToTakeBack(UUID cause, Instant now);

    /** Deletes what waits for the end of its pause and that nobody has touched. */
    @Modifying
    @Query("delete from OutboxMessage m where m.cause = :cause and m.leavesAt > :now and m.version = 0"
            + " and m.state in (QUEUED, KEPT)")
    int takeBack(UUID cause, Instant now);
}
