package org.caravanserai.programme.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.caravanserai.CaravanseraiApplication;
import org.caravanserai.exchange.SharedSchedules;
import org.caravanserai.programme.Programmes;
import org.caravanserai.programme.PublishedMeetings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * What public pages cost once they are kept: those of a real meeting of 1 007 sessions in 72 rooms, each asked for again and
 * again by eight readers at once; and before that each made anew, for readers in one zone after another. The CPU time is that
 * of the whole process as the kernel counts it (user and system), less that of the one thread that asks for all of them.
 * Needs Linux and the shared data; prints a table in Markdown, a line for each page.
 */
public final class PublicPagesBenchmark {

    private static final String HOME = "/m/38c3";
    private static final int WARM_UP = 20_000;
    private static final int REQUESTS = 40_000;
    private static final int READERS = 8;
    private static final int RENDERED_FIRST = 200;
    // The unit of /proc/self/stat, which is the same on every Linux that Java runs on today.
    private static final double MICROS_PER_TICK = 10_000;
    private static final Pattern STYLES =
            Pattern.compile("<(?:link[^>]*rel=\"?(?:stylesheet|icon)\"?[^>]*href|img[^>]*src)=\"?([^\" >]+)");
    private static final Pattern SCRIPTS = Pattern.compile("<script[^>]*src=\"?([^\" >]+)");

    private PublicPagesBenchmark() {}

    /** What came back for one request. */
    private record Answer(int status, Map<String, String> headers, byte[] body, int size) {}

    /**
     * Starts a server of its own on this machine alone, with an empty database in memory, and measures.
     *
     * @param args none are read
     */
    public static void main(String[] args) throws IOException {
        var application = new SpringApplication(CaravanseraiApplication.class);
        var folder = Files.createTempDirectory("benchmark");
        try (var context = (ServletWebServerApplicationContext) application.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                // As behind a proxy, which keeps its connections open.
                "--server.tomcat.max-keep-alive-requests=-1",
                "--spring.datasource.url=jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1",
                // An installation's own index stays as it is.
                "--caravanserai.search.folder=" + folder.resolve("search"))) {
            var agenda = SharedSchedules.agenda("38c3.xml.gz", "38c3", "Europe/Berlin");
            context.getBean(PublishedMeetings.class).publish(agenda);
            var port = Objects.requireNonNull(context.getWebServer()).getPort();
            var programme = context.getBean(Programmes.class).latest("38c3").orElseThrow();
            var session = programme.agenda().sessions().stream()
                    .max(Comparator.comparing(s -> s.abstractText().longest()))
                    .orElseThrow();
            var person = programme.agenda().people().getFirst();
            var pages = new LinkedHashMap<String, String>();
            pages.put("programme of a day", HOME + "/programme?day=2024-12-28&lang=en");
            pages.put("session, the longest abstract", HOME + "/sessions/" + session.code() + "?lang=en");
            pages.put("person", HOME + "/people/" + person.code() + "?lang=en");
            pages.put("a day within another site", HOME + "/embed?day=2024-12-28&lang=en");
            for (var path : pages.values()) {
                // What the compiler of the virtual machine spends on the first pages is not theirs.
                cost(port, path, "", 200);
            }
            System.out.print("""
                    | page | CPU, made anew | CPU, 200 | CPU, 304 | as sent | with all its parts | requests, without scripts |
                    |---|---|---|---|---|---|---|
                    """);
            for (var page : pages.entrySet()) {
                measure(port, page.getKey(), page.getValue());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void measure(int port, String name, String path) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            var page = ask(socket, in, path, "");
            if (page.status() != 200) {
                throw new IllegalStateException(path + " answered " + page.status());
            }
            var tag = "If-None-Match: " + page.headers().get("etag") + "\r\n";
            var anew = anew(port, path);
            var whole = cost(port, path, "", 200);
            var unchanged = cost(port, path, tag, 304);
            var text = text(page);
            var styles = parts(text, STYLES);
            var all = new LinkedHashSet<>(styles);
            all.addAll(parts(text, SCRIPTS));
            var total = page.size();
            for (var part : all) {
                total += ask(socket, in, part, "").size();
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f ms | %.0f µs | %.0f µs | %,d bytes | %,d bytes | %d, %d |%n",
                    name,
                    anew / 1000,
                    whole,
                    unchanged,
                    page.size(),
                    total,
                    1 + all.size(),
                    1 + styles.size());
        }
    }

