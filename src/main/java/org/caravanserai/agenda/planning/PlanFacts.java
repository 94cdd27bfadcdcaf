package org.caravanserai.agenda.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.conflict.RoomFacts;
import org.caravanserai.agenda.conflict.SessionFacts;
import org.caravanserai.agenda.conflict.SessionPairs;
import org.caravanserai.agenda.conflict.SessionPairs.Pair;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.AgendaProblem.Beside;
import org.caravanserai.agenda.optimiser.AgendaProblem.Common;
import org.caravanserai.agenda.optimiser.AgendaProblem.Frame;
import org.caravanserai.agenda.optimiser.AgendaProblem.Given;
import org.caravanserai.agenda.optimiser.AgendaProblem.Night;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Room;
import org.caravanserai.agenda.optimiser.AgendaProblem.Said;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.agenda.optimiser.AgendaProblem.Wants;
import org.caravanserai.agenda.optimiser.Rule;

/**
 * What conflicts are found by, as the optimiser reckons with it: whatever is a conflict on the board is a break of the rule
 * of the same name in a plan, and nothing else is.
 */
final class PlanFacts {

    private final AgendaFacts facts;
    private final ConflictRules rules;
    private final PlanTimes times;
    private final Map<UUID, Integer> people = new HashMap<>();
    private final List<UUID> personKeys = new ArrayList<>();
    private final Map<UUID, Integer> topics = new HashMap<>();
    private final Map<String, Integer> venues = new HashMap<>();
    private final List<SessionFacts> placed;
    private final List<InAllRooms> inAllRooms;
    private final Map<Integer, Map<Integer, Pair>> pairs = new HashMap<>();

    /** Something that goes on in all rooms. */
    record InAllRooms(SessionFacts session, Interval time) {}

    /**
     * What a plan knows of a session beyond what conflicts are found by.
     *
     * @param minutes how long it takes
     * @param pinned where it stays, if an organiser said so
     */
    record Planned(
            int minutes, Optional<Place> pinned, boolean popular, List<Stretch> wished, Set<Integer> countries) {}

    /**
     * Of one meeting.
     *
     * @param placed what is to be placed, in the order of the problem's sessions
     * @param inAllRooms what goes on in all rooms and stays
     */
    PlanFacts(
            AgendaFacts facts,
            ConflictRules rules,
            PlanTimes times,
            List<SessionFacts> placed,
            List<InAllRooms> inAllRooms) {
        this.facts = facts;
        this.rules = rules;
        this.times = times;
        this.placed = List.copyOf(placed);
        this.inAllRooms = List.copyOf(inAllRooms);
        var all = new ArrayList<>(this.placed);
        this.inAllRooms.forEach(each -> all.add(each.session()));
        for (var pair : SessionPairs.of(facts, rules, all)) {
            pairs.computeIfAbsent(pair.one(), one -> new HashMap<>()).put(pair.other(), pair);
        }
    }

    /** The keys of the problem's people, in its order, once all its sessions were asked for. */
    List<UUID> people() {
        return List.copyOf(personKeys);
    }

    List<Room> rooms() {
        return facts.rooms().stream().map(this::room).toList();
    }

    private Room room(RoomFacts room) {
        var offers = new HashSet<Integer>();
        room.equipment().forEach(equipment -> offers.add(equipment.ordinal()));
        return new Room(
                room.capacity(),
                times.during(room.closures()),
                offers,
                room.online(),
                room.booths(),
                venues.computeIfAbsent(room.venue(), venue -> venues.size()));
    }

    AgendaProblem.Session session(int number, Planned planned) {
        var session = placed.get(number);
        var own = new HashSet<Integer>();
        var nights = new ArrayList<Night>();
        for (var person : session.people()) {
            own.add(number(person));
            var zone = facts.zones().get(person);
            if (zone != null) {
                nights.add(new Night(number(person), times.nights(zone)));
            }
        }
        var needs = new HashSet<Integer>();
        session.needs().equipment().forEach(equipment -> needs.add(equipment.ordinal()));
        return new AgendaProblem.Session(
                planned.minutes(),
                session.audience(),
                planned.popular(),
                session.topic().map(this::topic).orElse(AgendaProblem.NO_TOPIC),
                own,
                session.availability().stream()
                        .map(said -> new Said(times.during(said.cannot()), times.during(said.ratherNot())))
                        .toList(),
                planned.pinned(),
                new Wants(
                        needs,
                        session.needs().booths(),
                        session.needs().before(),
                        session.needs().after(),
                        nights,
                        planned.wished(),
                        planned.countries()),
                new Given(broken(session, planned.minutes()), beside(number)));
    }

    private static Set<Rule> broken(SessionFacts session, int minutes) {
        var broken = EnumSet.noneOf(Rule.class);
        if (session.talkMinutes() > minutes) {
            broken.add(Rule.TALKS_EXCEED_SESSION);
        }
        if (session.availability().stream().anyMatch(said -> !said.stated())) {
            broken.add(Rule.AVAILABILITY_UNKNOWN);
        }
        return broken;
    }

    private List<Beside> beside(int number) {
        var session = placed.get(number);
        var beside = new ArrayList<Beside>();
        for (var i = 0; i < inAllRooms.size(); i++) {
            var other = inAllRooms.get(i).session();
            var pair = pairs.getOrDefault(number, Map.of()).get(placed.size() + i);
            var shared = new HashSet<>(session.people());
            shared.retainAll(other.people());
            beside.add(new Beside(
                    times.stretch(inAllRooms.get(i).time()),
                    other.pause(),
                    other.needs().before(),
                    other.needs().after(),
                    shared.size(),
                    session.topic().isPresent() && session.topic().equals(other.topic()),
                    pair != null && pair.similar(),
                    pair == null ? 0 : pair.listeners()));
        }
        return beside;
    }

    /** What has the same listeners, among the problem's sessions. */
    List<Common> common() {
        var common = new ArrayList<Common>();
        pairs.values()
                .forEach(of -> of.values().stream()
                        .filter(pair -> pair.other() < placed.size())
                        .forEach(pair ->
                                common.add(new Common(pair.one(), pair.other(), pair.listeners(), pair.similar()))));
        return common;
    }

    /** The times that are bad for all, around the days of the meeting. */
    Frame frame() {
        var bad = new EnumMap<Rule, List<Stretch>>(Rule.class);
        bad.put(Rule.OUTSIDE_DAYS, times.otherDays());
        bad.put(
                Rule.OUTSIDE_HOURS,
                times.outside(
                        facts.zone(), rules.limits().opens(), rules.limits().closes()));
        bad.put(Rule.ACROSS_MIDNIGHT, times.midnights());
        bad.put(
                Rule.ON_HOLIDAY,
                facts.holidays().keySet().stream().map(times::day).toList());
        return new Frame(bad, rules.limits().travelMinutes());
    }

    private int number(UUID person) {
        return Objects.requireNonNull(people.computeIfAbsent(person, key -> {
            personKeys.add(key);
            return personKeys.size() - 1;
        }));
    }

    private int topic(UUID key) {
        return Objects.requireNonNull(topics.computeIfAbsent(key, topic -> topics.size()));
    }
}
