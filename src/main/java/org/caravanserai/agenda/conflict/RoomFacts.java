package org.caravanserai.agenda.conflict;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Equipment;

/**
 * What must be known of a room.
 *
 * @param room the room's key
 * @param capacity seats; 0 when not known
 * @param closures when it cannot be used
 * @param equipment what it offers
 * @param booths how many languages can be interpreted in it
 * @param online whether people are in it from where they live
 * @param venue where it is: alike for rooms between which nobody travels; empty when there is only one venue
 */
public record RoomFacts(
        UUID room,
        int capacity,
        List<Interval> closures,
        Set<Equipment> equipment,
        int booths,
        boolean online,
        String venue) {

    public RoomFacts {
        closures = List.copyOf(closures);
        equipment = Set.copyOf(equipment);
    }

    /** A room of which only seats and closures are known. */
    public RoomFacts(UUID room, int capacity, List<Interval> closures) {
        this(room, capacity, closures, Set.of(), 0, false, "");
    }

    /** Whether people travel from here to there. */
    public boolean isAwayFrom(RoomFacts other) {
        return !online && !other.online && !venue.equals(other.venue);
    }
}
