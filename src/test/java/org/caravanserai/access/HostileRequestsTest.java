package org.caravanserai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.caravanserai.access.World.Where;
import org.caravanserai.access.World.Who;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.Scope;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * Sends every operation of the description requests made at random, half right and half hostile: whatever comes, the answer
 * is one of the description's, and a fault never. The seed is fixed and said when something is wrong, so that a failure can be
 * repeated.
 */
@IntegrationTest
class HostileRequestsTest {

    private static final long SEED = 20_261_126;
    private static final int REQUESTS_PER_OPERATION = 60;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "null",
            "-1",
            "0",
            "2147483648",
            "9".repeat(400),
            "' or 1=1 --",
            "%",
            "../..",
            "a\u0000b",
            "\u202Ekk",
            "Қ Ә ʻ 髙",
            "\uD83D\uDE00",
            "{}",
            "[]",
            "${7*7}",
            "<script>",
            "2027-02-30",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "1e400",
            "NaN",
            "00000000-0000-7000-8000-000000000007",
            "cGxhY2VtZW50cwp4",
            "W/\"x\"",
            "*",
            "\"\"",
            "x".repeat(9_000));

    @Autowired
    World world;

    @Autowired
    ApiClient client;

    private final Random random = new Random(SEED);

    @BeforeEach
    void makeTheWorld() {
        Actor.asSystem(world::make);
    }

    @Test
    void whateverIsSentNothingFails() {
        var description = client.get("/openapi.json").json();
        var tokens = tokens();
        var wrong = new ArrayList<String>();
        var right = 0;
        for (var path : description.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (int i = 0; i < REQUESTS_PER_OPERATION; i++) {
                    var said = new StringBuilder(operation.getKey() + " ");
                    var request = request(description, path.getKey(), operation.getKey(), operation.getValue(), said);
                    if (random.nextInt(8) > 0) {
                        request.header("Authorization", "Bearer " + pick(tokens));
                    }
                    var answer = client.send(request);
                    right += answer.status() < 300 ? 1 : 0;
                    var told = answer.status() < 400
                            || (answer.header("Content-Type").equals("application/problem+json")
                                    && answer.json().path("status").asInt() == answer.status());
                    if (answer.status() >= 500 || !told || answer.response().getCookies().length > 0) {
                        wrong.add(answer.status() + " to " + said + " " + answer.body());
                    }
                }
            }
        }
        assertThat(String.join("\n", wrong)).as("seed " + SEED).isEmpty();
        assertThat(right).as("requests that were right").isGreaterThan(100);
    }

    /** Several, so that none is used up. */
    private List<String> tokens() {
        var tokens = new ArrayList<String>();
        for (var who : List.of(Who.ORGANISER_OPEN, Who.ORGANISER_OPEN, Who.PROPOSER_OPEN, Who.NEWCOMER)) {
            tokens.add(client.token(world.person(who), EnumSet.allOf(Scope.class)));
        }
        return tokens;
    }

    private MockHttpServletRequestBuilder request(
            JsonNode description, String path, String method, JsonNode operation, StringBuilder said) {
        var address = path;
        var query = new StringBuilder();
        var headers = new ArrayList<List<String>>();
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asString();
            var value = value(name, path);
            switch (parameter.path("in").asString()) {
                case "path" -> address = address.replace("{" + name + "}", escaped(value));
                case "query" -> {
                    if (random.nextBoolean()) {
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(name)
                                .append('=')
                                .append(escaped(value));
                    }
                }
                default -> {
                    if (random.nextInt(4) > 0 && value.chars().allMatch(c -> c >= ' ' && c < 256)) {
                        headers.add(List.of(name, value));
                    }
                }
            }
        }
        said.append(address).append(query).append(headers);
        var request = ApiClient.request(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), address + query);
        headers.forEach(header -> request.header(header.getFirst(), header.getLast()));
        if (random.nextInt(5) == 0) {
            request.header("Accept", pick(List.of("text/html", "*/*", "x", "application/xml;q=2")));
        }
        if (random.nextInt(5) == 0) {
            request.header("Accept-Language", pick(List.of("ja", "zz-ZZ", "*", ";;;", "kk;q=0.1")));
        }
        var schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (!schema.isMissingNode()) {
            var body = random.nextInt(6) == 0 ? pick(ODD) : json(description, schema, 0);
            said.append(' ').append(body);
            request.contentType(random.nextInt(8) == 0 ? "text/plain" : "application/json")
                    .content(body.getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    private String value(String name, String path) {
        if (random.nextInt(3) == 0) {
            return pick(ODD);
        }
        var place = world.place(random.nextInt(6) == 0 ? Where.HIDDEN : Where.OPEN);
        return switch (name) {
            case "meeting" -> place.slug();
            case "code" ->
                path.contains("/people/")
                        ? place.proposerCode()
                        : path.startsWith("/proposals") ? place.code() : place.sessionCode();
            case "limit" -> Integer.toString(random.nextInt(300) - 20);
            case "release", "number" -> Integer.toString(random.nextInt(3));
            case "state" -> pick(List.of("ACCEPTED", "SUBMITTED,DECLINED", "accepted"));
            case "If-Match" -> pick(List.of("*", "\"x\"", "\"a\", \"b\"", "W/\"x\""));
            default -> pick(ODD);
        };
    }

    private String json(JsonNode description, JsonNode schema, int depth) {
        if (depth > 6 || random.nextInt(12) == 0) {
            return pick(List.of("null", "{}", "[]", "0", "\"\"", "true", "[[]]", "1e400", "{\"a\":{}}"));
        }
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return json(description, description.at(reference.substring(1)), depth + 1);
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> {
                var members = new ArrayList<String>();
                for (var member : schema.path("properties").properties()) {
                    if (random.nextInt(6) > 0) {
                        members.add('"' + member.getKey() + "\":" + json(description, member.getValue(), depth + 1));
                    }
                }
                yield "{" + String.join(",", members) + "}";
            }
            case "array" -> {
                var rows = new ArrayList<String>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    rows.add(json(description, schema.path("items"), depth + 1));
                }
                yield "[" + String.join(",", rows) + "]";
            }
            case "integer" -> pick(List.of("60", "0", "-5", "7", "2147483647", "99999999999", "1.5", "\"60\""));
            default -> {
                var place = world.place(Where.OPEN);
                yield "\""
                        + pick(List.of(
                                place.sessionCode(),
                                place.room().toString(),
                                "2027-06-08T04:00:00Z",
                                "2027-06-08T04:00:59.999999999Z",
                                "+999999999-12-31T23:59:59Z",
                                "soon",
                                ""))
                        + "\"";
            }
        };
    }

    private String escaped(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
