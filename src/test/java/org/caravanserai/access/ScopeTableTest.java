package org.caravanserai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caravanserai.access.World.Where;
import org.caravanserai.access.World.Who;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiClient.Answer;
import org.caravanserai.api.Scope;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/**
 * Asks every operation of the description without a token and with each scope, and compares the answers with the table
 * {@code access/api.txt}. An operation that is not in the table fails the test.
 */
@IntegrationTest
class ScopeTableTest {

    private static final String PUBLISHED = "published";

    @Autowired
    World world;

    @Autowired
    ApiClient client;

    /** A line of the table. */
    private record Row(String needs, String who, String newcomer) {}

    @BeforeEach
    void makeTheWorld() {
        Actor.asSystem(world::make);
    }

    @Test
    void everyOperationNeedsTheScopeThatTheTableNamesAndNoOther() throws IOException {
        var table = table();
        var wrong = new ArrayList<String>();
        var operations = operations();
        var tokens = new HashMap<List<Object>, String>();
        for (var operation : operations) {
            var row = table.get(operation);
            if (row == null) {
                wrong.add(operation + " is not in the table");
                continue;
            }
            expect(
                    wrong,
                    operation + " without a token",
                    row.needs().equals(PUBLISHED) ? 200 : 401,
                    ask(operation, ""));
            expect(wrong, operation + " with what is no token", 401, ask(operation, "cvsr_no"));
            for (var scope : Scope.values()) {
                var right = row.needs().equals(PUBLISHED) || row.needs().equals(scope.id());
                var token = tokens.computeIfAbsent(
                        List.of(Who.NEWCOMER, scope), k -> client.token(world.person(Who.NEWCOMER), scope));
                if (!right) {
                    var answer = ask(operation, token);
                    expect(wrong, operation + " with " + scope.id(), 403, answer);
                    if (!answer.header("WWW-Authenticate").contains("scope=\"" + row.needs() + "\"")) {
                        wrong.add(operation + " does not say which scope it needs");
                    }
                } else if (row.needs().equals(PUBLISHED)) {
                    expect(wrong, operation + " with " + scope.id(), 200, ask(operation, token));
                } else {
                    expect(
                            wrong,
                            operation + " by a newcomer",
                            Integer.parseInt(row.newcomer()),
                            ask(operation, token));
                }
            }
            if (!row.needs().equals(PUBLISHED)) {
                var who = Who.valueOf(row.who());
                var scope = Scope.of(row.needs()).orElseThrow();
                var hers = tokens.computeIfAbsent(List.of(who, scope), k -> client.token(world.person(who), scope));
                var answer = ask(operation, hers);
                if (answer.status() != 200 && answer.status() != 204) {
                    wrong.add(operation + " by " + row.who() + " answers " + answer.status() + " " + answer.body());
                }
            }
        }
        var gone = new TreeSet<>(table.keySet());
        gone.removeAll(operations);
        gone.forEach(operation -> wrong.add(operation + " is in the table but not in the description"));
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void everyScopeIsOfUse() throws IOException {
        assertThat(table().values().stream().map(Row::needs))
                .containsAll(EnumSet.allOf(Scope.class).stream().map(Scope::id).toList());
    }

    private static void expect(List<String> wrong, String what, int status, Answer answer) {
        if (answer.status() != status) {
            wrong.add(what + " answers " + answer.status() + " and not " + status + " " + answer.body());
        }
    }

    private List<String> operations() {
        var operations = new ArrayList<String>();
        client.get("/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private Answer ask(String operation, String token) {
        var method = HttpMethod.valueOf(operation.substring(0, operation.indexOf(' ')));
        var pattern = operation.substring(operation.indexOf(' ') + 1);
        var place = world.place(Where.OPEN);
        var code = pattern.contains("/people/")
                ? place.proposerCode()
                : pattern.startsWith("/proposals/") ? place.code() : place.sessionCode();
        var request = ApiClient.request(
                method,
                pattern.replace("{meeting}", place.slug())
                        .replace("{code}", code)
                        .replace("{number}", "1"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method != HttpMethod.GET) {
            request.header("If-Match", "*")
                    .header("Idempotency-Key", Ids.code())
                    .contentType("application/json")
                    .content(body(pattern, place));
        }
        return client.send(request);
    }

    private static String body(String pattern, World.Place place) {
        if (pattern.endsWith("/moves")) {
            return "{\"moves\":[]}";
        }
        return pattern.contains("/proposals")
                ? "{\"type\":\"%s\",\"topics\":[\"%s\"],\"title\":{\"en\":\"A title\"},\"abstractText\":{\"en\":\"An abstract\"},"
                                .formatted(place.sessionType(), place.topic())
                        + "\"minutes\":90,\"language\":\"en\",\"slideLanguage\":\"en\"}"
                : "{\"start\":\"2027-06-08T04:00:00Z\",\"minutes\":60}";
    }

    private static TreeMap<String, Row> table() throws IOException {
        var table = new TreeMap<String, Row>();
        try (var in = ScopeTableTest.class.getResourceAsStream("/access/api.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (var line : text.lines().toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    var cells = List.of(line.split("\\|", -1));
                    table.put(
                            cells.get(0).strip(),
                            new Row(
                                    cells.get(1).strip(),
                                    cells.get(2).strip(),
                                    cells.get(3).strip()));
                }
            }
        }
        return table;
    }
}
