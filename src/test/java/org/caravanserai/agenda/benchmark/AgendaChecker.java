package org.caravanserai.agenda.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.caravanserai.agenda.AgendaSpot;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets several processes with several organisers each move sessions of one agenda at random, on one PostgreSQL, and checks
 * afterwards, from what each process wrote down, that nothing was lost: every acknowledged move is in the log and nothing
 * else, the log has no gap, the places are what the log says, and every board that was read was what the log said then,
 * with whole batches only and no session in two places.
 */
public final class AgendaChecker {

    private final int processes;
    private final int organisers;
    private final int moves;

    /** So many processes, organisers in each, and attempts of each organiser. */
    public AgendaChecker(int processes, int organisers, int moves) {
        this.processes = processes;
        this.organisers = organisers;
        this.moves = moves;
    }

    /**
     * What was found.
     *
     * @param acknowledged moves of one session each that a process said were made
     * @param logged moves in the log
     * @param reads boards that were read while others moved
     * @param seconds how long the organisers worked
     * @param faults what was wrong, in words; empty if all was right
     */
    public record Report(long acknowledged, long logged, long reads, double seconds, List<String> faults) {}

    private record Entry(long number, String batch, UUID mover, UUID session, boolean undone, String from, String to) {}

    /** Arguments: processes, organisers in each, moves of each. */
    public static void main(String[] args) throws Exception {
        var checker = args.length == 3
                ? new AgendaChecker(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))
                : new AgendaChecker(2, 4, 200);
        var report = checker.run();
        System.out.printf(
                "%d processes × %d organisers × %d attempts: %d moves acknowledged, %d in the log, %d boards read,"
                        + " %.1f s, %d faults%n",
                checker.processes,
                checker.organisers,
                checker.moves,
                report.acknowledged(),
                report.logged(),
                report.reads(),
                report.seconds(),
                report.faults().size());
        report.faults().stream().limit(20).forEach(System.out::println);
        System.exit(report.faults().isEmpty() ? 0 : 1);
    }

    /** Runs all processes to their end and checks what they leave. */
    public Report run() throws Exception {
        var folder = Files.createTempDirectory("agenda-checker");
        var running = new ArrayList<Process>();
        try (var postgres = EmbeddedPostgres.builder().start()) {
            for (int i = 0; i < processes; i++) {
                running.add(start(folder, i, postgres.getJdbcUrl("postgres", "postgres")));
                // The first makes the tables and the meeting.
                ready(folder, i, running.get(i));
            }
            var begun = System.nanoTime();
            Files.writeString(folder.resolve("go"), "go");
            for (int i = 0; i < processes; i++) {
                if (running.get(i).waitFor() != 0 || !Files.exists(folder.resolve(i + ".done"))) {
                    throw new IllegalStateException("process " + i + " failed: " + end(folder, i));
                }
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            return check(folder, new JdbcTemplate(postgres.getPostgresDatabase()), seconds);
        } finally {
            running.forEach(Process::destroyForcibly);
            delete(folder);
        }
    }

    private Process start(Path folder, int name, String url) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AgendaProcess.class.getName(),
                folder.toString(),
                String.valueOf(name),
                String.valueOf(organisers),
                String.valueOf(moves),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + name).toFile())
                .start();
    }

    private static void ready(Path folder, int name, Process process) throws Exception {
        while (!Files.exists(folder.resolve(name + ".ready"))) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("process " + name + " did not start: " + end(folder, name));
            }
        }
    }

    private static String end(Path folder, int name) throws IOException {
        var lines = Files.readAllLines(folder.resolve("log-" + name));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    private static Report check(Path folder, JdbcTemplate jdbc, double seconds) throws IOException {
        var faults = new ArrayList<String>();
        var log = log(jdbc);
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).number() != i + 1) {
                faults.add("the log has a gap before " + log.get(i).number());
                break;
            }
        }
        var acknowledged = checkAcknowledged(folder, log, faults);
        var states = states(jdbc, log, faults);
        checkPlaces(jdbc, states.get((long) log.size()), faults);
        var reads = checkReads(folder, log, states, faults);
        return new Report(acknowledged, log.size(), reads, seconds, faults);
    }

    private static List<Entry> log(JdbcTemplate jdbc) {
        return jdbc.query(
                "select move_number, batch, mover, session, kind, from_room, from_start, from_minutes, to_room, to_start,"
                        + " to_minutes from placement_move order by move_number",
                (row, i) -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getString(5).equals("UNDO"),
                        spot(row.getObject(6, UUID.class), row.getObject(7, OffsetDateTime.class), row.getInt(8)),
                        spot(row.getObject(9, UUID.class), row.getObject(10, OffsetDateTime.class), row.getInt(11))));
    }

    private static String spot(
            @org.jspecify.annotations.Nullable UUID room,
            @org.jspecify.annotations.Nullable OffsetDateTime start,
            int minutes) {
        return AgendaProcess.spot(Optional.ofNullable(start).map(at -> new AgendaSpot(room, at.toInstant(), minutes)));
    }

    /** Each organiser's acknowledged moves are her moves in the log, in their order, and nothing else is there. */
    private static long checkAcknowledged(Path folder, List<Entry> log, List<String> faults) throws IOException {
        var logged = new HashMap<UUID, List<String>>();
        for (var entry : log) {
            logged.computeIfAbsent(entry.mover(), m -> new ArrayList<>())
                    .add(entry.session() + " " + (entry.undone() ? "undone" : entry.to()));
        }
        long count = 0;
        try (var files = Files.newDirectoryStream(folder, "moves-*")) {
            for (var file : files) {
                var mover = UUID.fromString(file.getFileName().toString().substring("moves-".length()));
                var said = Files.readAllLines(file);
                count += said.size();
                var found = logged.getOrDefault(mover, List.of());
                // Of what is undone together the answer names no order.
                if (!sorted(said).equals(sorted(found))) {
                    faults.add("organiser " + mover + ": " + said.size() + " acknowledged, " + found.size()
                            + " in the log, or others");
                }
            }
        }
        return count;
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    /** The places after each number of the log that ends a batch; what a move came from must be what was there. */
    private static Map<Long, Map<UUID, String>> states(JdbcTemplate jdbc, List<Entry> log, List<String> faults) {
        var first = new TreeMap<UUID, String>();
        jdbc.query("select id from session", row -> {
            first.put(row.getObject(1, UUID.class), "waits");
        });
        // Where a session was before its first move; one that never moved is where it is.
        jdbc.query("select session, room, starts_at, minutes from placement", row -> {
            first.put(
                    row.getObject(1, UUID.class),
                    spot(row.getObject(2, UUID.class), row.getObject(3, OffsetDateTime.class), row.getInt(4)));
        });
        for (var entry : log.reversed()) {
            first.put(entry.session(), entry.from());
        }
        var states = new HashMap<Long, Map<UUID, String>>();
        var now = new TreeMap<>(first);
        states.put(0L, new TreeMap<>(now));
        for (int i = 0; i < log.size(); i++) {
            var entry = log.get(i);
            if (!entry.from().equals(now.put(entry.session(), entry.to()))) {
                faults.add("move " + entry.number() + " did not come from where the session was");
            }
            if (i + 1 == log.size() || !log.get(i + 1).batch().equals(entry.batch())) {
                states.put(entry.number(), new TreeMap<>(now));
            }
        }
        return states;
    }

    private static void checkPlaces(
            JdbcTemplate jdbc, @org.jspecify.annotations.Nullable Map<UUID, String> last, List<String> faults) {
        var found = new TreeMap<UUID, String>();
        jdbc.query("select id from session", row -> {
            found.put(row.getObject(1, UUID.class), "waits");
        });
        jdbc.query("select session, room, starts_at, minutes from placement", row -> {
            var before = found.put(
                    row.getObject(1, UUID.class),
                    spot(row.getObject(2, UUID.class), row.getObject(3, OffsetDateTime.class), row.getInt(4)));
            if (!"waits".equals(before)) {
                faults.add("a session has two places: " + row.getObject(1));
            }
        });
        if (!found.equals(last)) {
            faults.add("the places are not what the log says");
        }
    }

    private static long checkReads(
            Path folder, List<Entry> log, Map<Long, Map<UUID, String>> states, List<String> faults) throws IOException {
        long reads = 0;
        try (var files = Files.newDirectoryStream(folder, "reads-*")) {
            for (var file : files) {
                for (var line : Files.readAllLines(file)) {
                    reads++;
                    var parts = line.split("\t");
                    var state = states.get(Long.parseLong(parts[0]));
                    var read = new TreeMap<UUID, String>();
                    for (int i = 1; i < parts.length; i++) {
                        var space = parts[i].indexOf(' ');
                        read.put(UUID.fromString(parts[i].substring(0, space)), parts[i].substring(space + 1));
                    }
                    if (state == null) {
                        faults.add("a board was read inside a batch, at " + parts[0] + " of " + log.size());
                    } else if (!read.equals(state)) {
                        faults.add("a board read at " + parts[0] + " was not what the log said then");
                    }
                }
            }
        }
        return reads;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
