package org.caravanserai.gathering.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All guests of polls. */
interface PollGuests extends JpaRepository<PollGuest, UUID> {

    /** A guest and her profile, if she has one. */
    interface Named {

        PollGuest getGuest();

        @Nullable
        Person getPerson();
    }

    /** A poll that somebody is asked, and whether she has answered. */
    interface Asked {

        UUID getGuest();

        @Nullable
        Instant getAnsweredAt();

        Poll getPoll();

        Person getOrganiser();
    }

    /** The guests of a poll, in the order in which they were invited. */
    @Query("select g as guest, p as person from PollGuest g left join Person p on p.id = g.person"
            + " where g.poll = :poll order by g.id")
    List<Named> named(UUID poll);

    @Query("select g.poll from PollGuest g where g.id = :guest")
    Optional<UUID> poll(UUID guest);

    boolean existsByPollAndPerson(UUID poll, UUID person);

    boolean existsByPollAndEmail(UUID poll, String email);

    int countByPoll(UUID poll);

    /** The guest that a person with this address is; the one invited by name first. */
    @Query("select g from PollGuest g where g.poll = :poll and (g.person = :person or g.email = :email)"
            + " order by case when g.person is null then 1 else 0 end, g.id")
    List<PollGuest> who(UUID poll, UUID person, String email, Limit limit);

    /** The open polls that a person with this address is asked, those she has not answered first. */
    @Query("select g.id as guest, g.answeredAt as answeredAt, p as poll, o as organiser from PollGuest g"
            + " join Poll p on p.id = g.poll join Person o on o.id = p.organiser"
            + " where (g.person = :person or g.email = :email)"
            + " and p.state = org.caravanserai.gathering.poll.PollState.OPEN"
            + " order by case when g.answeredAt is null then 0 else 1 end, p.deadline, g.id")
    List<Asked> asked(UUID person, String email, Limit limit);

    /** Takes it on to remind a guest for the first time; of several at once, one gets 1 and the others 0. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update PollGuest g set g.remindedAt = :now, g.writtenAt = :now where g.id = :guest"
            + " and g.remindedAt is null and g.answeredAt is null")
    int claimReminder(UUID guest, Instant now);
}
