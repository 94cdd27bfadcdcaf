package org.caravanserai.agenda.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.AgendaProblem.Room;
import org.caravanserai.agenda.optimiser.AgendaProblem.Session;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.agenda.optimiser.AgendaSearch;
import org.caravanserai.agenda.optimiser.Agendas;
import org.caravanserai.agenda.optimiser.LeastDisturbance;
import org.caravanserai.agenda.optimiser.RuleWeights;
import org.caravanserai.agenda.optimiser.SearchProgress;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Measures the agenda optimiser: 38C3 (1 007 sessions in its own rooms and days) from empty to no hard conflict, and mended
 * after a room is lost; 216 talks explained place by place, and mended. Budgets: 60 s, 10 s, 50 ms of CPU, 1 s.
 */
public final class OptimiserBenchmark {

    private static final int MINUTE = 60;

    private OptimiserBenchmark() {}

    /** Runs it and prints one table. */
    public static void main(String[] arguments) throws IOException, ParserConfigurationException, SAXException {
        System.out.println("| what | figure | budget |\n|---|---|---|");
        talks();
        congress(Path.of("../shared/data/schedules/38c3.xml.gz"));
    }

    private static void talks() {
        var problem = Agendas.random(216, 216, 12, 6);
        var agenda = new AgendaSearch(problem, 1)
                .build(Duration.ofSeconds(5), SearchProgress.none())
                .agenda();
        row("216 talks in 12 rooms, 5 s of search: hard, all", agenda.hard() + ", " + agenda.total(), "");
        var longest = 0L;
        var places = 0;
        for (var round = 0; round < 20; round++) {
            longest = 0;
            for (var session = 0; session < 216; session += 5) {
                var before = cpu();
                var changes = new ArrayList<AgendaCost>();
                for (var place : problem.places(session)) {
                    changes.add(agenda.change(session, place));
                }
                longest = Math.max(longest, cpu() - before);
                places = changes.size();
            }
        }
        row("why here: every place with its change by rule, about " + places, longest / 1000 + " µs CPU", "50 ms CPU");
        mend(problem, agenda, "216 talks, a room closed on a morning", "1 s");
    }

    private static void congress(Path file) throws IOException, ParserConfigurationException, SAXException {
        var problem = read(file);
        var begin = System.nanoTime();
        var free = new long[1];
        var result = new AgendaSearch(problem, 1).build(Duration.ofSeconds(60), new SearchProgress() {
            @Override
            public void found(Agenda best, long bound) {
                var cost = best.cost();
                if (cost.hard(problem.weights()) == 0 && free[0] == 0) {
                    free[0] = System.nanoTime() - begin;
                }
            }

            @Override
            public boolean cancelled() {
                return free[0] != 0;
            }
        });
        row(
                problem.sessions().size() + " sessions in " + problem.rooms().size()
                        + " rooms, from empty to no hard conflict",
                result.cost().hard(problem.weights()) == 0
                        ? free[0] / 1_000_000 + " ms"
                        : "not reached: " + result.cost(),
                "60 s");
        mend(problem, result.agenda(), "38C3, a room lost for all days", "10 s");
    }

    private static void mend(AgendaProblem problem, Agenda agenda, String what, String budget) {
        var used = new int[problem.rooms().size()];
        for (var session = 0; session < problem.sessions().size(); session++) {
            agenda.place(session).ifPresent(place -> used[place.room()]++);
        }
        var room = 0;
        for (var other = 1; other < used.length; other++) {
            room = used[other] > used[room] ? other : room;
        }
        var rooms = new ArrayList<>(problem.rooms());
        var last = problem.hours().getLast().end();
        var until = problem.sessions().size() > 500
                ? last
                : problem.hours().getFirst().end();
        rooms.set(room, new Room(rooms.get(room).capacity(), List.of(new Stretch(0, until))));
        var changed = problem.withRooms(rooms);
        var begin = System.nanoTime();
        var repair = LeastDisturbance.repair(agenda, changed, Duration.ofSeconds(10));
        var taken = (System.nanoTime() - begin) / 1_000_000;
        row(
                what,
                repair.map(found -> found.moves().size() + " moved" + (found.proven() ? ", proven" : "") + ", ")
                                .orElse("no repair, ")
                        + taken + " ms",
                budget);
    }

    /** People who would need more time than there is are organisations: nobody is meant to be in all their sessions. */
    private static AgendaProblem read(Path file) throws IOException, ParserConfigurationException, SAXException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            var hours = new ArrayList<Stretch>();
            for (var day : elements(document.getDocumentElement(), "day")) {
                hours.add(new Stretch(minute(day.getAttribute("start")), minute(day.getAttribute("end"))));
            }
            var beginning = hours.getFirst().start();
            hours.replaceAll(open -> new Stretch(open.start() - beginning, open.end() - beginning));
            var open =
                    hours.stream().mapToInt(each -> each.end() - each.start()).sum();
            var rooms = new TreeSet<String>();
            elements(document.getDocumentElement(), "room").stream()
                    .filter(room -> room.hasAttribute("name"))
                    .forEach(room -> rooms.add(room.getAttribute("name")));
            var numbers = new HashMap<String, Integer>();
            var busy = new HashMap<Integer, Integer>();
            var minutes = new ArrayList<Integer>();
            var people = new ArrayList<Set<Integer>>();
            for (var event : elements(document.getDocumentElement(), "event")) {
                var length = List.of(
                        elements(event, "duration").getFirst().getTextContent().split(":"));
                var takes =
                        Integer.parseInt(length.get(length.size() - 2)) * MINUTE + Integer.parseInt(length.getLast());
                var own = new TreeSet<Integer>();
                for (var person : elements(event, "person")) {
                    own.add(numbers.computeIfAbsent(person.getAttribute("guid"), guid -> numbers.size()));
                }
                own.forEach(person -> busy.merge(person, takes, Integer::sum));
                minutes.add(takes);
                people.add(own);
            }
            var sessions = new ArrayList<Session>();
            for (var i = 0; i < minutes.size(); i++) {
                people.get(i).removeIf(person -> busy.getOrDefault(person, 0) > open);
                sessions.add(new Session(
                        minutes.get(i),
                        0,
                        false,
                        AgendaProblem.NO_TOPIC,
                        people.get(i),
                        List.of(),
                        List.of(),
                        Optional.empty()));
            }
            row(
                    "38C3: people with more to do than there is time, left out",
                    String.valueOf(
                            busy.values().stream().filter(total -> total > open).count()),
                    "");
            var everywhere = rooms.stream().map(room -> new Room(0, List.of())).toList();
            return new AgendaProblem(sessions, everywhere, hours, 5, List.of(), RuleWeights.usual());
        }
    }

    private static int minute(String time) {
        return (int) (OffsetDateTime.parse(time).toEpochSecond() / MINUTE);
    }

    private static List<Element> elements(Element in, String name) {
        var elements = new ArrayList<Element>();
        var found = in.getElementsByTagName(name);
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void row(String what, String figure, String budget) {
        System.out.println("| " + what + " | " + figure + " | " + budget + " |");
    }
}
