package org.caravanserai.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All placements of all meetings. */
public interface Placements extends JpaRepository<Placement, UUID> {

    List<Placement> findByMeeting(UUID meeting);

    Optional<Placement> findBySession(UUID session);

    boolean existsByMeetingAndRoom(UUID meeting, UUID room);

    /** What these people have to do in working agendas, placed to begin after one moment and before another. */
    @Query("select sp.person as person, p as placement from SessionPerson sp join Placement p on p.session = sp.session"
            + " where sp.person in :people and p.start > :after and p.start < :before")
    List<Engaging> engaging(Collection<UUID> people, Instant after, Instant before);

    /** A placement and one of its people. */
    interface Engaging {
        UUID getPerson();

        Placement getPlacement();
    }
}
