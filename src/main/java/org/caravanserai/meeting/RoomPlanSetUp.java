package org.caravanserai.meeting;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of a meeting: pictures that organisers upload, and where on them the rooms are. */
@Service
public class RoomPlanSetUp {

    /** The largest picture that may be uploaded, in bytes. */
    public static final int LARGEST = PlanPicture.LARGEST;

    /** The most plans of a meeting. */
    public static final int MOST = 12;

    private final RoomPlans plans;
    private final RoomSpots spots;
    private final Rooms rooms;
    private final StoredFiles stored;
    private final ApplicationEventPublisher events;

    RoomPlanSetUp(RoomPlans plans, RoomSpots spots, Rooms rooms, StoredFiles stored, ApplicationEventPublisher events) {
        this.plans = plans;
        this.spots = spots;
        this.rooms = rooms;
        this.stored = stored;
        this.events = events;
    }

    /**
     * What an organiser says of a plan.
     *
     * @param description what the picture shows, for those who do not see it
     */
    public record Content(LocalizedText name, LocalizedText description) {}

    /** A plan that was removed and can be put back; only this service makes one. */
    public static final class Removed {

        private final RoomPlan plan;
        private final byte[] picture;
        private final List<RoomSpot> spots;

        private Removed(RoomPlan plan, byte[] picture, List<RoomSpot> spots) {
            this.plan = plan;
            this.picture = picture;
            this.spots = spots;
        }
    }

    /** The plans of a meeting, in their order. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public List<RoomPlanView> list(MeetingId meeting) {
        return of(meeting);
    }

    /** As {@link #list}, for what shows them to everyone. */
    @Internal
    @Transactional(readOnly = true)
    public List<RoomPlanView> of(MeetingId meeting) {
        var all = spots.ofMeeting(meeting.value());
        return plans.findByMeetingOrderByPosition(meeting.value()).stream()
                .map(plan -> RoomPlanView.of(plan, all))
                .toList();
    }

