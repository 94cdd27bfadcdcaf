package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All sessions of all meetings. */
public interface Sessions extends JpaRepository<Session, UUID> {

    List<Session> findByMeeting(UUID meeting);

    Optional<Session> findByProposal(UUID proposal);

    /** Whether a session of this meeting is of this type or names this topic ({@code pattern} holds its key). */
    @Query("select count(s) > 0 from Session s where s.meeting = :meeting"
            + " and (s.sessionType = :part or cast(s.topics as String) like :pattern)")
    boolean refersTo(UUID meeting, UUID part, String pattern);
}
