package org.caravanserai.mail;

import java.time.Instant;
import java.util.Collection;
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
            + " and m.state in (QUEUED, KEPT, DIGEST, TOLD) and m.attachment is not null")
    List<UUID> attachmentsToTakeBack(UUID cause, Instant now);

    /** Deletes what waits for the end of its pause and that nobody has touched. */
    @Modifying
    @Query("delete from OutboxMessage m where m.cause = :cause and m.leavesAt > :now and m.version = 0"
            + " and m.state in (QUEUED, KEPT, DIGEST, TOLD)")
    int takeBack(UUID cause, Instant now);

    /** What the recipient stopped before it left: none of this kind that waits for its time is sent. */
    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update OutboxMessage m set m.state = TOLD, m.version = m.version + 1"
            + " where m.person = :person and m.kind in :kinds and m.state in (QUEUED, DIGEST) and m.dueAt > :now"
            + " and m.attempts = 0")
    int stop(UUID person, Collection<String> kinds, Instant now);

    /** What waits for a person's digest comes with the next at another hour. */
    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update OutboxMessage m set m.dueAt = :due, m.version = m.version + 1"
            + " where m.person = :person and m.state = DIGEST")
    int digestAt(UUID person, Instant due);

    /** Takes what is due into a digest; of two nodes, each message is taken by one. */
    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update OutboxMessage m set m.state = TOLD, m.digest = :digest, m.version = m.version + 1"
            + " where m.person = :person and m.state = DIGEST and m.dueAt <= :now")
    int gather(UUID person, UUID digest, Instant now);

    /** Whom a digest is due to. */
    @Query("select distinct m.person from OutboxMessage m where m.state = DIGEST and m.dueAt <= :now")
    List<UUID> awaitingDigest(Instant now, Limit limit);

    /** What a digest tells of, but for what was read in the application and is left out then. */
    @Query("select m from OutboxMessage m where m.digest = :digest and (m.unlessSeen = false or not exists"
            + " (select n from Notice n where n.message = m.id and n.readAt is not null)) order by m.createdAt, m.id")
    List<OutboxMessage> gathered(UUID digest);
}
