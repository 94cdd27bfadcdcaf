package org.caravanserai.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import org.caravanserai.people.TopicCatalogue;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers to people's profiles the topics of the starting set, and those that open meetings added to it. */
@Component
class OfferedTopics implements TopicCatalogue {

    private static final int LOOK_AT = 400;

    private final StartingSet startingSet;
    private final Topics topics;

    OfferedTopics(StartingSet startingSet, Topics topics) {
        this.startingSet = startingSet;
        this.topics = topics;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Offered> topics() {
        var byKey = new LinkedHashMap<String, Offered>();
        startingSet.offered().forEach(topic -> byKey.put(topic.key(), topic));
        topics.offered(Limit.of(LOOK_AT)).forEach(topic -> byKey.putIfAbsent(topic.key(), topic));
        return List.copyOf(byKey.values());
    }
}
