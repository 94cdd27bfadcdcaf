package org.caravanserai.agenda.benchmark;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.AgendaFacts.TopicFacts;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.conflict.RoomFacts;
import org.caravanserai.agenda.conflict.SessionFacts;
import org.caravanserai.agenda.conflict.SessionFacts.Availability;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.agenda.conflict.SessionFacts.TalkFacts;
import org.caravanserai.agenda.conflict.Spot;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.text.LocalizedText;

/**
 * Measures the conflicts of an agenda of 1 000 sessions in 70 rooms with 4 000 people, in processor time: all of them, and
 * after one move, with the kinds that a meeting begins with and with all kinds. The budgets are 20 ms and 1 ms.
 */
public final class ConflictBenchmark {

    private static final int SESSIONS = 1_000;
    private static final int ROOMS = 70;
    private static final int PEOPLE = 4_000;
    private static final int TOPICS = 40;
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final LocalDate FIRST = LocalDate.of(2027, 6, 8);

    private final Random random = new Random(7);
    private final AgendaFacts agenda;
    private final Map<UUID, Spot> spots = new HashMap<>();

    private ConflictBenchmark() {
        var rooms = new ArrayList<RoomFacts>();
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(new RoomFacts(
                    UUID.randomUUID(),
                    100,
                    List.of(),
                    Set.of(Equipment.PROJECTOR),
                    i % 2,
                    i % 10 == 0,
                    i < 60 ? "" : "annex"));
        }
        var topics = new HashMap<UUID, TopicFacts>();
        for (int i = 0; i < TOPICS; i++) {
            topics.put(
                    new UUID(4, i),
                    new TopicFacts(LocalizedText.english("Topic " + i), Set.of(new UUID(4, (i + 1) % TOPICS))));
        }
        var zones = new HashMap<UUID, ZoneId>();
        for (int i = 0; i < PEOPLE; i++) {
            zones.put(new UUID(2, i), i % 3 == 0 ? ZoneId.of("Asia/Tokyo") : ZONE);
        }
        var sessions = Stream.generate(this::session).limit(SESSIONS).toList();
        agenda = new AgendaFacts(
                ZONE,
                FIRST.datesUntil(FIRST.plusDays(4)).toList(),
                Map.of(FIRST, LocalizedText.english("Holiday")),
                rooms,
                topics,
                zones,
                sessions);
        sessions.forEach(session -> spots.put(session.session(), spot()));
    }

    /** Runs it and prints one table. */
    public static void main(String[] args) {
        var benchmark = new ConflictBenchmark();
        System.out.printf("%-36s %12s %12s %10s%n", "1 000 sessions, 70 rooms", "median", "99 %", "conflicts");
        benchmark.measure("usual kinds", ConflictRules.USUAL);
        benchmark.measure("all kinds", ConflictRules.WATCHFUL);
    }

    private void measure(String what, ConflictRules rules) {
        for (int i = 0; i < 300; i++) {
            load(rules).all();
        }
        var full = new ArrayList<Long>();
        for (int i = 0; i < 200; i++) {
            var started = cpu();
            load(rules).all();
            full.add(cpu() - started);
        }
        var index = load(rules);
        var moves = new ArrayList<Long>();
        for (int i = 0; i < 20_000; i++) {
            var session = agenda.sessions().get(random.nextInt(SESSIONS)).session();
            var spot = spot();
            var started = cpu();
            index.place(session, spot).forEach(index::of);
            moves.add(cpu() - started);
        }
        print(what + ", all from nothing", full, load(rules).all().size());
        print(
                what + ", one move",
                moves.subList(5_000, moves.size()),
                index.all().size());
    }

    private ConflictIndex load(ConflictRules rules) {
        var index = new ConflictIndex(agenda, rules);
        spots.forEach(index::place);
        return index;
    }

    private SessionFacts session() {
        var people = some(5, () -> new UUID(2, random.nextInt(PEOPLE)));
        var rest = new Interval(start(0), start(0) + 5 * 3_600);
        return new SessionFacts(
                UUID.randomUUID(),
                90,
                random.nextInt(150),
                false,
                List.of(
                        new TalkFacts(UUID.randomUUID(), LocalizedText.english("A"), 40),
                        new TalkFacts(UUID.randomUUID(), LocalizedText.english("B"), random.nextInt(60))),
                people,
                List.of(new Availability(people, random.nextBoolean(), List.of(rest), List.of())),
                List.copyOf(some(3, () -> new UUID(4, random.nextInt(TOPICS)))),
                new Needs(
                        random.nextInt(4) == 0 ? Set.of(Equipment.MICROPHONES) : Set.of(),
                        random.nextInt(2),
                        random.nextInt(2) * 15,
                        random.nextInt(2) * 15),
                some(40, () -> new UUID(2, random.nextInt(PEOPLE))));
    }

    private Set<UUID> some(int many, Supplier<UUID> key) {
        var keys = new HashSet<UUID>();
        while (keys.size() < many) {
            keys.add(key.get());
        }
        return keys;
    }

    private Spot spot() {
        var start = start(random.nextInt(4)) + random.nextInt(9) * 3_600L;
        return new Spot(agenda.rooms().get(random.nextInt(ROOMS)).room(), new Interval(start, start + 5_400));
    }

    private static long start(int day) {
        return FIRST.plusDays(day).atTime(9, 0).atZone(ZONE).toEpochSecond();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, List<Long> nanos, int conflicts) {
        var sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%-36s %9.3f ms %9.3f ms %10d%n",
                what, sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6, conflicts);
    }
}
