package org.caravanserai.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.jspecify.annotations.Nullable;

/**
 * What is on in each room at an instant, and what is next there. What is cancelled is not on.
 *
 * @param everywhere what is on in all rooms at once, such as a break
 * @param rooms those that have something now or later, in their order
 */
public record NowAndNext(List<SessionPart> everywhere, List<InRoom> rooms) {

    /**
     * What is on in a room.
     *
     * @param now all that is on, of which there is more than one only where sessions overlap
     * @param next the first to start after this instant, on whatever day
     */
    public record InRoom(RoomPart room, List<SessionPart> now, Optional<SessionPart> next) {}

    /** What is on and next at an instant. */
    public static NowAndNext at(Programme programme, Instant instant) {
        var rooms = new ArrayList<InRoom>();
        for (var room : programme.agenda().rooms()) {
            var in = in(programme, room, instant);
            if (!in.now().isEmpty() || in.next().isPresent()) {
                rooms.add(in);
            }
        }
        return new NowAndNext(on(sessions(programme, null), instant), List.copyOf(rooms));
    }

    /** What is on and next in one room. */
    public static InRoom in(Programme programme, RoomPart room, Instant instant) {
        var its = sessions(programme, room);
        return new InRoom(
                room,
                on(its, instant),
                its.stream().filter(s -> s.start().isAfter(instant)).findFirst());
    }

    /** The first session anywhere to start after an instant. */
    public static Optional<SessionPart> first(Programme programme, Instant instant) {
        return programme.find(ProgrammeFilter.NONE).stream()
                .filter(s -> !s.cancelled() && s.start().isAfter(instant))
                .findFirst();
    }

    private static List<SessionPart> sessions(Programme programme, @Nullable RoomPart room) {
        return programme.find(ProgrammeFilter.NONE).stream()
                .filter(s -> !s.cancelled())
                .filter(s -> room == null ? s.room() == null : room.key().equals(s.room()))
                .toList();
    }

    private static List<SessionPart> on(List<SessionPart> sessions, Instant instant) {
        return sessions.stream()
                .filter(s -> !instant.isBefore(s.start()) && instant.isBefore(s.end()))
                .toList();
    }
}
