package org.caravanserai.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** A module above says what happens next in meetings, such as the closing of a call; shown in lists of meetings. */
public interface MeetingMilestones {

    /**
     * Something that will happen.
     *
     * @param key the key of a message without arguments that says what
     */
    record Milestone(String key, Instant at) {}

    /** What happens next in each of these meetings; those in which nothing will are absent. */
    Map<MeetingId, Milestone> next(Collection<MeetingId> meetings);
}
