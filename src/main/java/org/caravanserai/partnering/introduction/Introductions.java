package org.caravanserai.partnering.introduction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All introductions that were ever asked for. */
interface Introductions extends JpaRepository<Introduction, UUID> {

    Optional<Introduction> findByAskerAndAskedAndAbout(UUID asker, UUID asked, UUID about);

    List<Introduction> findByMeetingAndAskerAndAskedAndWithdrawnAtIsNull(UUID meeting, UUID asker, UUID asked);
}
