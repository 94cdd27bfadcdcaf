package org.caravanserai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.caravanserai.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;

/**
 * The application as a process of its own on the embedded database, killed at once, as by {@code kill -9}: what it had
 * said was saved is there when it starts again, and what it had promised to send is sent.
 */
class SuddenDeathEndToEndTest {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final int mailPort = TestSocketUtils.findAvailableTcpPort();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (var process : processes) {
            kill(process);
        }
    }

    @Test
    void whatWasSaidToBeSavedIsThereAfterTheProcessWasKilled() throws Exception {
        var process = start();
        try (var context = Browser.get().open(Browser.Reader.atDesk(), address())) {
            var page = context.newPage();
            page.navigate("/sign-in");
            page.locator("button[value=researcher]").click();
            page.waitForURL("**/app/**");
            page.navigate("/app/proposals");
            page.locator("#propose-astana-2027").click();
            page.waitForURL(Pattern.compile(".*/app/proposals/[0-9A-Z]{6}$"));
            var form = page.url();
            var title = page.locator("#proposal-title-en input");
            title.waitFor();
            var saved = savesOf(page);
            title.fill("Salt and dust");
            page.waitForCondition(() -> savesOf(page) > saved);

            kill(process);
            start();

            page.navigate("/sign-in");
            page.locator("button[value=researcher]").click();
            page.waitForURL("**/app/**");
            page.navigate(form);
            page.locator("#proposal-title-en input").waitFor();
            assertThat(page.locator("#proposal-title-en input").inputValue()).isEqualTo("Salt and dust");
        }
    }

    @Test
    void aMessageThatWasPromisedIsSentOnceAlthoughTheProcessDiedBeforeSending() throws Exception {
        var withServer = List.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mailPort);
        var process = start(withServer);
        register("aizhan@example.org");
        register("bolot@example.org");
        kill(process);

        var server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            start(withServer);
            var promised = List.of("aizhan@example.org", "bolot@example.org");
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!recipients(server).containsAll(promised) && System.nanoTime() < deadline) {
                // The demonstration's people get messages too; what has been tried once is tried again after a pause.
                server.waitForIncomingEmail(1_000, server.getReceivedMessages().length + 1);
            }
            assertThat(recipients(server)).filteredOn(promised::contains).containsExactlyInAnyOrderElementsOf(promised);
        } finally {
            server.stop();
        }
    }

    private static List<String> recipients(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .map(SuddenDeathEndToEndTest::recipient)
                .toList();
    }

    private static String recipient(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many times the line under the form has been told that all is saved. */
    private static int savesOf(Page page) {
        return ((Number) page.evaluate("""
                () => {
                  const line = document.querySelector('#proposal-saved');
                  if (!line) return 0;
                  if (!line.watched) {
                    line.watched = new MutationObserver(() => { line.saves = (line.saves ?? 0) + 1; });
                    line.watched.observe(line, { childList: true, characterData: true, subtree: true });
                  }
                  return line.saves ?? 0;
                }""")).intValue();
    }

    private void register(String email) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        var form = client.send(
                        HttpRequest.newBuilder(URI.create(address() + "/register"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(address() + "/register"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "published=Aizhan&password=saxaul-roots-hold-sand&email=" + email + "&_csrf="
                                        + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private Process start() throws Exception {
        return start(List.of());
    }

    private Process start(List<String> settings) throws Exception {
        var log = folder.resolve("log-" + processes.size());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.caravanserai.CaravanseraiApplication",
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--caravanserai.base-address=" + address(),
                // Written as the product's own default is, but for the folder.
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("caravanserai")
                        + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE"));
        command.addAll(settings);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        processes.add(process);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            assertThat(process.isAlive()).as("the process: %s", end(log)).isTrue();
            assertThat(System.nanoTime()).as("the process starts: %s", end(log)).isLessThan(deadline);
            process.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        return process;
    }

    /** Ready means that the demonstration is loaded too. */
    private boolean answers() {
        try {
            return HttpClient.newHttpClient()
                                    .send(
                                            HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                                                    .timeout(Duration.ofSeconds(5))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200
                    && HttpClient.newHttpClient()
                                    .send(
                                            HttpRequest.newBuilder(URI.create(address() + "/m/astana-2027"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String end(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On Unix this is SIGKILL: nothing in the process gets to run any more. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
