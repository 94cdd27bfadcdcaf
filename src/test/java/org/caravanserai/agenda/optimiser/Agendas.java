package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.caravanserai.agenda.optimiser.AgendaProblem.Beside;
import org.caravanserai.agenda.optimiser.AgendaProblem.Common;
import org.caravanserai.agenda.optimiser.AgendaProblem.Frame;
import org.caravanserai.agenda.optimiser.AgendaProblem.Given;
import org.caravanserai.agenda.optimiser.AgendaProblem.Night;
import org.caravanserai.agenda.optimiser.AgendaProblem.Order;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Room;
import org.caravanserai.agenda.optimiser.AgendaProblem.Said;
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
                    List.of(said(random), said(random)),
                    Optional.empty(),
                    wants(random),
                    given(random)));
        }
        var places = new ArrayList<Room>();
        for (var i = 0; i < rooms; i++) {
            places.add(new Room(
                    30 + random.nextInt(90),
                    random.nextInt(4) == 0 ? List.of(new Stretch(540, 600)) : List.of(),
                    random.nextBoolean() ? Set.of(0, 1) : Set.of(1),
                    random.nextInt(3) == 0,
                    random.nextInt(2),
                    random.nextInt(2)));
        }
        var common = new ArrayList<Common>();
        for (var i = 0; sessions > 1 && i < sessions; i++) {
            var one = random.nextInt(sessions);
            common.add(new Common(
                    one,
                    (one + 1 + random.nextInt(sessions - 1)) % sessions,
                    random.nextInt(9),
                    random.nextInt(4) == 0));
        }
        var orders = new ArrayList<Order>();
        if (sessions > 3) {
            orders.add(new Order(random.nextInt(sessions / 2), sessions / 2 + random.nextInt(sessions / 2)));
        }
        return new AgendaProblem(made, places, hours, 20, common, orders, frame(), weights());
    }

    /** The usual ones, with every rule counting. */
    static RuleWeights weights() {
        return RuleWeights.usual().with(Rule.TOPIC_DAYS, 4L).with(Rule.TOPIC_SAME_DAY, 1L);
    }

    private static Said said(Random random) {
        return new Said(
                random.nextInt(10) == 0 ? List.of(new Stretch(540, 600 + random.nextInt(60))) : List.of(),
                random.nextInt(8) == 0 ? List.of(new Stretch(580, 620), new Stretch(700, 780)) : List.of());
    }

    /** Some sessions break a rule wherever they stand, and know of a break and of a plenary session. */
    private static Given given(Random random) {
        var broken = EnumSet.noneOf(Rule.class);
        if (random.nextInt(6) == 0) {
            broken.add(random.nextBoolean() ? Rule.TALKS_EXCEED_SESSION : Rule.AVAILABILITY_UNKNOWN);
        }
        return new Given(
                broken,
                random.nextInt(4) > 0
                        ? List.of()
                        : List.of(
                                new Beside(new Stretch(640, 650), true, 0, 10, 0, false, false, 0),
                                new Beside(
                                        new Stretch(740, 770),
                                        false,
                                        20,
                                        0,
                                        random.nextInt(2),
                                        random.nextBoolean(),
                                        random.nextBoolean(),
                                        random.nextInt(3))));
    }

    private static Frame frame() {
        return new Frame(
                Map.of(
                        Rule.OUTSIDE_HOURS, List.of(new Stretch(0, 550), new Stretch(760, 1990)),
                        Rule.ON_HOLIDAY, List.of(new Stretch(1440, 2880)),
                        Rule.OUTSIDE_DAYS, List.of(new Stretch(500, 510)),
                        Rule.ACROSS_MIDNIGHT, List.of(new Stretch(720, 720))),
                15);
    }

    private static Wants wants(Random random) {
        var nights = new ArrayList<Night>();
        if (random.nextInt(3) == 0) {
            nights.add(new Night(random.nextInt(3), List.of(new Stretch(540, 620), new Stretch(1980, 2060))));
        }
        return new Wants(
                random.nextInt(3) == 0 ? Set.of(0) : Set.of(),
                random.nextInt(2),
                random.nextInt(4) == 0 ? 10 : 0,
                random.nextInt(4) == 0 ? 20 : 0,
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
            note(count, Rule.OUTSIDE_PLAN, problem.hours().stream().noneMatch(open -> open.contains(at.start(), end)));
            note(count, Rule.ROOM_CLOSED, room.closed().stream().anyMatch(time -> time.overlaps(at.start(), end)));
            note(
                    count,
                    Rule.PERSON_UNAVAILABLE,
                    session.said().stream().anyMatch(said -> touches(said.cannot(), at.start(), end)));
            note(
                    count,
                    Rule.RATHER_NOT,
                    session.said().stream()
                            .anyMatch(said -> touches(said.ratherNot(), at.start(), end)
                                    && !touches(said.cannot(), at.start(), end)));
            problem.frame().times().forEach((rule, times) -> note(count, rule, touches(times, at.start(), end)));
            session.given().broken().forEach(rule -> note(count, rule, true));
            session.given().beside().forEach(beside -> beside(count, session, beside, at.start(), end));
            note(count, Rule.INTERPRETATION_MISSING, session.wants().booths() > room.booths());
            note(count, Rule.ROOM_TOO_SMALL, session.audience() > room.capacity());
            var tens = Math.ceil((session.audience() - room.capacity()) / 10.0);
            count.merge(Rule.ROOM_MISFIT, session.audience() == 0 ? 0L : Math.max(0L, (long) tens), Long::sum);
            note(count, Rule.ROOM_MISFIT, session.audience() > 0 && room.capacity() / 4 >= session.audience());
            for (var need : session.wants().needs()) {
                note(
                        count,
                        Rule.EQUIPMENT_MISSING,
                        !room.online() && !room.offers().contains(need));
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
                if (there == null) {
                    continue;
                }
                var otherEnd = there.start() + second.minutes();
                if (!new Stretch(at.start(), end).overlaps(there.start(), otherEnd)) {
                    var gap = Math.max(there.start() - end, at.start() - otherEnd);
                    var needed = end <= there.start()
                            ? Math.max(session.wants().after(), second.wants().before())
                            : Math.max(second.wants().after(), session.wants().before());
                    note(count, Rule.GAP_TOO_SHORT, at.room() == there.room() && gap < needed);
                    var venue = problem.rooms().get(there.room());
                    var travels = !room.online() && !venue.online() && room.venue() != venue.venue();
                    for (var person : session.people()) {
                        note(
                                count,
                                Rule.TRAVEL_TOO_SHORT,
                                travels && gap < 15 && second.people().contains(person));
                    }
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
                var similar = false;
                for (var common : problem.common()) {
                    if (Set.of(common.one(), common.other()).equals(Set.of(one, other))) {
                        count.merge(Rule.AUDIENCE_IN_COMMON, (long) common.people(), Long::sum);
                        similar |= common.similar();
                    }
                }
                note(count, Rule.SIMILAR_PARALLEL, similar);
            }
        }
        topicRooms.forEach(rooms -> count.merge(Rule.TOPIC_ROOMS, Math.max(0L, rooms.size() - 1L), Long::sum));
        count.replaceAll((rule, times) -> times * problem.weight(rule));
        count.values().removeIf(value -> value == 0);
        return count;
    }

    private static boolean touches(List<Stretch> times, int start, int end) {
        return times.stream().anyMatch(time -> time.overlaps(start, end));
    }

    private static void beside(Map<Rule, Long> count, Session session, Beside beside, int start, int end) {
        if (beside.time().overlaps(start, end)) {
            note(count, Rule.OVER_BREAK, beside.pause());
            note(count, Rule.ROOM_TWICE, !beside.pause());
            count.merge(Rule.PERSON_TWICE, (long) beside.people(), Long::sum);
            note(count, Rule.TOPIC_PARALLEL, beside.sameTopic());
            note(count, Rule.SIMILAR_PARALLEL, beside.similar());
            count.merge(Rule.AUDIENCE_IN_COMMON, (long) beside.audience(), Long::sum);
            return;
        }
        var cutBefore = start >= beside.time().end()
                && start - beside.time().end() < Math.max(session.wants().before(), beside.after());
        var cutAfter = end <= beside.time().start()
                && beside.time().start() - end < Math.max(session.wants().after(), beside.before());
        note(count, Rule.GAP_TOO_SHORT, cutBefore || cutAfter);
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
            count.merge(Rule.OUTSIDE_HUMANE_HOURS, (long) times, Long::sum);
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
