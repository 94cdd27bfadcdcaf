package org.caravanserai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

/**
 * A real nginx before an application under test, with the configuration of {@code docs/operate.md}: only its addresses and
 * folders are other ones, and it speaks http. Everything it writes lies in a folder of its own, which goes with it.
 */
public final class Nginx implements AutoCloseable {

    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"));

    private final Path folder;
    private final int port;
    private final Process process;

    private Nginx(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one; skips the running test where there is no nginx. */
    public static Nginx before(int applicationPort) {
        var program = Stream.concat(
                        PLACES.stream(),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                                .map(place -> Path.of(place, "nginx")))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            Assumptions.abort("No nginx was found: install one, for example with apt-get install nginx-light");
        }
        try {
            var folder = Files.createTempDirectory("nginx");
            var port = TestSocketUtils.findAvailableTcpPort();
            var file = folder.resolve("nginx.conf");
            Files.writeString(file, configuration(folder, port, applicationPort));
            var process = new ProcessBuilder(
                            program.orElseThrow().toString(), "-p", folder.toString(), "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.log").toFile())
                    .start();
            var nginx = new Nginx(folder, port, process);
            nginx.awaitReady();
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The block of the handbook, so that what people copy is what is tested. */
    private static String configuration(Path folder, int port, int applicationPort) throws IOException {
        var handbook = Files.readString(Path.of("docs", "operate.md"));
        var begin = handbook.indexOf("```nginx\n") + "```nginx\n".length();
        var server = handbook.substring(begin, handbook.indexOf("```", begin))
                .replace("/var/cache/nginx/caravanserai", folder + "/cache")
                .replace("server 127.0.0.1:8080;", "server 127.0.0.1:" + applicationPort + ";")
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";")
                .replace("server_name meetings.example.org;", "")
                .replaceAll("(?m)^ *ssl_certificate.*$", "");
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 256; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, server);
    }

    private void awaitReady() throws IOException {
        var latest = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(latest)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx ended: " + Files.readString(folder.resolve("out.log")));
            }
            try (var socket = new Socket("127.0.0.1", port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("nginx does not answer");
    }
}
