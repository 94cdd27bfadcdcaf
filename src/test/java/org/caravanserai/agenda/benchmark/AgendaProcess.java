package org.caravanserai.agenda.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caravanserai.CaravanseraiApplication;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaImport;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaRuleSetting;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.MeetingRules;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SampleAgenda;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.SessionMove;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * One of several processes that work on one agenda for {@link AgendaChecker}: organisers that move at random as fast as they
 * can, in a meeting where no room may be taken twice, and a reader that looks at the whole board again and again. What was
 * acknowledged and what was read goes to files.
 */
final class AgendaProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final int SESSIONS = 120;
    static final int ROOMS = 12;

    private final Path folder;
    private final String name;
    private final int moves;
    private final ApplicationContext context;
    private final AtomicBoolean working = new AtomicBoolean(true);

    private AgendaProcess(Path folder, String name, int moves, ApplicationContext context) {
        this.folder = folder;
        this.name = name;
        this.moves = moves;
        this.context = context;
    }

    /** The folder, this process's name, its organisers and the moves of each; what follows is for the application. */
    static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var organisers = Integer.parseInt(args[2]);
        var settings = List.of(args).subList(4, args.length).toArray(String[]::new);
        try (var context = SpringApplication.run(CaravanseraiApplication.class, settings)) {
            var process = new AgendaProcess(folder, args[1], Integer.parseInt(args[3]), context);
            var meeting = process.meeting();
            var people = process.people(meeting, organisers);
            put(folder.resolve(args[1] + ".ready"), "ready");
            await(folder.resolve("go"));
            process.work(meeting, people);
            put(folder.resolve(args[1] + ".done"), "done");
        }
        // Executors of the application may hold the process for a while; everything is written.
        Runtime.getRuntime().halt(0);
    }

    /** The first process imports the meeting, the others wait for it. */
    private MeetingId meeting() throws Exception {
        var file = folder.resolve("meeting");
        if (name.equals("0")) {
            var meeting = Actor.asSystem(
                    () -> context.getBean(AgendaImport.class).take(SampleAgenda.of("checked", SESSIONS, ROOMS)));
            // No room may be taken twice.
            Actor.asSystem(() -> {
                var setting = context.getBean(AgendaRuleSetting.class);
                return setting.change(
                        meeting,
                        setting.read(meeting).version(),
                        MeetingRules.USUAL.judging(ConflictRules.USUAL.with(ConflictKind.ROOM_TWICE, Handling.BLOCK)));
            });
            put(file, meeting.value().toString());
        }
        await(file);
        return new MeetingId(UUID.fromString(Files.readString(file)));
    }

    private List<PersonId> people(MeetingId meeting, int count) {
        var people = new ArrayList<PersonId>();
        for (int i = 0; i < count; i++) {
            var person = context.getBean(Persons.class)
                    .save(new Person(PersonName.published("Organiser " + name + "." + i)));
            context.getBean(RoleGrants.class).save(new RoleGrant(person.id(), Role.ORGANISER, meeting.value()));
            people.add(person.id());
        }
        return people;
    }

    private void work(MeetingId meeting, List<PersonId> people) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> read(meeting));
            var movers = new ArrayList<java.util.concurrent.Future<?>>();
            for (var person : people) {
                movers.add(threads.submit(() -> move(meeting, person)));
            }
            for (var mover : movers) {
                mover.get();
            }
            working.set(false);
            reader.get();
        }
    }

    private void move(MeetingId meeting, PersonId person) {
        var random = new Random(person.value().hashCode());
        var placing = context.getBean(AgendaPlacing.class);
        try (var acknowledged = Files.newBufferedWriter(folder.resolve("moves-" + person.value()))) {
            for (int i = 0; i < moves; i++) {
                if (random.nextInt(10) == 0) {
                    undo(meeting, person, placing, acknowledged);
                    continue;
                }
                var batch = batch(board(meeting, person), random);
                if (attempt(() -> Acting.as(person, () -> placing.move(meeting, batch)))
                        .isPresent()) {
                    for (var move : batch) {
                        line(acknowledged, move.session().value() + " " + spot(move.target()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void undo(MeetingId meeting, PersonId person, AgendaPlacing placing, BufferedWriter acknowledged)
            throws IOException {
        var done = attempt(() -> Acting.as(person, () -> placing.undo(meeting)));
        if (done.isPresent()) {
            for (var session : done.get().sessions()) {
                line(acknowledged, session.value() + " undone");
            }
        }
    }

    /** What was done; empty if others were faster, or a rule of the meeting forbids it. */
    private static Optional<PlacingResult> attempt(java.util.function.Supplier<PlacingResult> work) {
        try {
            return Optional.of(work.get()).filter(PlacingResult.Done.class::isInstance);
        } catch (Refusal nothingToUndo) {
            return Optional.empty();
        }
    }

    private AgendaBoard board(MeetingId meeting, PersonId person) {
        return Acting.as(person, () -> context.getBean(AgendaBoards.class).board(meeting));
    }

    /** One to four sessions that go somewhere else, or out. */
    private static List<SessionMove> batch(AgendaBoard board, Random random) {
        var chosen = new HashSet<BoardSession>();
        var count = 1 + random.nextInt(4);
        while (chosen.size() < count) {
            chosen.add(board.sessions().get(random.nextInt(board.sessions().size())));
        }
        var batch = new ArrayList<SessionMove>();
        for (var session : chosen) {
            var version = session.place().map(AgendaBoard.BoardPlace::version).orElse(null);
            Optional<AgendaSpot> target = random.nextInt(8) == 0
                    ? Optional.empty()
                    : Optional.of(new AgendaSpot(
                            board.rooms().get(random.nextInt(ROOMS)).key(),
                            SampleAgenda.START.plus(Duration.ofMinutes(random.nextInt(4 * 24 * 12) * 5L)),
                            30 + 5 * random.nextInt(12)));
            if (!session.place().map(AgendaBoard.BoardPlace::spot).equals(target)) {
                batch.add(new SessionMove(new SessionId(session.key()), version, target));
            }
        }
        return batch;
    }

    private void read(MeetingId meeting) {
        try (var reads = Files.newBufferedWriter(folder.resolve("reads-" + name))) {
            while (working.get()) {
                var board =
                        Actor.asSystem(() -> context.getBean(AgendaBoards.class).board(meeting));
                var line = new StringBuilder().append(board.lastMove());
                for (var session : board.sessions()) {
                    line.append('\t')
                            .append(session.key())
                            .append(' ')
                            .append(spot(session.place().map(AgendaBoard.BoardPlace::spot)));
                }
                line(reads, line.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String spot(Optional<AgendaSpot> spot) {
        return spot.map(s -> s.room() + " " + s.start() + " " + s.minutes()).orElse("waits");
    }

    private static void line(BufferedWriter writer, String text) throws IOException {
        writer.write(text);
        writer.newLine();
        writer.flush();
    }

    /** Whole or not at all, for those who wait for it. */
    private static void put(Path file, String text) throws IOException {
        var part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Waits until another process has put a file in its place.
     *
     * @throws IllegalStateException if it has not within two minutes
     */
    static void await(Path file) throws IOException, InterruptedException {
        var last = System.nanoTime() + PATIENCE.toNanos();
        try (var watch = file.getFileSystem().newWatchService()) {
            Objects.requireNonNull(file.getParent()).register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            // It may have come before the watch began, and each look is one at all that came since the last.
            while (!Files.exists(file)) {
                var key = watch.poll(last - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    throw new IllegalStateException(file + " did not come");
                }
                key.pollEvents();
                key.reset();
            }
        }
    }
}
