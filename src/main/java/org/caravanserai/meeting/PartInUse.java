package org.caravanserai.meeting;

import java.util.Optional;
import java.util.UUID;

/** A module above says whether it needs a part of a meeting, which then must not be removed. */
public interface PartInUse {

    /**
     * Why a topic, session type or room cannot be removed.
     *
     * @param part the key of the topic, type or room
     * @return the key of a message without arguments; empty if nothing refers to the part
     */
    Optional<String> whyNeeded(MeetingId meeting, UUID part);
}
