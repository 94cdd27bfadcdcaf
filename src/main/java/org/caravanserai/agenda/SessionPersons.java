package org.caravanserai.agenda;

import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All people of all sessions. */
public interface SessionPersons extends JpaRepository<SessionPerson, UUID> {

    List<SessionPerson> findBySessionInOrderByPosition(List<UUID> sessions);

    List<SessionPerson> findByTalk(UUID talk);

    /** The people of all sessions and talks of a meeting, in their order. */
    @Query(
            "select p from SessionPerson p join Session s on s.id = p.session where s.meeting = :meeting order by p.position, p.id")
    List<SessionPerson> ofMeeting(UUID meeting);

    /** The profiles of everyone in a meeting's sessions and talks; one who has several roles comes several times. */
    @Query(
            "select p from SessionPerson sp join Session s on s.id = sp.session join Person p on p.id = sp.person where s.meeting = :meeting")
    List<Person> personsOf(UUID meeting);
}
