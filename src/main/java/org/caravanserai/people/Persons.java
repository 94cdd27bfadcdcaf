package org.caravanserai.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All persons. */
public interface Persons extends JpaRepository<Person, UUID> {

    Optional<Person> findByCode(String code);
}
