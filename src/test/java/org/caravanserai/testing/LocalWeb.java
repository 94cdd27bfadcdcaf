package org.caravanserai.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Somebody else's server, on this machine: it answers as it is told and remembers what it was asked. */
public final class LocalWeb implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private boolean closed;
    private volatile Function<Asked, Given> answers = request -> Given.of(204, "");

    /** What came in; header names in any case. */
    public record Asked(String method, String target, Map<String, List<String>> headers, String body) {

        /** The first value of a header. */
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }
    }

    /** What goes out. */
    public record Given(int status, Map<String, String> headers, String body) {

        /** An answer without headers of its own. */
        public static Given of(int status, String body) {
            return new Given(status, Map.of(), body);
        }
    }

    private LocalWeb(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::handle);
        server.start();
    }

    /** A server without encryption. */
    public static LocalWeb plain() {
        try {
            return new LocalWeb(HttpServer.create(anyPort(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server with encryption. */
    public static LocalWeb encrypted(SSLContext context) {
        try {
            var server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new LocalWeb(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has it answer so from now on. */
    public LocalWeb answering(Function<Asked, Given> newAnswers) {
        answers = newAnswers;
        return this;
    }

    /** What it was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Its port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of something on it. */
    public String address(String target) {
        return scheme + "://127.0.0.1:" + port() + target;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.stop(0);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body);
            asked.add(request);
            var given = answers.apply(request);
            given.headers().forEach(exchange.getResponseHeaders()::add);
            var bytes = given.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(given.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
