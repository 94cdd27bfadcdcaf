package org.caravanserai.agenda;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All notes on all agendas. */
interface AgendaNotes extends JpaRepository<AgendaNote, UUID> {

    /** A note with what it names. */
    interface Named {

        UUID getKey();

        AgendaNews.Kind getKind();

        String getCode();

        LocalizedText getTitle();

        LocalizedText getTalkTitle();

        @Nullable
        Person getPerson();

        @Nullable
        Instant getWasAt();

        Instant getNotedAt();
    }

    /** What no organiser of a meeting has seen yet, the latest first. */
    @Query("select n.id as key, n.kind as kind, s.code as code, s.title as title, n.talkTitle as talkTitle,"
            + " p as person, n.wasAt as wasAt, n.notedAt as notedAt from AgendaNote n"
            + " join Session s on s.id = n.session left join Person p on p.id = n.person"
            + " where n.meeting = :meeting and n.seenAt is null order by n.id desc")
    List<Named> unseen(UUID meeting, Limit limit);

    /** Whether such a note, on the session or on a talk of this title, waits to be seen. */
    boolean existsBySessionAndKindAndTalkTitleAndSeenAtIsNull(
            UUID session, AgendaNews.Kind kind, LocalizedText talkTitle);

    int countByMeetingAndSeenAtIsNull(UUID meeting);

    List<AgendaNote> findByMeetingAndIdIn(UUID meeting, List<UUID> keys);

    void deleteBySession(UUID session);
}
