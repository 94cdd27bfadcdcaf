package org.caravanserai.gathering.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.gathering.finding.Hours;
import org.caravanserai.gathering.finding.Participant;
import org.caravanserai.gathering.finding.Stretch;
import org.caravanserai.gathering.finding.TimeFinder;
import org.caravanserai.gathering.finding.TimeQuery;
import org.caravanserai.people.PersonId;

/** Two months in steps of a quarter of an hour for thirty people, each with two hundred engagements, in processor time. */
public final class TimeFinderBenchmark {

    private static final int ROUNDS = 200;
    private static final List<String> ZONES = List.of(
            "Asia/Almaty",
            "Asia/Bishkek",
            "Asia/Dushanbe",
            "Asia/Ashgabat",
            "Asia/Tashkent",
            "Asia/Tokyo",
            "Europe/Berlin",
            "America/New_York");

    private TimeFinderBenchmark() {}

    /** Prints one table. */
    public static void main(String[] arguments) {
        var query = query();
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        var found = TimeFinder.find(query);
        double cold = (threads.getCurrentThreadCpuTime() - before) / 1e6;
        var rounds = new double[ROUNDS];
        for (int warm = 0; warm < 2; warm++) {
            for (int i = 0; i < ROUNDS; i++) {
                before = threads.getCurrentThreadCpuTime();
                found = TimeFinder.find(query);
                rounds[i] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
            }
        }
        Arrays.sort(rounds);
        System.out.printf(
                "| the first search of a process | %.1f ms |%n| median of %d | %.2f ms |%n| 99 of 100 | %.2f ms |%n",
                cold, ROUNDS, rounds[ROUNDS / 2], rounds[ROUNDS * 99 / 100]);
        System.out.printf(
                "(%d times given, %d better without somebody)%n",
                found.best().size(), found.without().size());
    }

    private static TimeQuery query() {
        var random = new Random(8_240);
        var from = Instant.parse("2027-03-01T00:00:00Z");
        var people = new ArrayList<Participant>();
        for (int i = 0; i < 30; i++) {
            var engaged = new ArrayList<Stretch>();
            for (int n = 0; n < 200; n++) {
                var start = from.plus(Duration.ofMinutes(15L * random.nextInt(5_900)));
                engaged.add(new Stretch(
                        start, start.plus(Duration.ofMinutes(30L + 15 * random.nextInt(6))), random.nextInt(4) > 0));
            }
            people.add(new Participant(
                    new PersonId(new UUID(0, i)),
                    ZoneId.of(ZONES.get(i % ZONES.size())),
                    Hours.usual(i % 3 == 0 ? "JP" : "KZ"),
                    Set.of(LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 22)),
                    engaged,
                    i % 4 > 0,
                    random.nextInt(20)));
        }
        return new TimeQuery(
                people,
                Duration.ofHours(1),
                from,
                from.plus(Duration.ofDays(61)),
                List.of(),
                List.of(),
                ZoneId.of("Asia/Almaty"),
                5);
    }
}
