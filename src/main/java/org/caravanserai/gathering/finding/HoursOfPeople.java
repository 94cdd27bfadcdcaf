package org.caravanserai.gathering.finding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The hours of all who have written them down. */
interface HoursOfPeople extends JpaRepository<KeptHours, UUID> {

    Optional<KeptHours> findByPerson(UUID person);

    List<KeptHours> findByPersonIn(Collection<UUID> people);
}
