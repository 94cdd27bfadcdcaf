package org.caravanserai.gathering;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All personal links. */
interface ParticipantLinks extends JpaRepository<ParticipantLink, UUID> {

    Optional<ParticipantLink> findBySecretHashAndEndedAtIsNull(String secretHash);

    /** Ends all links of a participant. */
    @Modifying(flushAutomatically = true)
    @Query("update ParticipantLink l set l.endedAt = :now where l.participant = :participant and l.endedAt is null")
    int end(UUID participant, Instant now);
}
