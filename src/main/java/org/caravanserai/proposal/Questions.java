package org.caravanserai.proposal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All questions of all calls, with those removed. */
interface Questions extends JpaRepository<Question, UUID> {

    List<Question> findByCallOrderByPosition(UUID call);
}
