package org.caravanserai.proposal.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.caravanserai.CaravanseraiApplication;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.TestDatabase;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * The last hour of a call, compressed: a thousand proposals, 210 of them in the last hour and 60 of those in its last five
 * minutes all at once, each saved ten times as it is typed, every fifth with a file of ten megabytes, while others read the
 * public pages. It works at the services, as the views do, and looks at the end whether any text or file was lost and
 * whether the deadline was kept. On H2 as it is delivered, or with {@code -Dtest.database=postgresql} on PostgreSQL.
 */
public final class LastHourBenchmark {

    private static final int BEFORE = 790;
    private static final int LAST_HOUR = 150;
    private static final int BURST = 60;
    private static final int LATE = 20;
    private static final int SAVES = 10;
    private static final int READERS = 4;
    private static final int FILE = 10 * 1024 * 1024;
    // The unit of /proc/self/stat, which is the same on every Linux that Java runs on today.
    private static final double MILLIS_PER_TICK = 10;

    private final Proposing proposing;
    private final ProposalDrafting drafting;
    private final ProposalFiles files;
    private final ProposalSubmission submission;
    private final ProposalReading reading;
    private final byte[] file = new byte[FILE];

    private LastHourBenchmark(ServletWebServerApplicationContext context) {
        proposing = context.getBean(Proposing.class);
        drafting = context.getBean(ProposalDrafting.class);
        files = context.getBean(ProposalFiles.class);
        submission = context.getBean(ProposalSubmission.class);
        reading = context.getBean(ProposalReading.class);
        new java.util.Random(1).nextBytes(file);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 8);
    }

    /** A proposal of the run and what it must hold at the end. */
    private record Written(Person author, ProposalId proposal, String text, boolean withFile) {}

    /**
     * Starts a server of its own on this machine alone and measures.
     *
     * @param args none are read
     */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("last-hour");
        var url = TestDatabase.isPostgres()
                ? TestDatabase.newUrl()
                : "jdbc:h2:file:" + folder.resolve("caravanserai")
                        + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE";
        var user = TestDatabase.isPostgres() ? "postgres" : "sa";
        var application = new SpringApplication(CaravanseraiApplication.class);
        try (var context = (ServletWebServerApplicationContext) application.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + (TestDatabase.isPostgres() ? "postgres" : ""))) {
            new LastHourBenchmark(context)
                    .run(Objects.requireNonNull(context.getWebServer()).getPort());
        } finally {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
        System.exit(0);
    }

    private void run(int port) throws Exception {
        var setting = proposing.meeting();
        var closes = setting.call().closesAt();
        var slug = setting.meeting().slug().value();
        var authors = IntStream.range(0, BEFORE + LAST_HOUR + BURST + LATE)
                .mapToObj(i -> proposing.person("Author " + i))
                .toList();
        var all = new ArrayList<Written>();
        System.out.println("| part | proposals | at once | CPU each | wall |\n|---|---|---|---|---|");
        part(
                all,
                "before the last hour",
                authors.subList(0, BEFORE),
                4,
                setting,
                closes.minus(Duration.ofHours(2)),
                false);

        var reading = new AtomicBoolean(true);
        var pages = new AtomicLong();
        var failures = new AtomicLong();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                readers.submit(() -> read(port, slug, reading, pages, failures));
            }
            part(
                    all,
                    "the last hour",
                    authors.subList(BEFORE, BEFORE + LAST_HOUR),
                    8,
                    setting,
                    closes.minus(Duration.ofMinutes(30)),
                    true);
            part(
                    all,
                    "its last five minutes",
                    authors.subList(BEFORE + LAST_HOUR, BEFORE + LAST_HOUR + BURST),
                    BURST,
                    setting,
                    closes.minusMillis(1),
                    true);
            reading.set(false);
        }
        var late = late(authors.subList(BEFORE + LAST_HOUR + BURST, authors.size()), setting, closes);
        var lost = all.stream().filter(this::isLost).count();
        System.out.printf(
                Locale.ROOT,
                """

                | what | figure |
                |---|---|
                | proposals handed in | %,d of %,d |
                | texts or files lost | %d |
                | refused because they came at the closing instant or later, their drafts kept | %d of %d |
                | public pages read meanwhile | %,d |
                | of them failed | %d |
                """,
                all.size(),
                BEFORE + LAST_HOUR + BURST,
                lost,
                late,
                LATE,
                pages.get(),
                failures.get());
    }

    private void part(
            List<Written> all,
            String name,
            List<Person> authors,
            int atOnce,
            Proposing.Setting setting,
            Instant arrives,
            boolean withFiles)
            throws Exception {
        var cpu = cpuMillis();
        var wall = System.nanoTime();
        var made = new ArrayList<Future<Written>>();
        try (var writers = Executors.newFixedThreadPool(atOnce)) {
            for (int i = 0; i < authors.size(); i++) {
                var author = authors.get(i);
                var withFile = withFiles && i % 5 == 0;
                made.add(writers.submit(() -> write(author, setting, arrives, withFile)));
            }
            for (var one : made) {
                all.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " failed", e);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %d | %.1f ms | %.1f s |%n",
                name,
                authors.size(),
                atOnce,
                (cpuMillis() - cpu) / authors.size(),
                (System.nanoTime() - wall) / 1e9);
    }

    private Written write(Person author, Proposing.Setting setting, Instant arrives, boolean withFile) {
        return Acting.as(
                author.id(),
                () -> Arrival.at(arrives, () -> {
                    var id = drafting.start(setting.meeting().id(), "");
                    var text = typed(author, setting, id);
                    if (withFile) {
                        files.add(id, new ProposalFiles.Upload(null, "slides.pdf", file));
                    }
                    submission.submit(id);
                    return new Written(author, id, text, withFile);
                }));
    }

    private String typed(Person author, Proposing.Setting setting, ProposalId id) {
        var text = new StringBuilder();
        var open = drafting.open(id);
        var version = open.version();
        var base = open.content();
        var content = proposing.complete(setting, base);
        for (int i = 1; i <= SAVES; i++) {
            text.append("Sentence ")
                    .append(i)
                    .append(" of ")
                    .append(author.code())
                    .append(" on salt and dust. ");
            content = content.with("abstract.en", text.toString());
            if (drafting.save(id, version, base, content) instanceof ProposalDrafting.Saved saved) {
                version = saved.version();
                base = saved.content();
            } else {
                throw new IllegalStateException("a save that nobody disturbed was refused");
            }
        }
        return text.toString().strip();
    }

    private int late(List<Person> authors, Proposing.Setting setting, Instant closes) {
        int refused = 0;
        for (var author : authors) {
            refused += Acting.as(author.id(), () -> {
                var id = Arrival.at(
                        closes.minusSeconds(60),
                        () -> drafting.start(setting.meeting().id(), ""));
                var text = Arrival.at(closes.minusSeconds(1), () -> typed(author, setting, id));
                try {
                    Arrival.at(closes, () -> submission.submit(id));
                    return 0;
                } catch (Refusal refusal) {
                    return drafting.open(id)
                                    .content()
                                    .get("abstract.en")
                                    .strip()
                                    .equals(text)
                            ? 1
                            : 0;
                }
            });
        }
        return refused;
    }

    private boolean isLost(Written written) {
        return Acting.as(written.author().id(), () -> {
            var view = reading.view(written.proposal());
            var fileIsThere = !written.withFile()
                    || view.files().size() == 1
                            && isWhole(view.files().getFirst().key());
            return view.state() != ProposalState.SUBMITTED
                    || !view.abstractText().exactly(Language.EN).equals(written.text())
                    || !fileIsThere;
        });
    }

    private boolean isWhole(java.util.UUID key) {
        try (var bytes = files.bytes(key)) {
            return java.util.Arrays.equals(bytes.readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(int port, String slug, AtomicBoolean on, AtomicLong pages, AtomicLong failures) {
        var client = HttpClient.newHttpClient();
        while (on.get()) {
            for (var path : List.of("/", "/m/" + slug, "/m/" + slug + "/programme")) {
                try {
                    var answer = client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                    failures.addAndGet(answer.statusCode() == 200 ? 0 : 1);
                } catch (IOException e) {
                    failures.incrementAndGet();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                pages.incrementAndGet();
            }
        }
    }

    private static double cpuMillis() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        // The name of the process, in parentheses, may itself hold spaces.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }
}
