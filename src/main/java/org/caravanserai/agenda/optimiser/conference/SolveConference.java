package org.caravanserai.agenda.optimiser.conference;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Solves one conference of the public benchmark from the command line: {@code file.xlsx seconds out.json}. Writes nothing
 * to standard output; what it found and what is wrong goes to standard error. Exits with 0 if a timetable was written, with
 * 1 if there is none, and with 2 if it was called wrongly.
 */
public final class SolveConference {

    private static final String USAGE = "usage: file.xlsx seconds out.json, with seconds from 5 to 86400";
    private static final int SHORTEST = 5;
    private static final int LONGEST = 86_400;
    /** For judging and writing the answer, and for the virtual machine to end. */
    private static final Duration RESERVE = Duration.ofMillis(2000);
    /** A virtual machine that has run for longer was not started for this. */
    private static final Duration LONGEST_START = Duration.ofSeconds(20);

    private SolveConference() {}

    /** The command. The time counts from the start of the virtual machine. */
    public static void main(String[] arguments) {
        var status = run(arguments, started(), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] arguments, Instant started, PrintStream messages) {
        if (arguments.length != 3) {
            messages.println(USAGE);
            return 2;
        }
        var seconds = seconds(arguments[1]);
        if (seconds < SHORTEST) {
            messages.println(USAGE);
            return 2;
        }
        try {
            var conference = ConferenceFile.read(Path.of(arguments[0]));
            var out = Path.of(arguments[2]).toAbsolutePath();
            var folder = out.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                messages.println(out + ": there is no such folder");
                return 2;
            }
            var time = Duration.ofSeconds(seconds)
                    .minus(Duration.between(started, Instant.now()))
                    .minus(RESERVE);
            var solution = ConferenceSolver.solve(conference, time);
            judge(conference, solution);
            var taken = Duration.between(started, Instant.now()).toMillis() / 1000.0;
            SolutionFile.write(out, conference, solution, taken);
            messages.println("objective " + solution.objective() + ", bound " + solution.bound()
                    + (solution.optimal() ? ", optimal" : "") + ", " + taken + " s");
            return 0;
        } catch (MalformedConferenceException | IOException wrong) {
            messages.println(arguments[0] + ": " + told(wrong));
            return 1;
        }
    }

    /** The solver's reckoning must be that of the one who judges it. */
    private static void judge(Conference conference, Solution solution) {
        var objective = new Objective(conference);
        var flaws = objective.flaws(solution.timetable());
        if (!flaws.isEmpty() || objective.total(solution.timetable()) != solution.objective()) {
            throw new IllegalStateException("the timetable costs " + objective.total(solution.timetable()) + ", not "
                    + solution.objective() + ", and has these flaws: " + flaws);
        }
    }

    private static int seconds(String text) {
        try {
            var seconds = Integer.parseInt(text.strip());
            return seconds > LONGEST ? 0 : seconds;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static String told(Exception wrong) {
        return switch (wrong) {
            case java.nio.file.NoSuchFileException missing -> "there is no such file: " + missing.getFile();
            case IOException unreadable -> "cannot be read or written: " + unreadable.getMessage();
            default -> String.valueOf(wrong.getMessage());
        };
    }

    private static Instant started() {
        var now = Instant.now();
        return ProcessHandle.current()
                .info()
                .startInstant()
                .filter(start ->
                        start.isBefore(now) && start.plus(LONGEST_START).isAfter(now))
                .orElse(now);
    }
}
