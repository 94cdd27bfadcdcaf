package org.caravanserai.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody with cookies of her own who asks for addresses as they are, and follows nothing. */
final class Visitor {

    private static final Set<String> OF_CACHE = Set.of("HIT", "REVALIDATED", "STALE", "UPDATING");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String name;
    private final String language;

    /** @param language what her browser prefers */
    Visitor(String name, String language) {
        this.name = name;
        this.language = language;
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean fromCache() {
            return OF_CACHE.contains(header("x-cache-status"));
        }
    }

    /** Enters the demonstration. */
    void enter(String address, String part) throws IOException, InterruptedException {
        var form = get(address + "/sign-in");
        take(form);
        var token = form.text().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var entered = client.send(
                request(address + "/demo/enter")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "part=" + part + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (entered.statusCode() != 303) {
            throw new IllegalStateException("entering answered " + entered.statusCode());
        }
        take(new Answer(entered.statusCode(), entered.headers().map(), entered.body()));
    }

    /** Keeps a cookie. */
    void keep(String cookie, String value) {
        cookies.put(cookie, value);
    }

    /** What of her cookies nobody else may ever get. */
    Collection<String> secrets() {
        return cookies.entrySet().stream()
                .filter(c -> c.getKey().contains("session") || c.getKey().contains("csrf"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    Answer get(String address, String... headers) throws IOException, InterruptedException {
        var request = request(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    }

    @Override
    public String toString() {
        return name;
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void take(Answer answer) {
        answer.headers().getOrDefault("set-cookie", List.of()).forEach(line -> {
            var pair = Arrays.asList(line.split(";", 2)[0].split("=", 2));
            cookies.put(pair.getFirst(), pair.getLast());
        });
    }
}
