package org.caravanserai.agenda;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All moves on all boards. */
interface PlacementMoves extends JpaRepository<PlacementMove, UUID> {

    Optional<PlacementMove> findFirstByMeetingAndMoverAndUndoneFalseOrderByIdDesc(UUID meeting, UUID mover);

    Optional<PlacementMove> findFirstBySessionOrderByIdDesc(UUID session);
}
