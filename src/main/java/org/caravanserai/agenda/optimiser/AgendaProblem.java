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
 * @param orders sessions of which one follows the other
 * @param weights what one break of a rule costs; a rule that is not there costs nothing
 */
public record AgendaProblem(
        List<Session> sessions,
        List<Room> rooms,
        List<Stretch> hours,
        int grid,
        List<Common> common,
        List<Order> orders,
        Map<Rule, Long> weights) {

    private static final int MINUTES_A_DAY = 24 * 60;

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
     * @param wants what it needs and wishes
     */
    public record Session(
            int minutes,
            int audience,
            boolean popular,
            int topic,
            Set<Integer> people,
            List<Stretch> unavailable,
            List<Stretch> ratherNot,
            Optional<Place> pinned,
            Wants wants) {

        /** A session without needs and wishes. */
        public Session(
                int minutes,
                int audience,
                boolean popular,
                int topic,
                Set<Integer> people,
                List<Stretch> unavailable,
                List<Stretch> ratherNot,
                Optional<Place> pinned) {
            this(minutes, audience, popular, topic, people, unavailable, ratherNot, pinned, Wants.NONE);
        }

        public Session {
            if (minutes < 1) {
                throw new IllegalArgumentException("a session takes at least a minute");
            }
            people = Set.copyOf(people);
            unavailable = List.copyOf(unavailable);
            ratherNot = List.copyOf(ratherNot);
        }

        /** The same, when at a further time someone of it cannot come. */
        public Session unavailableToo(Stretch time) {
            return new Session(
                    minutes, audience, popular, topic, people, and(unavailable, time), ratherNot, pinned, wants);
        }
    }

    /**
     * What a session needs and wishes.
     *
     * @param needs what the room must offer
     * @param nights for people in it who are far away, when it is night with them
     * @param wished the times it would like; within one of them, if there are any
     * @param countries where its people come from
     */
    public record Wants(Set<Integer> needs, List<Night> nights, List<Stretch> wished, Set<Integer> countries) {

        /** Nothing. */
        public static final Wants NONE = new Wants(Set.of(), List.of(), List.of(), Set.of());

        public Wants {
            needs = Set.copyOf(needs);
            nights = List.copyOf(nights);
            wished = List.copyOf(wished);
            countries = Set.copyOf(countries);
        }
    }

    /** When nobody should ask a person to sit before a screen. */
    public record Night(int person, List<Stretch> times) {}

    /**
     * A room.
     *
     * @param capacity seats; 0 when not known
     * @param closed when it cannot be used
     * @param offers what of the sessions' needs it meets
     * @param online people meet in it from where they are
     */
    public record Room(int capacity, List<Stretch> closed, Set<Integer> offers, boolean online) {

        /** A room that people go to and that offers nothing but seats. */
        public Room(int capacity, List<Stretch> closed) {
            this(capacity, closed, Set.of(), false);
        }

        /** The same, when it cannot be used at a further time. */
        public Room closedToo(Stretch time) {
            return new Room(capacity, and(closed, time), offers, online);
        }
    }

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

    /** The second session starts when the first has ended, or later. */
    public record Order(int first, int second) {}

    /** A problem without orders. */
    public AgendaProblem(
            List<Session> sessions,
            List<Room> rooms,
            List<Stretch> hours,
            int grid,
            List<Common> common,
            Map<Rule, Long> weights) {
        this(sessions, rooms, hours, grid, common, List.of(), weights);
    }

    public AgendaProblem {
        sessions = List.copyOf(sessions);
        rooms = List.copyOf(rooms);
        hours = List.copyOf(hours);
        common = List.copyOf(common);
        orders = List.copyOf(orders);
        weights = Map.copyOf(weights);
        if (grid < 1) {
            throw new IllegalArgumentException("the grid is at least a minute");
        }
    }

    /** The same with other sessions, in the same order. */
    public AgendaProblem withSessions(List<Session> others) {
        return new AgendaProblem(others, rooms, hours, grid, common, orders, weights);
    }

    /** The same with other rooms, in the same order. */
    public AgendaProblem withRooms(List<Room> others) {
        return new AgendaProblem(sessions, others, hours, grid, common, orders, weights);
    }

    /** The same with other open times. */
    public AgendaProblem withHours(List<Stretch> others) {
        return new AgendaProblem(sessions, rooms, others, grid, common, orders, weights);
    }

    private static List<Stretch> and(List<Stretch> times, Stretch time) {
        var all = new ArrayList<>(times);
        all.add(time);
        return List.copyOf(all);
    }

    /** The day of a minute, counted from the common beginning. */
    public static int day(int minute) {
        return Math.floorDiv(minute, MINUTES_A_DAY);
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
        weights.put(Rule.COUNTRY_PARALLEL, 1L);
        weights.put(Rule.ROOM_MISFIT, 2L);
        weights.put(Rule.TOPIC_ROOMS, 3L);
        weights.put(Rule.TOPIC_BROKEN, 3L);
        weights.put(Rule.TOPIC_DAYS, 0L);
        weights.put(Rule.TOPIC_SAME_DAY, 0L);
        return weights;
    }
}
