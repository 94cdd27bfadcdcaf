package org.caravanserai.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiClient.Answer;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.PersonalTokens;
import org.caravanserai.api.Scope;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;

@IntegrationTest
class PublishedEndpointsTest {

    @Autowired
    ApiClient client;

    @Autowired
    ApiScene scene;

    @Autowired
    PublishedMeetings published;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    RateLimits limits;

    private String at = "";
    private MeetingId meeting = new MeetingId(Ids.next());

    @BeforeEach
    void aProgrammeIsPublished() {
        var slug = "t-" + Ids.code().toLowerCase(Locale.ROOT);
        meeting = published.publish(PublishedMeetings.tokyo(slug));
        at = "/meetings/" + slug;
    }

    @Test
    void aSessionIsToldInAllItsLanguages() {
        var session = client.get(at + "/sessions/WATER2").json();

        assertThat(session.path("title").path("ja").asString()).isEqualTo("アラル海に水を");
        assertThat(session.path("start").asString()).isEqualTo("2027-06-07T23:30:00Z");
        assertThat(session.path("topics").path(0).asString()).isEqualTo("aral-sea");
        assertThat(session.path("people")
                        .path(0)
                        .path("name")
                        .path("nativeScript")
                        .asString())
                .isEqualTo("佐藤 純一");
    }

