package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import org.caravanserai.people.TopicCatalogue;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All topics of all meetings. */
public interface Topics extends JpaRepository<Topic, UUID> {

    List<Topic> findByMeetingOrderByPosition(UUID meeting);

    /** The topics of meetings that are open to the public, the latest meeting first. */
    @Query("select new org.caravanserai.people.TopicCatalogue$Offered(t.topicKey, t.name, t.hue)"
            + " from Topic t join Meeting m on m.id = t.meeting where m.open = true"
            + " order by m.firstDay desc, t.position, t.id")
    List<TopicCatalogue.Offered> offered(Limit limit);
}
