package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
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
 * @param common sessions that the same people may want to hear
 * @param orders sessions of which one follows the other
 * @param frame what holds of all sessions
 * @param weights what one break of a rule costs
 */
public record AgendaProblem(
        List<Session> sessions,
        List<Room> rooms,
        List<Stretch> hours,
        int grid,
        List<Common> common,
        List<Order> orders,
        Frame frame,
        RuleWeights weights) {

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
     * @param said what they have said about times, a statement for each who speak together
     * @param pinned where it stays, if an organiser said so
     * @param wants what it needs and wishes
     * @param given what is so wherever it stands
     */
    public record Session(
            int minutes,
            int audience,
            boolean popular,
            int topic,
            Set<Integer> people,
            List<Said> said,
            Optional<Place> pinned,
            Wants wants,
            Given given) {

        /** A session of people who speak as one. */
        public Session(
                int minutes,
                int audience,
                boolean popular,
                int topic,
                Set<Integer> people,
                List<Stretch> unavailable,
                List<Stretch> ratherNot,
                Optional<Place> pinned,
                Wants wants) {
            this(
                    minutes,
                    audience,
                    popular,
                    topic,
                    people,
                    List.of(new Said(unavailable, ratherNot)),
                    pinned,
                    wants,
                    Given.NOTHING);
        }

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
            said = List.copyOf(said);
        }

        /** The same, when at a further time someone of it cannot come. */
        public Session unavailableToo(Stretch time) {
            return new Session(
                    minutes,
                    audience,
                    popular,
                    topic,
                    people,
                    and(said, new Said(List.of(time), List.of())),
                    pinned,
                    wants,
                    given);
        }

        /** The same, staying at a place. */
        public Session pinnedAt(Place place) {
            return new Session(minutes, audience, popular, topic, people, said, Optional.of(place), wants, given);
        }
    }

    /**
     * What people have said about times.
     *
     * @param cannot when they cannot come
     * @param ratherNot when they would rather not
     */
    public record Said(List<Stretch> cannot, List<Stretch> ratherNot) {

        public Said {
            cannot = List.copyOf(cannot);
            ratherNot = List.copyOf(ratherNot);
        }
    }

    /**
     * What a session needs and wishes.
     *
     * @param needs what the room must offer
     * @param booths how many languages are interpreted in it
     * @param before for how many minutes the room is needed before it
     * @param after for how many minutes the room is needed after it
     * @param nights for people in it who are far away, when it is night with them
     * @param wished the times it would like; within one of them, if there are any
     * @param countries where its people come from
     */
    public record Wants(
            Set<Integer> needs,
            int booths,
            int before,
            int after,
            List<Night> nights,
            List<Stretch> wished,
            Set<Integer> countries) {

        /** Nothing. */
        public static final Wants NONE = new Wants(Set.of(), 0, 0, 0, List.of(), List.of(), Set.of());

        public Wants {
            needs = Set.copyOf(needs);
            nights = List.copyOf(nights);
            wished = List.copyOf(wished);
            countries = Set.copyOf(countries);
        }
    }

    /**
     * What is so of a session wherever it stands.
     *
     * @param broken the rules that it breaks in any place
     * @param beside what goes on in all rooms, as it concerns this session
     */
    public record Given(Set<Rule> broken, List<Beside> beside) {

        /** Nothing. */
        public static final Given NOTHING = new Given(Set.of(), List.of());

        public Given {
            broken = Set.copyOf(broken);
            beside = List.copyOf(beside);
        }
    }

    /**
     * Something that goes on in all rooms.
     *
     * @param pause whether everybody rests in it
     * @param before for how many minutes the rooms are needed before it
     * @param after for how many minutes they are needed after it
     * @param people how many of the session are in it
     * @param sameTopic whether it is of the session's topic
     * @param similar whether its topic is similar
     * @param audience how many want to hear both
     */
    public record Beside(
            Stretch time,
            boolean pause,
            int before,
            int after,
            int people,
            boolean sameTopic,
            boolean similar,
            int audience) {}

    /**
     * What holds of all sessions.
     *
     * @param times by rule, when a session breaks it whatever it is: once if it touches one of these stretches, which may be
     *     empty ones that it must not go across
     * @param travel the minutes that people need from one venue to another
     */
    public record Frame(Map<Rule, List<Stretch>> times, int travel) {

        /** Any time is good, and there is one venue. */
        public static final Frame NONE = new Frame(Map.of(), 0);

        public Frame {
            times = Map.copyOf(times);
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
     * @param online people meet in it from where they are, with what they have there
     * @param booths how many languages can be interpreted in it
     * @param venue where it is: alike for rooms between which nobody travels
     */
    public record Room(int capacity, List<Stretch> closed, Set<Integer> offers, boolean online, int booths, int venue) {

        /** A room that people go to and that offers nothing but seats. */
        public Room(int capacity, List<Stretch> closed) {
            this(capacity, closed, Set.of(), false, 0, 0);
        }

        /** The same, when it cannot be used at a further time. */
        public Room closedToo(Stretch time) {
            return new Room(capacity, and(closed, time), offers, online, booths, venue);
        }

        /** Whether people travel from here to there. */
        public boolean isAwayFrom(Room other) {
            return !online && !other.online && venue != other.venue;
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
     * Two sessions that the same people may want to hear.
     *
     * @param people how many do
     * @param similar whether their topics are similar
     */
    public record Common(int one, int other, int people, boolean similar) {

        /** Two sessions on different things. */
        public Common(int one, int other, int people) {
            this(one, other, people, false);
        }
    }

    /** The second session starts when the first has ended, or later. */
    public record Order(int first, int second) {}

    /** A problem without orders, in which any time is good. */
    public AgendaProblem(
            List<Session> sessions,
            List<Room> rooms,
            List<Stretch> hours,
            int grid,
            List<Common> common,
            RuleWeights weights) {
        this(sessions, rooms, hours, grid, common, List.of(), Frame.NONE, weights);
    }

    public AgendaProblem {
        sessions = List.copyOf(sessions);
        rooms = List.copyOf(rooms);
        hours = List.copyOf(hours);
        common = List.copyOf(common);
        orders = List.copyOf(orders);
        if (grid < 1) {
            throw new IllegalArgumentException("the grid is at least a minute");
        }
    }

    /** The same with other sessions, in the same order. */
    public AgendaProblem withSessions(List<Session> others) {
        return new AgendaProblem(others, rooms, hours, grid, common, orders, frame, weights);
    }

    /** The same with other rooms, in the same order. */
    public AgendaProblem withRooms(List<Room> others) {
        return new AgendaProblem(sessions, others, hours, grid, common, orders, frame, weights);
    }

    /** The same with other open times. */
    public AgendaProblem withHours(List<Stretch> others) {
        return new AgendaProblem(sessions, rooms, others, grid, common, orders, frame, weights);
    }

    /** The same with other weights. */
    public AgendaProblem withWeights(RuleWeights others) {
        return new AgendaProblem(sessions, rooms, hours, grid, common, orders, frame, others);
    }

    private static <T> List<T> and(List<T> some, T one) {
        var all = new ArrayList<>(some);
        all.add(one);
        return List.copyOf(all);
    }

    /** The day of a minute, counted from the common beginning. */
    public static int day(int minute) {
        return Math.floorDiv(minute, MINUTES_A_DAY);
    }

    /** What one break of a rule costs. */
    public long weight(Rule rule) {
        return weights.of(rule);
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
}
