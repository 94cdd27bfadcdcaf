package org.caravanserai.gathering.poll;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All polls. */
interface KeptPolls extends JpaRepository<Poll, UUID> {

    /** A poll and how far it has come. */
    interface Counted {

        Poll getPoll();

        long getCandidates();

        long getGuests();

        long getAnswered();
    }

    Optional<Poll> findByCode(String code);

    /** The poll, which nobody else may answer or end until this transaction is over. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Poll p where p.id = :poll")
    Optional<Poll> lock(UUID poll);

    @Query("select p.organiser from Poll p where p.id = :poll")
    Optional<UUID> organiser(UUID poll);

    /** The polls of an organiser, newest first, without drafts that were put away. */
    @Query("select p as poll,"
            + " (select count(c) from PollCandidate c where c.poll = p.id"
            + "   and ((p.wholeDays = true and c.onDay is not null) or (p.wholeDays = false and c.onDay is null)))"
            + "   as candidates,"
            + " (select count(g) from PollGuest g where g.poll = p.id) as guests,"
            + " (select count(g) from PollGuest g where g.poll = p.id and g.answeredAt is not null) as answered"
            + " from Poll p where p.organiser = :organiser and"
            + " (p.state <> org.caravanserai.gathering.poll.PollState.CANCELLED or p.openedAt is not null)"
            + " order by p.id desc limit :limit offset :offset")
    List<Counted> of(UUID organiser, int offset, int limit);

    @Query("select count(p) from Poll p where p.organiser = :organiser and"
            + " (p.state <> org.caravanserai.gathering.poll.PollState.CANCELLED or p.openedAt is not null)")
    long countOf(UUID organiser);

    @Query("select p.id from Poll p where p.state = org.caravanserai.gathering.poll.PollState.OPEN"
            + " and p.remindAt <= :now and p.deadline > :now order by p.remindAt")
    List<UUID> toRemind(Instant now);

    /** Takes it on to remind the guests of a poll; of several at once, one gets 1 and the others 0. */
    @Modifying(flushAutomatically = true)
    @Query("update Poll p set p.remindAt = null where p.id = :poll and p.remindAt <= :now"
            + " and p.state = org.caravanserai.gathering.poll.PollState.OPEN")
    int claimReminders(UUID poll, Instant now);
}
