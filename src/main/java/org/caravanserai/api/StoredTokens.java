package org.caravanserai.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All tokens. */
interface StoredTokens extends JpaRepository<PersonalToken, UUID> {

    List<PersonalToken> findByPersonAndRevokedAtIsNullOrderByMadeAtDesc(UUID person);

    Optional<PersonalToken> findBySecretHash(String secretHash);

    /** Notes a use. */
    @Modifying
    @Query(value = "update personal_token set last_used_at = :at where id = :token", nativeQuery = true)
    void use(UUID token, Instant at);

    /** Deletes those that have not worked since an instant. */
    @Modifying
    @Query("delete from PersonalToken t where t.expiresAt < :before or t.revokedAt < :before")
    int sweep(Instant before);
}
