package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What many sessions of an agenda make together: in how many rooms and days a topic is, what interrupts it, and how many
 * nights a person is asked to be awake. Each question is by how much one session more would change it.
 */
final class Gathered {

    private final AgendaProblem problem;
    private final int topics;
    private final int firstDay;
    private final int[][] topicInRoom;
    private final int[] topicRooms;
    private final int[][] topicOnDay;
    private final int[] topicDays;
    private final int[] nights;
    private final List<List<Standing>> inRoom = new ArrayList<>();

    /** A session in a room, in the order of starts. */
    record Standing(int start, int session) implements Comparable<Standing> {

        private static final Comparator<Standing> ORDER =
                Comparator.comparingInt(Standing::start).thenComparingInt(Standing::session);

        @Override
        public int compareTo(Standing other) {
            return ORDER.compare(this, other);
        }
    }

    Gathered(AgendaProblem problem, int topics) {
        this.problem = problem;
        this.topics = topics;
        firstDay = problem.hours().stream()
                .mapToInt(open -> AgendaProblem.day(open.start()))
                .min()
                .orElse(0);
        var lastDay = problem.hours().stream()
                .mapToInt(open -> AgendaProblem.day(open.end()))
                .max()
                .orElse(0);
        topicInRoom = new int[topics][problem.rooms().size()];
        topicRooms = new int[topics];
        topicOnDay = new int[topics][lastDay - firstDay + 3];
        topicDays = new int[topics];
        nights = new int
                [1
                        + problem.sessions().stream()
                                .flatMap(session -> session.wants().nights().stream())
                                .mapToInt(AgendaProblem.Night::person)
                                .max()
                                .orElse(-1)];
        problem.rooms().forEach(room -> inRoom.add(new ArrayList<>()));
    }

    /** Those in a room, in the order of their starts. */
    List<Standing> inRoom(int room) {
        return inRoom.get(room);
    }

    void enter(int session, int room, int start) {
        var standing = new Standing(start, session);
        var list = inRoom.get(room);
        var at = list.size();
        while (at > 0 && list.get(at - 1).compareTo(standing) > 0) {
            at--;
        }
        list.add(at, standing);
        count(session, room, start, 1);
    }

    void leave(int session, int room, int start) {
        inRoom.get(room).remove(new Standing(start, session));
        count(session, room, start, -1);
    }

    /** Counts a session in or out, but for its place in the order of its room. */
    void count(int session, int room, int start, int sign) {
        var facts = problem.sessions().get(session);
        if (problem.rooms().get(room).online()) {
            for (var night : facts.wants().nights()) {
                nights[night.person()] += hits(night, start, start + facts.minutes()) ? sign : 0;
            }
        }
        var topic = facts.topic();
        if (topic == AgendaProblem.NO_TOPIC) {
            return;
        }
        topicInRoom[topic][room] += sign;
        topicRooms[topic] += turned(topicInRoom[topic][room], sign);
        var day = day(start);
        topicOnDay[topic][day] += sign;
        topicDays[topic] += turned(topicOnDay[topic][day], sign);
    }

    /** What a session that is not counted would add in a place. */
    void add(int session, int room, int start, int sign, long[] byRule) {
        var facts = problem.sessions().get(session);
        if (problem.rooms().get(room).online()) {
            for (var night : facts.wants().nights()) {
                if (hits(night, start, start + facts.minutes())) {
                    add(byRule, Rule.NIGHT_AGAIN, (long) sign * nights[night.person()]);
                }
            }
        }
        if (topics == 0) {
            return;
        }
        var topic = facts.topic();
        add(byRule, Rule.TOPIC_BROKEN, (long) sign * interruptions(session, topic, room, start));
        if (topic == AgendaProblem.NO_TOPIC) {
            return;
        }
        var day = day(start);
        add(byRule, Rule.TOPIC_ROOMS, topicInRoom[topic][room] == 0 && topicRooms[topic] > 0 ? sign : 0);
        add(byRule, Rule.TOPIC_DAYS, topicOnDay[topic][day] == 0 && topicDays[topic] > 0 ? sign : 0);
        add(byRule, Rule.TOPIC_SAME_DAY, (long) sign * topicOnDay[topic][day]);
    }

    /** By how much the number of runs of topics in the room, less that of topics in it, would grow. */
    private int interruptions(int session, int topic, int room, int start) {
        if (problem.weight(Rule.TOPIC_BROKEN) == 0) {
            return 0;
        }
        var own = new Standing(start, session);
        var before = AgendaProblem.NO_TOPIC;
        var after = AgendaProblem.NO_TOPIC;
        for (var standing : inRoom.get(room)) {
            if (standing.session() == session) {
                continue;
            }
            if (standing.compareTo(own) > 0) {
                after = problem.sessions().get(standing.session()).topic();
                break;
            }
            before = problem.sessions().get(standing.session()).topic();
        }
        var more = 0;
        if (topic != AgendaProblem.NO_TOPIC) {
            more += before == topic ? 0 : 1;
            more -= topicInRoom[topic][room] == 0 ? 1 : 0;
        }
        if (after != AgendaProblem.NO_TOPIC) {
            more += (topic == after ? 0 : 1) - (before == after ? 0 : 1);
        }
        return more;
    }

    static boolean hits(AgendaProblem.Night night, int start, int end) {
        for (var time : night.times()) {
            if (time.overlaps(start, end)) {
                return true;
            }
        }
        return false;
    }

    /** Days before the first and after the last count as one each. */
    private int day(int start) {
        return Math.clamp(AgendaProblem.day(start) - firstDay + 1L, 0, topicOnDay[0].length - 1);
    }

    private static int turned(int now, int sign) {
        if (sign > 0) {
            return now == 1 ? 1 : 0;
        }
        return now == 0 ? -1 : 0;
    }

    private void add(long[] byRule, Rule rule, long times) {
        byRule[rule.ordinal()] += times * problem.weight(rule);
    }
}