    /** Microseconds of CPU that the server spends on a request when several readers ask at once. */
    private static double cost(int port, String path, String header, int status) throws IOException {
        var readers = new ArrayList<Reader>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(new Reader(port));
            }
            repeat(WARM_UP, readers, path, header, status);
            var threads = ManagementFactory.getThreadMXBean();
            var ownBefore = threads.getCurrentThreadCpuTime();
            var before = processMicros();
            repeat(REQUESTS, readers, path, header, status);
            var process = processMicros() - before;
            var own = (threads.getCurrentThreadCpuTime() - ownBefore) / 1000.0;
            return (process - own) / REQUESTS;
        } finally {
            for (var reader : readers) {
                reader.socket.close();
            }
        }
    }

    /** Microseconds of CPU that the server spends on a page that is not kept: each is asked for in another zone. */
    private static double anew(int port, String path) throws IOException {
        var zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
                .sorted()
                .toList();
        var reader = new Reader(port);
        try (reader.socket) {
            double before = 0;
            double ownBefore = 0;
            var threads = ManagementFactory.getThreadMXBean();
            for (int i = 0; i < zones.size(); i++) {
                if (i == RENDERED_FIRST) {
                    ownBefore = threads.getCurrentThreadCpuTime() / 1000.0;
                    before = processMicros();
                }
                var asked = path + "&tz=" + zones.get(i).replace("/", "%2F").replace("+", "%2B");
                var answer = ask(reader.socket, reader.in, asked, "");
                if (answer.status() != 200) {
                    throw new IllegalStateException(asked + " answered " + answer.status());
                }
            }
            var own = threads.getCurrentThreadCpuTime() / 1000.0 - ownBefore;
            return (processMicros() - before - own) / (zones.size() - RENDERED_FIRST);
        }
    }

    private static void repeat(int times, List<Reader> readers, String path, String header, int status)
            throws IOException {
        var request = request(path, header);
        for (int i = 0; i < times; i += readers.size()) {
            for (var reader : readers) {
                reader.socket.getOutputStream().write(request);
            }
            for (var reader : readers) {
                var answer = answer(reader.in);
                if (answer.status() != status) {
                    throw new IllegalStateException("answered " + answer.status() + " instead of " + status);
                }
            }
        }
    }

    private static double processMicros() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        // The name of the process, in parentheses, may itself hold spaces.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
    }

    private static String text(Answer page) throws IOException {
        var body = "gzip".equals(page.headers().get("content-encoding"))
                ? new GZIPInputStream(new java.io.ByteArrayInputStream(page.body())).readAllBytes()
                : page.body();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static LinkedHashSet<String> parts(String page, Pattern kind) {
        var parts = new LinkedHashSet<String>();
        var found = kind.matcher(page);
        while (found.find()) {
            parts.add(found.group(1).replace("&amp;", "&"));
        }
        return parts;
    }

    private static Answer ask(Socket socket, InputStream in, String path, String header) throws IOException {
        socket.getOutputStream().write(request(path, header));
        return answer(in);
    }

    private static byte[] request(String path, String header) {
        // As a browser that has opened the meeting before, and so has its reader's language.
        var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nCookie: lang=en\r\n"
                + header + "\r\n";
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer answer(InputStream in) throws IOException {
        var line = line(in);
        int size = line.length() + 2;
        var status = Integer.parseInt(line.substring(9, 12));
        var headers = new HashMap<String, String>();
        for (line = line(in); !line.isEmpty(); line = line(in)) {
            size += line.length() + 2;
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = status == 304 ? new byte[0] : body(in, headers);
        return new Answer(status, headers, body, size + 2 + body.length);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        var all = new java.io.ByteArrayOutputStream();
        for (var chunk = Integer.parseInt(line(in), 16); chunk > 0; chunk = Integer.parseInt(line(in), 16)) {
            all.write(in.readNBytes(chunk));
            line(in);
        }
        line(in);
        return all.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection; its log says why");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    /** A connection that stays open, as of a browser or of a proxy in front. */
    private static final class Reader {

        private final Socket socket;
        private final InputStream in;

        Reader(int port) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
    }
}
