package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All people who take part in any event. */
interface PartyMembers extends JpaRepository<PartyMember, UUID> {

    Optional<PartyMember> findByEventAndPerson(UUID event, UUID person);

    List<PartyMember> findByParty(UUID party);

    /** A member with how others know her, and the language she reads. */
    record Known(UUID party, UUID person, PersonName name, String affiliation, String country, Language language) {}

    /** Everybody of an event. */
    @Query("select m.party, p from PartyMember m join Person p on p.id = m.person where m.event = :event order by m.id")
    List<Object[]> rows(UUID event);

    /** Everybody of an event, those who came first before others. */
    default List<Known> known(UUID event) {
        return rows(event).stream()
                .map(row -> {
                    var person = (org.caravanserai.people.Person) row[1];
                    return new Known(
                            (UUID) row[0],
                            person.key(),
                            person.name(),
                            person.affiliation(),
                            person.country(),
                            person.language());
                })
                .toList();
    }
}
