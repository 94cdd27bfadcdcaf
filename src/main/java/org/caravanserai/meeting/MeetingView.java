package org.caravanserai.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;

/**
 * A meeting with all its parts, as other modules and views read it. Immutable.
 *
 * @param version stands for what was read, when something is changed
 * @param description what it is about, as Markdown
 * @param venue where it is held; empty while not known
 * @param city names the zone wherever a time of the meeting is shown
 * @param languages the languages of talks and slides, as BCP 47 tags
 * @param open whether the public sees it
 * @param topics in the meeting's order
 * @param types in the meeting's order
 * @param rooms in the meeting's order
 */
public record MeetingView(
        MeetingId id,
        long version,
        String slug,
        UUID series,
        LocalizedText seriesName,
        LocalizedText name,
        LocalizedText description,
        LocalizedText venue,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone,
        LocalizedText city,
        Set<String> languages,
        boolean open,
        List<TopicView> topics,
        List<TypeView> types,
        List<RoomView> rooms) {

    /**
     * A topic.
     *
     * @param topicKey the same for the same topic over all meetings
     * @param keywords words separated by commas, by language
     * @param hue 0 to 359
     */
    public record TopicView(
            UUID key,
            long version,
            String topicKey,
            LocalizedText name,
            LocalizedText keywords,
            int hue,
            Priority priority) {

        static TopicView of(Topic topic) {
            return new TopicView(
                    topic.key(),
                    topic.version(),
                    topic.topicKey(),
                    topic.name(),
                    topic.keywords(),
                    topic.hue(),
                    topic.priority());
        }
    }

    /**
     * A session type.
     *
     * @param minutes the usual length
     */
    public record TypeView(
            UUID key,
            long version,
            String typeKey,
            LocalizedText name,
            SessionType.Kind kind,
            int minutes,
            boolean mayHoldTalks) {

        static TypeView of(SessionType type) {
            return new TypeView(
                    type.key(),
                    type.version(),
                    type.typeKey(),
                    type.name(),
                    type.kind(),
                    type.minutes(),
                    type.mayHoldTalks());
        }
    }

    /**
     * A room.
     *
     * @param venue the building; empty when there is only one
     * @param capacity seats; 0 when not known
     * @param booths interpretation booths
     * @param closures when it cannot be used, in order of time
     */
    public record RoomView(
            UUID key,
            long version,
            LocalizedText name,
            LocalizedText venue,
            int capacity,
            Set<Equipment> equipment,
            int booths,
            boolean online,
            List<ClosureView> closures) {

        static RoomView of(Room room, List<RoomClosure> closures) {
            return new RoomView(
                    room.key(),
                    room.version(),
                    room.name(),
                    room.venue(),
                    room.capacity(),
                    room.equipment(),
                    room.booths(),
                    room.isOnline(),
                    closures.stream().map(ClosureView::of).toList());
        }
    }

    /** A stretch of time, half-open, in which a room cannot be used. */
    public record ClosureView(UUID key, Instant start, Instant end, String reason) {

        static ClosureView of(RoomClosure closure) {
            return new ClosureView(closure.key(), closure.start(), closure.end(), closure.reason());
        }
    }

    /** The days from the first to the last. */
    public List<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1)).toList();
    }

    /** The topic with this key, if the meeting has it. */
    public Optional<TopicView> topic(UUID key) {
        return topics.stream().filter(t -> t.key().equals(key)).findFirst();
    }

    /** The session type with this key, if the meeting has it. */
    public Optional<TypeView> type(UUID key) {
        return types.stream().filter(t -> t.key().equals(key)).findFirst();
    }

    /** The room with this key, if the meeting has it. */
    public Optional<RoomView> room(UUID key) {
        return rooms.stream().filter(r -> r.key().equals(key)).findFirst();
    }
}
