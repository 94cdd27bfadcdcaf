package org.caravanserai.proposal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All links sent to contributors. */
interface Invitations extends JpaRepository<Invitation, UUID> {

    Optional<Invitation> findBySecretHash(String secretHash);

    Optional<Invitation> findFirstByContributorAndUsedAtIsNullOrderByIdDesc(UUID contributor);

    /** Marks a link as used if it still can be; of several at once, one gets 1 and the others 0. */
    @Modifying(flushAutomatically = true)
    @Query("update Invitation i set i.usedAt = :now where i.secretHash = :secretHash and i.usedAt is null"
            + " and i.expiresAt > :now")
    int use(String secretHash, Instant now);

    /** Ends the open links of a contributor. */
    @Modifying(flushAutomatically = true)
    @Query("update Invitation i set i.usedAt = :now where i.contributor = :contributor and i.usedAt is null")
    int end(UUID contributor, Instant now);

    @Modifying(flushAutomatically = true)
    @Query("delete from Invitation i where i.contributor = :contributor")
    void deleteOf(UUID contributor);
}