    @Test
    void everyPartOfTheProgrammeCanBeRead() {
        assertThat(client.get(at).json().path("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(items(client.get(at + "/sessions"))).hasSize(2);
        var people = items(client.get(at + "/people"));
        assertThat(people).hasSize(2).isSorted();
        assertThat(people.stream()
                        .map(code -> client.get(at + "/people/" + code).json())
                        .map(person -> person.path("sessions").path(0).asString()))
                .containsExactlyInAnyOrder("WATER2", "EVIL22");
        assertThat(items(client.get(at + "/rooms"))).hasSize(1);
        assertThat(items(client.get(at + "/topics"))).containsExactly("aral-sea");
        assertThat(client.get(at + "/releases")
                        .json()
                        .path("items")
                        .path(0)
                        .path("number")
                        .asInt())
                .isOne();
        assertThat(client.get(at + "/releases/1").json().path("changedSessions").size())
                .isEqualTo(2);
        assertThat(client.get("/meetings?limit=200").body()).contains(at.substring("/meetings/".length()));
    }

    @Test
    void aListIsReadToItsEndFromTheReleaseThatItBeganWith() {
        var first = client.get(at + "/sessions?limit=1").json();
        published.callOff(meeting, "EVIL22");

        var second = client.get(
                        at + "/sessions?limit=1&cursor=" + first.path("next").asString())
                .json();

        assertThat(second.path("items").path(0).path("id").asString()).isEqualTo("EVIL22");
        assertThat(second.path("items").path(0).path("cancelled").asBoolean()).isFalse();
        assertThat(second.has("next")).isFalse();
        assertThat(client.get(at + "/sessions/EVIL22").json().path("cancelled").asBoolean())
                .isTrue();
        assertThat(client.get(at + "/sessions?release=1")
                        .json()
                        .path("items")
                        .path(1)
                        .path("cancelled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void everyMeetingComesOnceThoughMeetingsAreOpenedInBetween() {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = client.get("/meetings?limit=7" + (next.isEmpty() ? "" : "&cursor=" + next));
            seen.addAll(items(page));
            scene.meeting();
            next = page.json().path("next").asString("");
        } while (!next.isEmpty() && seen.size() < 2_000);

        assertThat(seen).doesNotHaveDuplicates().contains(at.substring("/meetings/".length()));
    }

    @Test
    void whoHasAnAnswerAlreadyIsSentNone() {
        var first = client.get(at + "/sessions");
        var again = client.send(ApiClient.request(HttpMethod.GET, at + "/sessions")
                .header("If-None-Match", "\"x\", " + first.header("ETag")));

        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        published.callOff(meeting, "EVIL22");
        assertThat(client.send(ApiClient.request(HttpMethod.GET, at + "/sessions")
                                .header("If-None-Match", first.header("ETag")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aListCostsNoStatementOnceItIsKnown() {
        client.get(at + "/sessions");
        assertThat(SqlCounter.count(() -> client.get(at + "/sessions"))).isZero();
        assertThat(SqlCounter.count(() -> client.get(at + "/people"))).isZero();
    }

    @Test
    void theListOfMeetingsCostsAsManyStatementsWhateverTheirNumber() {
        scene.meeting();
        var few = SqlCounter.count(() -> client.get("/meetings"));
        for (int i = 0; i < 10; i++) {
            scene.meeting();
        }
        assertThat(SqlCounter.count(() -> client.get("/meetings"))).isEqualTo(few);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meetings/nothing",
                "/meetings/nothing/sessions",
                "AT/sessions/NOPE22",
                "AT/people/NOPE22",
                "AT/releases/2",
                "AT/releases/99999999999",
                "AT/sessions?release=7",
                "/nothing",
                "/meetings/x/y/z"
            })
    void whatIsNotThereIsAProblemInJson(String path) {
        var answer = client.get(path.replace("AT", at));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:caravanserai:problem:not-found");
    }

    @Test
    void aMeetingThatIsClosedIsNotThere() {
        published.show(meeting, false);

        for (var path : List.of("", "/sessions", "/people", "/rooms", "/topics", "/releases", "/releases/1")) {
            assertThat(client.get(at + path).status()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=nonsense", "cursor=%25%25", "release=x"})
    void aParameterThatDoesNotDoIsNamed(String query) {
        var answer = client.get(at + "/sessions?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        var cursor = client.get(at + "/sessions?limit=1").json().path("next").asString();

        assertThat(client.get(at + "/people?cursor=" + cursor).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aProblemIsToldInTheLanguageThatTheRequestPrefers(Language language) {
        var answer = client.send(
                ApiClient.request(HttpMethod.GET, at + "/sessions?limit=0").header("Accept-Language", language.tag()));

        assertThat(answer.header("Content-Language")).isEqualTo(language.tag());
        assertThat(answer.json().path("title").asString().isBlank()).isFalse();
        if (language != Language.EN) {
            assertThat(answer.json().path("title").asString()).isNotEqualTo("A parameter of the request is not right.");
        }
    }

    @Test
    void aMethodThatDoesNotExistIsSaidWithThoseThatDo() {
        var answer = client.send(ApiClient.request(HttpMethod.DELETE, at + "/sessions"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void pagesOfOtherSitesMayReadWhatIsPublishedAndNothingElse() {
        var open =
                client.send(ApiClient.request(HttpMethod.GET, at + "/sessions").header("Origin", "https://a.example"));
        var own = client.send(
                ApiClient.request(HttpMethod.GET, at + "/favourites").header("Origin", "https://a.example"));
        var asked = client.send(ApiClient.request(HttpMethod.OPTIONS, at + "/sessions")
                .header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match"));
        var withToken = client.send(ApiClient.request(HttpMethod.OPTIONS, at + "/favourites")
                .header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization"));

        assertThat(open.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(open.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(asked.header("Access-Control-Allow-Headers")).isEqualToIgnoringCase("if-none-match");
        assertThat(own.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(withToken.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aSessionOfABrowserCountsForNothingAndNoneIsBegun() {
        var session = new MockHttpSession();
        var answer = client.send(
                ApiClient.request(HttpMethod.GET, at + "/favourites").session(session));
        var chosen = client.get(at + "/sessions?lang=ja&tz=Asia/Tokyo");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
        assertThat(chosen.response().getCookies()).isEmpty();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() {
        var asker = scene.someone("ASKER", scene.meeting());
        var token = client.token(asker, Scope.FAVOURITES_READ);
        var first = client.get(at + "/rooms", token);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"token\";q=600;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"token\";r=599;");
        var key = Acting.as(asker, tokens::list).getFirst().key().toString();
        while (limits.tryTake("api token", key, 600, Duration.ofMinutes(1))) {
            // Until there is none left.
        }
        var last = client.get(at + "/rooms", token);

        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(client.get(at + "/rooms").status()).isEqualTo(200);
    }

    @Test
    void aTokenThatDoesNotWorkIsRefusedEvenWhereNoneIsNeeded() {
        var answer = client.get(at + "/rooms", "cvsr_nonsense");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    private static List<String> items(Answer page) {
        var ids = new ArrayList<String>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
