package org.caravanserai.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the rooms of a meeting and when they cannot be used. */
@Service
public class RoomSetUp {

    private static final int MOST_CLOSURES = 200;

    private final Rooms rooms;
    private final RoomClosures closures;
    private final RoomSpots spots;
    private final RoomPlans plans;
    private final Parts parts;

    RoomSetUp(Rooms rooms, RoomClosures closures, RoomSpots spots, RoomPlans plans, Parts parts) {
        this.rooms = rooms;
        this.closures = closures;
        this.spots = spots;
        this.plans = plans;
        this.parts = parts;
    }

    /**
     * What an organiser says of a room.
     *
     * @param venue the building; empty when there is only one
     * @param capacity seats; 0 when not known
     * @param booths interpretation booths
     */
    public record Content(
            LocalizedText name,
            LocalizedText venue,
            int capacity,
            Set<Equipment> equipment,
            int booths,
            boolean online) {}

    /** Adds a room behind the others. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID add(MeetingId meeting, Content content) {
        var present = rooms.findByMeetingOrderByPosition(meeting.value());
        parts.requireRoom(present.size());
        var place = present.isEmpty() ? 0 : present.getLast().position() + 1;
        return rooms.save(room(meeting, content, place)).key();
    }

    /**
     * Changes a room.
     *
     * @param seen the version that the change was made looking at
     * @return the version made
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long change(MeetingId meeting, UUID room, long seen, Content content) {
        var loaded = of(meeting, room);
        loaded.requireVersion(seen);
        loaded.change(content.name(), content.venue(), content.capacity(), loaded.position());
        loaded.equip(content.equipment(), content.booths(), content.online());
        return rooms.saveAndFlush(loaded).version();
    }

    /**
     * Removes a room with its closures.
     *
     * @return what {@link #restore} needs to undo it
     * @throws Refusal if something is placed in it
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public Removed remove(MeetingId meeting, UUID room) {
        var loaded = of(meeting, room);
        parts.requireUnused(meeting, room);
        var closed = closures.findByRoomOrderByStart(room);
        var spot = spots.findByRoom(room);
        closures.deleteAll(closed);
        closures.flush();
        spot.ifPresent(spots::delete);
        spots.flush();
        rooms.delete(loaded);
        return new Removed(
                MeetingView.RoomView.of(loaded, closed),
                loaded.position(),
                spot.map(s -> new OnPlan(s.plan(), s.across(), s.down())));
    }

    /** A room that was removed, and where it stood in the list and on a plan. */
    public record Removed(MeetingView.RoomView room, int position, Optional<OnPlan> spot) {}

    /** Where a room is on a plan, in thousandths of its width and height. */
    public record OnPlan(UUID plan, int across, int down) {}

    /** Brings a removed room back to where it stood, with its closures. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID restore(MeetingId meeting, Removed removed) {
        parts.requireRoom(rooms.findByMeetingOrderByPosition(meeting.value()).size());
        var was = removed.room();
        var content = new Content(was.name(), was.venue(), was.capacity(), was.equipment(), was.booths(), was.online());
        var restored = rooms.save(room(meeting, content, removed.position()));
        removed.spot().filter(s -> plans.existsById(s.plan())).ifPresent(s -> {
            rooms.flush();
            spots.save(new RoomSpot(restored.key(), s.plan(), s.across(), s.down()));
        });
        was.closures().forEach(c -> closures.save(new RoomClosure(restored.key(), c.start(), c.end(), c.reason())));
        return restored.key();
    }

    /** Brings the rooms into an order. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void arrange(MeetingId meeting, List<UUID> order) {
        var place = 0;
        for (var room : Parts.arranged(rooms.findByMeetingOrderByPosition(meeting.value()), order, Room::key)) {
            room.moveTo(place++);
            rooms.save(room);
        }
    }

    /**
     * Says that a room cannot be used from {@code start} until just before {@code end}.
     *
     * @throws Refusal if the end is not after the start
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID close(MeetingId meeting, UUID room, Instant start, Instant end, String reason) {
        var loaded = of(meeting, room);
        if (closures.findByRoomOrderByStart(room).size() >= MOST_CLOSURES) {
            throw Refusal.of("meeting.parts.many", MOST_CLOSURES);
        }
        return closures.save(new RoomClosure(loaded.key(), start, end, reason)).key();
    }

    /** Takes a closure back. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void reopen(MeetingId meeting, UUID closure) {
        var loaded = closures.findById(closure).orElseThrow(Parts::gone);
        of(meeting, loaded.room());
        closures.delete(loaded);
    }

    private Room of(MeetingId meeting, UUID room) {
        return rooms.findById(room).filter(r -> r.meeting().equals(meeting)).orElseThrow(Parts::gone);
    }

    private static Room room(MeetingId meeting, Content content, int place) {
        var made = new Room(meeting, content.name(), content.venue(), content.capacity(), place);
        made.equip(content.equipment(), content.booths(), content.online());
        return made;
    }
}
