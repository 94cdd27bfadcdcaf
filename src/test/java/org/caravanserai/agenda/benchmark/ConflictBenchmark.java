package org.caravanserai.agenda.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.agenda.conflict.ConflictIndex.RoomFacts;
import org.caravanserai.agenda.conflict.ConflictIndex.SessionFacts;
import org.caravanserai.agenda.conflict.ConflictIndex.Spot;
import org.caravanserai.agenda.conflict.Interval;

/**
 * Measures the conflicts of an agenda of 1 000 sessions in 70 rooms with 4 000 people: all of them, and after one move. The
 * budgets are 20 ms and 1 ms.
 */
public final class ConflictBenchmark {

    private static final int SESSIONS = 1_000;
    private static final int ROOMS = 70;

    private ConflictBenchmark() {}

    /** Runs it and prints one table. */
    public static void main(String[] args) {
        var random = new Random(7);
        var rooms = new ArrayList<RoomFacts>();
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(new RoomFacts(UUID.randomUUID(), 100, List.of()));
        }
        var facts = new ArrayList<SessionFacts>();
        var spots = new ArrayList<Spot>();
        for (int i = 0; i < SESSIONS; i++) {
            var people = new HashSet<UUID>();
            for (int p = 0; p < 5; p++) {
                people.add(new UUID(2, random.nextInt(4_000)));
            }
            facts.add(new SessionFacts(UUID.randomUUID(), random.nextInt(150), 0, people, List.of()));
            spots.add(spot(random, rooms));
        }
        for (int i = 0; i < 200; i++) {
            load(rooms, facts, spots);
        }
        var full = new ArrayList<Long>();
        for (int i = 0; i < 100; i++) {
            var started = System.nanoTime();
            load(rooms, facts, spots).all();
            full.add(System.nanoTime() - started);
        }
        var index = load(rooms, facts, spots);
        var moves = new ArrayList<Long>();
        for (int i = 0; i < 20_000; i++) {
            var session = facts.get(random.nextInt(SESSIONS)).session();
            var spot = spot(random, rooms);
            var started = System.nanoTime();
            index.place(session, spot).forEach(index::of);
            moves.add(System.nanoTime() - started);
        }
        System.out.printf("%-28s %12s %12s%n", "1 000 sessions, 70 rooms", "median", "99 %");
        print("all conflicts, from nothing", full);
        print("one move", moves.subList(5_000, moves.size()));
        System.out.println("conflicts: " + index.all().size());
    }

    private static ConflictIndex load(List<RoomFacts> rooms, List<SessionFacts> facts, List<Spot> spots) {
        var index = new ConflictIndex(rooms, new Interval(0, 4 * 86_400));
        for (int i = 0; i < facts.size(); i++) {
            index.describe(facts.get(i));
            index.place(facts.get(i).session(), spots.get(i));
        }
        return index;
    }

    private static Spot spot(Random random, List<RoomFacts> rooms) {
        var start = random.nextInt(4) * 86_400L + (9 + random.nextInt(9)) * 3_600L;
        return new Spot(rooms.get(random.nextInt(ROOMS)).room(), new Interval(start, start + 5_400));
    }

    private static void print(String what, List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%-28s %9.3f ms %9.3f ms%n",
                what, sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6);
    }
}
