package org.caravanserai.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All late links of all calls. */
interface LateLinks extends JpaRepository<LateLink, UUID> {

    List<LateLink> findByCallOrderByCreatedAt(UUID call);

    Optional<LateLink> findBySecretHash(String secretHash);

    /**
     * Takes one use, if one is left, in one statement: two people cannot take the last one.
     *
     * @return 1 if it was taken, else 0
     */
    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("update LateLink l set l.usesLeft = l.usesLeft - 1, l.version = l.version + 1"
            + " where l.id = :link and l.usesLeft > 0 and l.withdrawn = false and l.endsAt > :arrival")
    int take(UUID link, Instant arrival);
}
