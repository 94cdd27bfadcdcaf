package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All sessions of all meetings. */
public interface Sessions extends JpaRepository<Session, UUID> {

    List<Session> findByMeeting(UUID meeting);

    /** Rows of a session's key and the proposal it came from. */
    @Query("select s.id, p from Session s join Proposal p on p.id = s.proposal where s.meeting = :meeting")
    List<Object[]> proposalsOf(UUID meeting);

    /** Rows of a session's key and a proposal that one of its talks came from. */
    @Query(
            "select s.id, p from Session s join Talk t on t.session = s.id join Proposal p on p.id = t.proposal where s.meeting = :meeting")
    List<Object[]> talkProposalsOf(UUID meeting);

    Optional<Session> findByProposal(UUID proposal);

    /** Whether a session of this meeting is of this type or names this topic ({@code pattern} holds its key). */
    @Query("select count(s) > 0 from Session s where s.meeting = :meeting"
            + " and (s.sessionType = :part or cast(s.topics as String) like :pattern)")
    boolean refersTo(UUID meeting, UUID part, String pattern);
}
