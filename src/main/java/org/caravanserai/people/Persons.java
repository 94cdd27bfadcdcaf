package org.caravanserai.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All persons. */
public interface Persons extends JpaRepository<Person, UUID> {

    Optional<Person> findByCode(String code);

    /** People whose folded names contain all of three patterns. */
    @Query("select p from Person p where p.searchKey like :first escape '!' and p.searchKey like :second escape '!'"
            + " and p.searchKey like :third escape '!' order by p.searchKey, p.id")
    List<Person> named(String first, String second, String third, Limit limit);
}