    /**
     * Adds a plan behind the others.
     *
     * @throws Refusal if it is one too many, the picture cannot be used, or a text is not there in English
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID add(MeetingId meeting, Content content, byte[] picture) {
        var present = plans.findByMeetingOrderByPosition(meeting.value());
        if (present.size() >= MOST) {
            throw Refusal.of("meeting.parts.many", MOST);
        }
        var place = present.isEmpty() ? 0 : present.getLast().position() + 1;
        var drawn = drawn(picture);
        var plan = plans.save(new RoomPlan(meeting, content, place, store(drawn), drawn));
        changed(meeting);
        return plan.key();
    }

    /**
     * Changes what is said of a plan, and its picture if there is a new one.
     *
     * @param seen the version that the change was made looking at
     * @param picture the new picture; empty to keep the one that is there
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void change(MeetingId meeting, UUID plan, long seen, Content content, byte[] picture) {
        var loaded = plan(meeting, plan);
        loaded.requireVersion(seen);
        loaded.describe(content.name(), content.description());
        if (picture.length > 0) {
            var before = loaded.picture();
            var drawn = drawn(picture);
            loaded.show(store(drawn), drawn);
            stored.delete(before);
        }
        plans.saveAndFlush(loaded);
        changed(meeting);
    }

    /** Brings the plans into an order. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void arrange(MeetingId meeting, List<UUID> order) {
        var place = 0;
        for (var plan : Parts.arranged(plans.findByMeetingOrderByPosition(meeting.value()), order, RoomPlan::key)) {
            plan.moveTo(place++);
            plans.save(plan);
        }
        changed(meeting);
    }

    /**
     * Removes a plan with the places on it.
     *
     * @return what {@link #restore} needs to undo it
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public Removed remove(MeetingId meeting, UUID plan) {
        var loaded = plan(meeting, plan);
        var on = spots.findByPlan(plan);
        var removed = new Removed(loaded, stored.bytes(loaded.picture()), on);
        spots.deleteAll(on);
        spots.flush();
        stored.delete(loaded.picture());
        plans.delete(loaded);
        changed(meeting);
        return removed;
    }

    /** Brings a removed plan back to where it stood, with the places of rooms that have none since. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID restore(MeetingId meeting, Removed removed) {
        var plan =
                plans.saveAndFlush(removed.plan.copy(meeting, stored.store(new ByteArrayInputStream(removed.picture))));
        removed.spots.stream()
                .filter(s ->
                        rooms.existsById(s.room()) && spots.findByRoom(s.room()).isEmpty())
                .forEach(s -> put(s.room(), plan.key(), s.across(), s.down()));
        changed(meeting);
        return plan.key();
    }

    /**
     * Says where a room is, in thousandths of the plan's width and height; a room is on one plan at most.
     *
     * @throws Refusal if that is outside the picture
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void place(MeetingId meeting, UUID plan, UUID room, int across, int down) {
        var loaded = plan(meeting, plan);
        requireRoom(meeting, room);
        put(room, loaded.key(), across, down);
        changed(meeting);
    }

    /** Takes a room off its plan. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void displace(MeetingId meeting, UUID room) {
        requireRoom(meeting, room);
        spots.findByRoom(room).ifPresent(spots::delete);
        changed(meeting);
    }

    /** The bytes of a plan's picture as it is now, for an organiser. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public byte[] picture(MeetingId meeting, UUID plan) {
        return stored.bytes(plan(meeting, plan).picture());
    }

    /** The bytes of a picture of one of the meeting's plans, for what shows them to everyone; empty if there is none such. */
    @Internal
    @Transactional(readOnly = true)
    public Optional<byte[]> pictureOf(MeetingId meeting, UUID picture) {
        return plans.findByMeetingOrderByPosition(meeting.value()).stream()
                .filter(plan -> plan.picture().equals(picture))
                .findFirst()
                .map(plan -> stored.bytes(picture));
    }

    /** Gives a meeting the plans of another, with the places of rooms; {@code copies} are the rooms by what they were made of. */
    @Internal
    @Transactional
    public void copy(MeetingId from, MeetingId to, java.util.Map<UUID, Room> copies) {
        var all = spots.ofMeeting(from.value());
        for (var plan : plans.findByMeetingOrderByPosition(from.value())) {
            var copy = plans.saveAndFlush(plan.copy(to, stored.store(stored.open(plan.picture()))));
            all.stream()
                    .filter(s -> s.plan().equals(plan.key()) && copies.containsKey(s.room()))
                    .forEach(s -> put(
                            java.util.Objects.requireNonNull(copies.get(s.room()))
                                    .key(),
                            copy.key(),
                            s.across(),
                            s.down()));
        }
    }

    private static PlanPicture drawn(byte[] picture) {
        if (picture.length == 0) {
            throw Refusal.at("picture", "programme.plan.missing");
        }
        return PlanPicture.of(picture);
    }

    private UUID store(PlanPicture drawn) {
        return stored.store(new ByteArrayInputStream(drawn.bytes()));
    }

    private void requireRoom(MeetingId meeting, UUID room) {
        if (rooms.findById(room).filter(r -> r.meeting().equals(meeting)).isEmpty()) {
            throw Parts.gone();
        }
    }

    private void put(UUID room, UUID plan, int across, int down) {
        var spot = spots.findByRoom(room).orElseGet(() -> new RoomSpot(room, plan, across, down));
        spot.put(plan, across, down);
        spots.save(spot);
    }

    private RoomPlan plan(MeetingId meeting, UUID plan) {
        return plans.findById(plan).filter(p -> p.meeting().equals(meeting)).orElseThrow(Parts::gone);
    }

    private void changed(MeetingId meeting) {
        events.publishEvent(new RoomPlansChanged(meeting));
    }
}
