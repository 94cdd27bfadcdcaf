package org.caravanserai.gathering.poll;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All personal links. */
interface PollLinks extends JpaRepository<PollLink, UUID> {

    Optional<PollLink> findBySecretHash(String secretHash);

    List<PollLink> findByGuestOrderByIdDesc(UUID guest);

    /** Ends all links of a guest. */
    @Modifying(flushAutomatically = true)
    @Query("delete from PollLink l where l.guest = :guest")
    int end(UUID guest);

    /** Which of these guests have a link that works. */
    @Query("select distinct l.guest from PollLink l where l.guest in :guests")
    Set<UUID> linked(Collection<UUID> guests);
}
