package org.caravanserai.meeting;

import java.time.Instant;
import java.util.List;

/**
 * Knows a part of what the rooms of meetings are used for. Each module that puts something into rooms has one, and whoever
 * looks for a free room asks them all, besides the rooms' closures.
 */
public interface RoomUses {

    /**
     * The uses of a meeting's rooms during some of the time from {@code from} until before {@code until}, as far as the
     * acting person may know of them; in no order.
     */
    List<RoomUse> of(MeetingId meeting, Instant from, Instant until);
}
