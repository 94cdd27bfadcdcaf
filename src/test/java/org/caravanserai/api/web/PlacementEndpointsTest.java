package org.caravanserai.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiClient.Answer;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.Scope;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class PlacementEndpointsTest {

    private static final String NINE = "2027-06-08T04:00:00Z";
    private static final String TEN = "2027-06-08T05:00:00Z";

    @Autowired
    ApiClient client;

    @Autowired
    ApiScene scene;

    @Autowired
    AgendaPlacing placing;

    private ApiScene.Made made = new ApiScene.Made(new MeetingId(Ids.next()), "", Ids.next(), Ids.next());
    private PersonId organiser = new PersonId(Ids.next());
    private String token = "";
    private String session = "";
    private String at = "";

    @BeforeEach
    void anOrganiserHasASessionToPlace() {
        made = scene.meeting();
        organiser = scene.someone("ORGANISER", made, Role.ORGANISER);
        token = client.token(organiser, EnumSet.of(Scope.PLACEMENTS_READ, Scope.PLACEMENTS_WRITE));
        session = scene.session(made, "Water");
        at = "/meetings/" + made.slug() + "/placements";
    }

    @Test
    void aSessionIsPlacedMovedAndTakenOutAgain() {
        var waiting = read();
        assertThat(waiting.json().has("place")).isFalse();

        var placed = put(NINE, waiting.header("ETag"));
        assertThat(placed.status()).isEqualTo(200);
        assertThat(placed.json().path("place").path("start").asString()).isEqualTo(NINE);
        assertThat(placed.header("ETag")).isEqualTo(read().header("ETag")).startsWith("\"");

        var moved = put(TEN, placed.header("ETag"));
        assertThat(moved.json().path("place").path("start").asString()).isEqualTo(TEN);

        var out = client.send(with(HttpMethod.DELETE, "/" + session).header("If-Match", moved.header("ETag")));
        assertThat(out.status()).isEqualTo(200);
        assertThat(read().json().has("place")).isFalse();
    }

    @Test
    void itsOrganiserCanUndoOnTheBoardWhatAProgramMoved() {
        put(NINE, "*");

        Acting.as(organiser, () -> placing.undo(made.meeting()));

        assertThat(read().json().has("place")).isFalse();
    }

    @Test
    void whoDoesNotSayWhatSheHasSeenChangesNothing() {
        var answer = client.send(with(HttpMethod.PUT, "/" + session)
                .contentType("application/json")
                .content(spot(NINE)));

        assertThat(answer.status()).isEqualTo(428);
        assertThat(read().json().has("place")).isFalse();
    }

    @Test
    void whoHasSeenAnOlderStateChangesNothing() {
        var seen = read().header("ETag");
        put(NINE, seen);

        var late = put(TEN, seen);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("ETag")).isEqualTo(read().header("ETag"));
        assertThat(read().json().path("place").path("start").asString()).isEqualTo(NINE);
        assertThat(put(TEN, "W/" + late.header("ETag")).status())
                .as("a weak tag is none for writing")
                .isEqualTo(412);
    }

    @Test
    void ofTwoWhoHaveSeenTheSameOneMovesAndOneIsTold() throws Exception {
        for (int round = 0; round < 5; round++) {
            var seen = read().header("ETag");
            var hours = round % 2 == 0 ? List.of(NINE, TEN) : List.of("2027-06-08T06:00:00Z", "2027-06-08T07:00:00Z");

            var answers = together(() -> put(hours.getFirst(), seen), () -> put(hours.getLast(), seen));

            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void aBatchIsMovedAsAWholeOrNotAtAll() {
        var other = scene.placed(made, "Salt", 15);
        var moved = post(Ids.code(), moves(move(session, "", NINE), move(other, ",\"version\":0", TEN)));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().path("placements").size()).isEqualTo(2);

        var stale = post(Ids.code(), moves(move(session, "", TEN), move(other, ",\"version\":7", NINE)));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(read().json().path("place").path("start").asString()).isEqualTo(NINE);
    }

    @Test
    void aRequestSentAgainIsAnsweredAsBeforeAndNotCarriedOutAgain() {
        var key = Ids.code();
        var first = post(key, moves(move(session, "", NINE)));
        put(TEN, "*");

        var again = post(key, moves(move(session, "", NINE)));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(read().json().path("place").path("start").asString()).isEqualTo(TEN);
    }

    @Test
    void aKeyIsForOneRequestOfOneToken() {
        var key = Ids.code();
        post(key, moves(move(session, "", NINE)));

        var other = post(key, moves(move(session, ",\"version\":0", TEN)));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asString()).isEqualTo("urn:caravanserai:problem:key-reused");

        token = client.token(organiser, Scope.PLACEMENTS_WRITE, Scope.PLACEMENTS_READ);
        assertThat(post(key, moves(move(session, version(), TEN))).status()).isEqualTo(200);
    }

    @Test
    void aRequestThatFailedMayBeSentAgainWithItsKey() {
        var key = Ids.code();
        assertThat(post(key, moves(move(session, ",\"version\":3", NINE))).status())
                .isEqualTo(412);

        assertThat(post(key, moves(move(session, "", NINE))).status()).isEqualTo(200);
    }

    @Test
    void ofTwoRequestsWithOneKeyAtTheSameMomentOneIsCarriedOut() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = scene.session(made, "At once");
            var key = Ids.code();
            var body = moves(move(one, "", "2027-06-09T0" + round + ":00:00Z"));

            var answers = together(() -> post(key, body), () -> post(key, body));

            assertThat(answers.stream().map(Answer::status)).contains(200).isSubsetOf(200, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 200
                                    && answer.header("Idempotency-Replayed").isEmpty()))
                    .hasSize(1);
        }
    }

    @Test
    void aRequestThatMayBeRepeatedNeedsAKey() {
        var answer = client.send(with(HttpMethod.POST, "/moves")
                .contentType("application/json")
                .content(moves(move(session, "", NINE))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:caravanserai:problem:key-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"start\":\"2027-06-08T04:00:00Z\"} | 400 | minutes",
                "{\"start\":\"soon\",\"minutes\":60} | 400 | start",
                "{\"start\":\"2027-06-08T04:00:00Z\",\"minutes\":60,\"rom\":1} | 400 | rom",
                "{\"minutes\":60} | 400 | start",
                "{\"start\":\"+999999999-01-01T00:00:00Z\",\"minutes\":60} | 400 | start",
                "{\"start\":\"2027-06-08T04:00:00Z\",\"minutes\":100000} | 422 | minutes",
                "{\"start\":\"2027-06-08T04:00:00Z\",\"minutes\":60,\"room\":\"00000000-0000-7000-8000-000000000007\"}"
                        + " | 422 | room",
            })
    void whatDoesNotFitIsNamedByItsPlace(String body, int status, String field) {
        var answer = client.send(with(HttpMethod.PUT, "/" + session)
                .header("If-Match", "*")
                .contentType("application/json")
                .content(body));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void whatIsNoJsonOrTooLongIsRefused() {
        assertThat(putting("application/json", "{\"start\":").status()).isEqualTo(400);
        assertThat(putting("application/json", "null").status()).isEqualTo(400);
        assertThat(putting("text/plain", spot(NINE)).status()).isEqualTo(415);
        assertThat(putting("application/json", " ".repeat(600_000)).status()).isEqualTo(413);
        assertThat(post(Ids.code(), "{\"moves\":[null]}")
                        .json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("moves[0]");
    }

    @Test
    void onlyOrganisersOfTheMeetingLearnThatThereIsAnythingToPlace() {
        var chair = client.token(
                scene.someone("CHAIR", made, Role.CHAIR), EnumSet.of(Scope.PLACEMENTS_READ, Scope.PLACEMENTS_WRITE));
        var elsewhere = client.token(
                scene.someone("ELSEWHERE", scene.meeting(), Role.ORGANISER),
                EnumSet.of(Scope.PLACEMENTS_READ, Scope.PLACEMENTS_WRITE));

        for (var other : List.of(chair, elsewhere)) {
            var there = client.get(at + "/" + session, other);
            var nowhere = client.get("/meetings/nowhere/placements/" + session, other);
            assertThat(there.status()).isEqualTo(404);
            assertThat(there.body()).isEqualTo(nowhere.body());
            token = other;
            assertThat(put(NINE, "*").status()).isEqualTo(404);
        }
    }

    @Test
    void everySessionComesOnceThoughSessionsAreAddedInBetween() {
        for (int i = 0; i < 9; i++) {
            scene.session(made, "One of many");
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = client.get(at + "?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next), token)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            if (seen.size() < 9) {
                scene.session(made, "One more");
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().contains(session).isSorted().hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void theListCostsAsManyStatementsForManySessions() {
        for (int i = 0; i < 10; i++) {
            scene.placed(made, "One of few", 8 + i);
        }
        client.get(at, token);
        var few = SqlCounter.count(() -> client.get(at, token));
        for (int i = 0; i < 30; i++) {
            scene.placed(made, "One of many", 8 + i % 10);
        }

        assertThat(SqlCounter.count(() -> client.get(at, token))).isEqualTo(few);
    }

    private static List<Answer> together(Callable<Answer> one, Callable<Answer> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<java.util.concurrent.Future<Answer>>();
            for (var each : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            return List.of(running.getFirst().get(), running.getLast().get());
        }
    }

    private Answer read() {
        return client.get(at + "/" + session, token);
    }

    private String version() {
        return ",\"version\":" + read().json().path("version").asLong();
    }

    private Answer put(String start, String seen) {
        return client.send(with(HttpMethod.PUT, "/" + session)
                .header("If-Match", seen)
                .contentType("application/json")
                .content(spot(start)));
    }

    private Answer putting(String type, String body) {
        return client.send(with(HttpMethod.PUT, "/" + session)
                .header("If-Match", "*")
                .contentType(type)
                .content(body));
    }

    private Answer post(String key, String body) {
        return client.send(with(HttpMethod.POST, "/moves")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body));
    }

    private MockHttpServletRequestBuilder with(HttpMethod method, String path) {
        return ApiClient.request(method, at + path).header("Authorization", "Bearer " + token);
    }

    private String spot(String start) {
        return "{\"room\":\"" + made.room() + "\",\"start\":\"" + start + "\",\"minutes\":60}";
    }

    private String move(String code, String version, String start) {
        return "{\"session\":\"" + code + "\"" + version + ",\"place\":" + spot(start) + "}";
    }

    private static String moves(String... moves) {
        return "{\"moves\":[" + String.join(",", moves) + "]}";
    }
}
