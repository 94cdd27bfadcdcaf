package org.caravanserai.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agenda as a file of another tool tells it, cleaned but not yet decided upon: no zone is assumed, nothing is joined.
 *
 * @param ours whether this product wrote the file, so that its texts are taken as they stand
 * @param acronym the short name; empty if there is none
 * @param zone empty if the file names none, or none that is known
 * @param oddities what was met while reading
 */
record ImportedAgenda(
        boolean ours,
        String acronym,
        String title,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Optional<ZoneId> zone,
        List<Track> tracks,
        List<ImportedRoom> rooms,
        List<Event> events,
        List<Oddity> oddities) {

    /** A track; {@code key} is empty when the file gives no short name, {@code hue} -1 when it gives no colour. */
    record Track(String name, String key, int hue) {}

    /** A room; {@code identifier} is empty and {@code capacity} 0 when not known. */
    record ImportedRoom(String name, String identifier, int capacity) {}

    /** A person by the identifier that the file gives, or the name if it gives none. */
    record Named(String identifier, String code, String name, String biography) {}

    /** When an event starts: at an instant, or at a local time in whatever zone the meeting has. */
    sealed interface Start {

        /** Known exactly. */
        record At(OffsetDateTime moment) implements Start {}

        /** Known by the clock on the wall. */
        record OnTheClock(LocalDateTime clock) implements Start {}

        /** The instant, in a meeting of this zone. */
        default java.time.Instant in(ZoneId zone) {
            return switch (this) {
                case At at -> at.moment().toInstant();
                case OnTheClock wall -> wall.clock().atZone(zone).toInstant();
            };
        }
    }

    /** An event. Empty strings stand for what the file does not say. */
    record Event(
            String place,
            String identifier,
            String code,
            Start start,
            int minutes,
            String room,
            String title,
            String subtitle,
            String type,
            String track,
            String language,
            String abstractText,
            String description,
            List<Named> people) {}
}
