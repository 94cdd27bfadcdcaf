package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All talks of all sessions. */
public interface Talks extends JpaRepository<Talk, UUID> {

    List<Talk> findBySessionInOrderByPosition(List<UUID> sessions);

    Optional<Talk> findByProposal(UUID proposal);

    /** All talks of a meeting's sessions, in their order within each. */
    @Query(
            "select t from Talk t join Session s on s.id = t.session where s.meeting = :meeting order by t.position, t.id")
    List<Talk> ofMeeting(UUID meeting);
}
