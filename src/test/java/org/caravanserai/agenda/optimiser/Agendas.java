package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.caravanserai.agenda.optimiser.AgendaProblem.Common;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Room;
import org.caravanserai.agenda.optimiser.AgendaProblem.Session;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;

/** Problems made up at random, and a plain judge that reckons every pair. */
public final class Agendas {

    private Agendas() {}

    public static AgendaProblem random(long seed, int sessions, int rooms, int days) {
        var random = new Random(seed);
        var hours = new ArrayList<Stretch>();
        for (var day = 0; day < days; day++) {
            hours.add(new Stretch(day * 1440 + 540, day * 1440 + 540 + 240));
        }
        var made = new ArrayList<Session>();
        for (var i = 0; i < sessions; i++) {
            var people = new HashSet<Integer>();
            for (var count = random.nextInt(3); count >= 0; count--) {
                people.add(random.nextInt(Math.max(2, sessions)));
            }
            made.add(new Session(
                    20 * (1 + random.nextInt(3)),
                    random.nextInt(100),
                    random.nextInt(6) == 0,
                    random.nextInt(5) - 1,
                    people,
                    random.nextInt(5) == 0 ? List.of(new Stretch(540, 600 + random.nextInt(60))) : List.of(),
                    random.nextInt(5) == 0 ? List.of(new Stretch(700, 780)) : List.of(),
                    Optional.empty()));
        }
        var places = new ArrayList<Room>();
        for (var i = 0; i < rooms; i++) {
            places.add(new Room(
                    30 + random.nextInt(90), random.nextInt(4) == 0 ? List.of(new Stretch(540, 600)) : List.of()));
        }
        var common = new ArrayList<Common>();
        for (var i = 0; sessions > 1 && i < sessions; i++) {
            var one = random.nextInt(sessions);
            common.add(new Common(one, (one + 1 + random.nextInt(sessions - 1)) % sessions, 1 + random.nextInt(9)));
        }
        return new AgendaProblem(made, places, hours, 20, common, AgendaProblem.usualWeights());
    }

    /** Every session anywhere, also outside the open times; some nowhere. */
    public static Agenda scattered(AgendaProblem problem, long seed) {
        var random = new Random(seed);
        var agenda = new Agenda(problem);
        for (var session = 0; session < problem.sessions().size(); session++) {
            if (random.nextInt(8) != 0) {
                agenda.place(session, anywhere(problem, random));
            }
        }
        return agenda;
    }

    static Place anywhere(AgendaProblem problem, Random random) {
        return new Place(random.nextInt(problem.rooms().size()), 500 + 10 * random.nextInt(30));
    }

    /** What an agenda costs, from its places alone. */
    static Map<Rule, Long> judge(Agenda agenda) {
        var problem = agenda.problem();
        var count = new EnumMap<Rule, Long>(Rule.class);
        var topicRooms = new ArrayList<Set<Integer>>();
        for (var topic = 0; topic < 10; topic++) {
            topicRooms.add(new HashSet<>());
        }
        for (var one = 0; one < problem.sessions().size(); one++) {
            var at = agenda.place(one).orElse(null);
            if (at == null) {
                count.merge(Rule.UNPLACED, 1L, Long::sum);
                continue;
            }
            var session = problem.sessions().get(one);
            var room = problem.rooms().get(at.room());
            var end = at.start() + session.minutes();
            note(count, Rule.OUTSIDE_HOURS, problem.hours().stream().noneMatch(open -> open.contains(at.start(), end)));
            note(count, Rule.ROOM_CLOSED, room.closed().stream().anyMatch(time -> time.overlaps(at.start(), end)));
            note(
                    count,
                    Rule.PERSON_UNAVAILABLE,
                    session.unavailable().stream().anyMatch(time -> time.overlaps(at.start(), end)));
            note(count, Rule.RATHER_NOT, session.ratherNot().stream().anyMatch(time -> time.overlaps(at.start(), end)));
            note(count, Rule.ROOM_TOO_SMALL, session.audience() > room.capacity());
            if (session.topic() >= 0) {
                topicRooms.get(session.topic()).add(at.room());
            }
            for (var other = one + 1; other < problem.sessions().size(); other++) {
                var there = agenda.place(other).orElse(null);
                var second = problem.sessions().get(other);
                if (there == null
                        || !new Stretch(at.start(), end).overlaps(there.start(), there.start() + second.minutes())) {
                    continue;
                }
                note(count, Rule.ROOM_TWICE, at.room() == there.room());
                note(count, Rule.TOPIC_PARALLEL, session.topic() >= 0 && session.topic() == second.topic());
                note(count, Rule.POPULAR_PARALLEL, session.popular() && second.popular());
                for (var person : session.people()) {
                    note(count, Rule.PERSON_TWICE, second.people().contains(person));
                }
                for (var common : problem.common()) {
                    if (Set.of(common.one(), common.other()).equals(Set.of(one, other))) {
                        count.merge(Rule.AUDIENCE_IN_COMMON, (long) common.people(), Long::sum);
                    }
                }
            }
        }
        topicRooms.forEach(rooms -> count.merge(Rule.TOPIC_ROOMS, Math.max(0L, rooms.size() - 1L), Long::sum));
        count.replaceAll((rule, times) -> times * problem.weight(rule));
        count.values().removeIf(value -> value == 0);
        return count;
    }

    private static void note(Map<Rule, Long> count, Rule rule, boolean broken) {
        if (broken) {
            count.merge(rule, 1L, Long::sum);
        }
    }
}
