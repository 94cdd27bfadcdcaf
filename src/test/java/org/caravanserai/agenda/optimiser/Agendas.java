package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.caravanserai.agenda.optimiser.AgendaProblem.Common;
import org.caravanserai.agenda.optimiser.AgendaProblem.Night;
import org.caravanserai.agenda.optimiser.AgendaProblem.Order;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Room;
import org.caravanserai.agenda.optimiser.AgendaProblem.Session;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.agenda.optimiser.AgendaProblem.Wants;

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
                    Optional.empty(),
                    wants(random)));
        }
        var places = new ArrayList<Room>();
        for (var i = 0; i < rooms; i++) {
            places.add(new Room(
                    30 + random.nextInt(90),
                    random.nextInt(4) == 0 ? List.of(new Stretch(540, 600)) : List.of(),
                    random.nextBoolean() ? Set.of(0, 1) : Set.of(1),
                    random.nextInt(3) == 0));
        }
        var common = new ArrayList<Common>();
        for (var i = 0; sessions > 1 && i < sessions; i++) {
            var one = random.nextInt(sessions);
            common.add(new Common(one, (one + 1 + random.nextInt(sessions - 1)) % sessions, 1 + random.nextInt(9)));
        }
        var orders = new ArrayList<Order>();
        if (sessions > 3) {
            orders.add(new Order(random.nextInt(sessions / 2), sessions / 2 + random.nextInt(sessions / 2)));
        }
        return new AgendaProblem(made, places, hours, 20, common, orders, weights());
    }

    /** The usual ones, with every rule counting. */
    static Map<Rule, Long> weights() {
        var weights = new EnumMap<Rule, Long>(AgendaProblem.usualWeights());
        weights.put(Rule.TOPIC_DAYS, 4L);
        weights.put(Rule.TOPIC_SAME_DAY, 1L);
        return weights;
    }

    private static Wants wants(Random random) {
        var nights = new ArrayList<Night>();
        if (random.nextInt(3) == 0) {
            nights.add(new Night(random.nextInt(3), List.of(new Stretch(540, 620), new Stretch(1980, 2060))));
        }
        return new Wants(
                random.nextInt(3) == 0 ? Set.of(0) : Set.of(),
                nights,
                random.nextInt(4) == 0 ? List.of(new Stretch(540, 660)) : List.of(),
                random.nextBoolean() ? Set.of(random.nextInt(6)) : Set.of(random.nextInt(6), random.nextInt(6) + 6));
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
        gathered(agenda, count);
        for (var order : problem.orders()) {
            var first = agenda.place(order.first());
            var second = agenda.place(order.second());
            note(
                    count,
                    Rule.ORDER,
                    first.isPresent()
                            && second.isPresent()
                            && second.get().start()
                                    < first.get().start()
                                            + problem.sessions()
                                                    .get(order.first())
                                                    .minutes());
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
            var tens = Math.ceil((session.audience() - room.capacity()) / 10.0);
            count.merge(Rule.ROOM_MISFIT, session.audience() == 0 ? 0L : Math.max(0L, (long) tens), Long::sum);
            note(count, Rule.ROOM_MISFIT, session.audience() > 0 && room.capacity() / 4 >= session.audience());
            for (var need : session.wants().needs()) {
                note(count, Rule.NEEDS_MISSING, !room.offers().contains(need));
            }
            note(
                    count,
                    Rule.NOT_AS_WISHED,
                    !session.wants().wished().isEmpty()
                            && session.wants().wished().stream().noneMatch(time -> time.contains(at.start(), end)));
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
                var countries = new HashSet<>(session.wants().countries());
                countries.retainAll(second.wants().countries());
                note(count, Rule.COUNTRY_PARALLEL, !countries.isEmpty());
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

    /** What sessions make together, counted out from lists. */
    private static void gathered(Agenda agenda, Map<Rule, Long> count) {
        var problem = agenda.problem();
        var nights = new HashMap<Integer, Integer>();
        var days = new HashMap<Integer, List<Integer>>();
        var rooms = new HashMap<Integer, TreeMap<Integer, Integer>>();
        for (var session = 0; session < problem.sessions().size(); session++) {
            var at = agenda.place(session).orElse(null);
            if (at == null) {
                continue;
            }
            var facts = problem.sessions().get(session);
            var end = at.start() + facts.minutes();
            if (problem.rooms().get(at.room()).online()) {
                for (var night : facts.wants().nights()) {
                    if (night.times().stream().anyMatch(time -> time.overlaps(at.start(), end))) {
                        nights.merge(night.person(), 1, Integer::sum);
                    }
                }
            }
            if (facts.topic() >= 0) {
                days.computeIfAbsent(facts.topic(), topic -> new ArrayList<>()).add(at.start() / 1440);
            }
            rooms.computeIfAbsent(at.room(), room -> new TreeMap<>()).put(at.start() * 1000 + session, facts.topic());
        }
        nights.values().forEach(times -> {
            count.merge(Rule.NIGHT_ONLINE, (long) times, Long::sum);
            count.merge(Rule.NIGHT_AGAIN, times * (times - 1L) / 2, Long::sum);
        });
        for (var own : days.values()) {
            count.merge(Rule.TOPIC_DAYS, new HashSet<>(own).size() - 1L, Long::sum);
            for (var day : new HashSet<>(own)) {
                var times = (long) java.util.Collections.frequency(own, day);
                count.merge(Rule.TOPIC_SAME_DAY, times * (times - 1) / 2, Long::sum);
            }
        }
        for (var room : rooms.values()) {
            var runs = 0;
            var before = AgendaProblem.NO_TOPIC;
            for (var topic : room.values()) {
                runs += topic >= 0 && topic != before ? 1 : 0;
                before = topic;
            }
            var topics = new HashSet<>(room.values());
            topics.remove(AgendaProblem.NO_TOPIC);
            count.merge(Rule.TOPIC_BROKEN, runs - (long) topics.size(), Long::sum);
        }
    }

    private static void note(Map<Rule, Long> count, Rule rule, boolean broken) {
        if (broken) {
            count.merge(rule, 1L, Long::sum);
        }
    }
}
