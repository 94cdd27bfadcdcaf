package org.caravanserai.partnering.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;

/** Knows meetings between people that have taken place. Whatever brings people together has one. */
public interface HeldMeetings {

    /**
     * A meeting between people.
     *
     * @param source names it among all meetings of all kinds, such as {@code appointment:KEY}; at most 80 characters
     * @param meeting the key of the meeting at which they met; empty for none
     * @param title what it was called among those who met
     * @param people who met
     */
    record HeldMeeting(String source, Optional<UUID> meeting, String title, Instant ended, List<PersonId> people) {}

    /** Those that ended after one instant and until another. */
    List<HeldMeeting> endedBetween(Instant after, Instant until);
}
