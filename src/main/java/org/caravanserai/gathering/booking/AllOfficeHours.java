package org.caravanserai.gathering.booking;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The office hours of all people. */
interface AllOfficeHours extends JpaRepository<OfficeHours, UUID> {

    Optional<OfficeHours> findByPerson(UUID person);

    /** The key of those with this address that are open. */
    @Query("select o.id from OfficeHours o where o.code = :code and o.open = true")
    Optional<UUID> open(String code);

    /** Those with this key, until the end of the transaction for nobody else. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from OfficeHours o where o.id = :key")
    Optional<OfficeHours> lock(UUID key);
}
