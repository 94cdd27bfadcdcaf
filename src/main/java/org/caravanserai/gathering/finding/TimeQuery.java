package org.caravanserai.gathering.finding;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caravanserai.text.Refusal;

/**
 * What time is looked for.
 *
 * @param from no earlier than this
 * @param until over by this
 * @param rooms when each room that would do is taken; empty if none is needed
 * @param interpreters who could interpret, of whom one must be able to come; empty if none is needed
 * @param zone the zone in which days are counted, of whoever looks
 * @param most how many times to give at most
 */
public record TimeQuery(
        List<Participant> participants,
        Duration duration,
        Instant from,
        Instant until,
        List<List<Stretch>> rooms,
        List<Participant> interpreters,
        ZoneId zone,
        int most) {

    /** The most people in one search. */
    public static final int MOST_PEOPLE = 60;

    /** The longest stretch that is searched. */
    public static final Duration LONGEST_WINDOW = Duration.ofDays(62);

    /** The longest meeting. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** The raster of times. */
    public static final Duration STEP = Duration.ofMinutes(15);

    /**
     * A search.
     *
     * @throws Refusal if it is larger than one may be, or asks for nothing
     */
    public TimeQuery {
        if (participants.isEmpty()) {
            throw Refusal.at("required", "finding.people.none");
        }
        if (participants.size() + interpreters.size() > MOST_PEOPLE) {
            throw Refusal.at("required", "finding.people.many", MOST_PEOPLE);
        }
        if (duration.compareTo(STEP) < 0
                || duration.compareTo(LONGEST) > 0
                || duration.toSeconds() % STEP.toSeconds() != 0) {
            throw Refusal.at("duration", "finding.duration.wrong", LONGEST.toHours());
        }
        if (until.isBefore(from.plus(duration))) {
            throw Refusal.at("until", "finding.window.short");
        }
        if (Duration.between(from, until).compareTo(LONGEST_WINDOW) > 0) {
            throw Refusal.at("until", "finding.window.long");
        }
        participants = List.copyOf(participants);
        rooms = List.copyOf(rooms);
        interpreters = List.copyOf(interpreters);
    }
}
