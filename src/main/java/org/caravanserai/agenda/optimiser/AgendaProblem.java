package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an agenda is to be made of. Sessions, rooms, topics and people are numbers from zero; times are minutes from any
 * common beginning, and stretches of time are half-open.
 *
 * @param sessions what is to be placed
 * @param rooms where
 * @param hours the open times; a session lies within one of them
 * @param grid sessions start at multiples of so many minutes after the start of an open time
 * @param common sessions with a common audience
 * @param weights what one break of a rule costs; a rule that is not there costs nothing
 */
public record AgendaProblem(
        List<Session> sessions,
        List<Room> rooms,
        List<Stretch> hours,
        int grid,
        List<Common> common,
        Map<Rule, Long> weights) {

    /** No topic. */
    public static final int NO_TOPIC = -1;

    /**
     * Something to be placed.
     *
     * @param minutes how long it takes
     * @param audience how many people may come; 0 when not known
     * @param popular so many want it that another popular one at the same time would be a pity
     * @param topic its topic, or {@link #NO_TOPIC}
     * @param people everyone in it and in its talks
     * @param unavailable when someone of them cannot come
     * @param ratherNot when someone of them would rather not
     * @param pinned where it stays, if an organiser said so
     */
    public record Session(
            int minutes,
            int audience,
            boolean popular,
            int topic,
            Set<Integer> people,
            List<Stretch> unavailable,
            List<Stretch> ratherNot,
            Optional<Place> pinned) {

        public Session {
            if (minutes < 1) {
                throw new IllegalArgumentException("a session takes at least a minute");
            }
            people = Set.copyOf(people);
            unavailable = List.copyOf(unavailable);
            ratherNot = List.copyOf(ratherNot);
        }
    }

    /**
     * A room.
     *
     * @param capacity seats; 0 when not known
     * @param closed when it cannot be used
     */
    public record Room(int capacity, List<Stretch> closed) {}

    /** A half-open stretch of time, in minutes. */
    public record Stretch(int start, int end) {

        /** Whether the two have a minute in common. */
        public boolean overlaps(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }

        /** Whether the other lies wholly in this one. */
        public boolean contains(int otherStart, int otherEnd) {
            return start <= otherStart && otherEnd <= end;
        }
    }

    /** A room and a start. */
    public record Place(int room, int start) {}

    /**
     * Two sessions that the same people want to hear.
     *
     * @param people how many
     */
    public record Common(int one, int other, int people) {}

    public AgendaProblem {
        sessions = List.copyOf(sessions);
        rooms = List.copyOf(rooms);
        hours = List.copyOf(hours);
        common = List.copyOf(common);
        weights = Map.copyOf(weights);
        if (grid < 1) {
            throw new IllegalArgumentException("the grid is at least a minute");
        }
    }

    /** What one break of a rule costs. */
    public long weight(Rule rule) {
        return weights.getOrDefault(rule, 0L);
    }

    /** Every time at which a session could start within the open times. */
    public int[] starts(int session) {
        return hours.stream()
                .flatMapToInt(open -> IntStream.iterate(
                        open.start(),
                        start -> start + sessions.get(session).minutes() <= open.end(),
                        start -> start + grid))
                .toArray();
    }

    /** Every place that a session could have within the open times, pinned or not: each start in each room. */
    public List<Place> places(int session) {
        var places = new ArrayList<Place>();
        for (var start : starts(session)) {
            for (var room = 0; room < rooms.size(); room++) {
                places.add(new Place(room, start));
            }
        }
        return List.copyOf(places);
    }

    /** Weights for which no number of soft breaks outweighs a hard one in an agenda of usual size. */
    public static Map<Rule, Long> usualWeights() {
        var weights = new EnumMap<Rule, Long>(Rule.class);
        for (var rule : Rule.values()) {
            weights.put(rule, rule.isHard() ? 1_000_000L : 10L);
        }
        weights.put(Rule.UNPLACED, 5_000_000L);
        weights.put(Rule.AUDIENCE_IN_COMMON, 1L);
        weights.put(Rule.TOPIC_ROOMS, 3L);
        return weights;
    }
}
