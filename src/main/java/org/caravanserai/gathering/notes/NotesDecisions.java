package org.caravanserai.gathering.notes;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All that was decided in appointments. */
interface NotesDecisions extends JpaRepository<NotesDecision, UUID> {

    /** What was decided on a day, in the order in which it was. */
    @Query("select d from SharedNotesDecision d where d.notes = :notes order by d.id")
    List<NotesDecision> of(UUID notes);

    long countByNotes(UUID notes);
}
