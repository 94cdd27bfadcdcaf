package org.caravanserai.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiClient.Answer;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.Scope;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.Question;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@IntegrationTest
class DraftEndpointsTest {

    @Autowired
    ApiClient client;

    @Autowired
    ApiScene scene;

    @Autowired
    CallSetUp calls;

    private ApiScene.Made made = new ApiScene.Made(new MeetingId(Ids.next()), "", Ids.next(), Ids.next());
    private PersonId me = new PersonId(Ids.next());
    private String token = "";
    private UUID question = Ids.next();

    @BeforeEach
    void aCall() {
        made = scene.meeting();
        me = scene.someone("AUTHOR Aigul", made);
        token = client.token(me, EnumSet.of(Scope.PROPOSALS_READ, Scope.PROPOSALS_WRITE));
        question = Actor.asSystem(() -> {
            calls.begin(
                    made.meeting(),
                    LocalDate.of(2020, 1, 1).atStartOfDay(),
                    LocalDate.of(2036, 1, 1).atStartOfDay());
            return calls.ask(
                    made.meeting(),
                    new Question.Content(
                            Question.Kind.YES_NO,
                            LocalizedText.english("Slides in Kazakh?"),
                            LocalizedText.EMPTY,
                            List.of(),
                            true,
                            Set.of()));
        });
    }

    @Test
    void aProposalIsBegunWrittenAndHandedIn() {
        var begun = begin("{\"title\": {\"en\": \"Water\"}}", "k1");
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        assertThat(begun.json().path("state").asString()).isEqualTo("DRAFT");
        assertThat(begun.json().path("open").asBoolean()).isTrue();
        assertThat(begun.json().path("minutes").asInt()).as("of the call").isEqualTo(90);
        var code = begun.json().path("id").asString();

        var read = client.get("/proposals/" + code + "/draft", token);
        assertThat(read.json()).isEqualTo(begun.json());
        var written = put(code, whole("Water for the Aral Sea"), read.header("ETag"), token);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.json().path("answers").path(0).path("text").asString())
                .isEqualTo("yes");

        var handedIn = submit(code, written.header("ETag"), "k2", token);
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
        assertThat(handedIn.json().path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(handedIn.json().path("first").asBoolean()).isTrue();
        assertThat(client.get("/proposals/" + code, token)
                        .json()
                        .path("title")
                        .path("en")
                        .asString())
                .isEqualTo("Water for the Aral Sea");

        var again = submit(code, written.header("ETag"), "k2", token);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(handedIn.body());
    }

    @Test
    void theSameKeyBeginsOneProposal() {
        var first = begin("{\"title\": {\"en\": \"Water\"}}", "k");
        var second = begin("{\"title\": {\"en\": \"Water\"}}", "k");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(begin("{\"title\": {\"en\": \"Other\"}}", "k").status()).isEqualTo(422);
        assertThat(client.get("/proposals", token).json().path("items").size()).isEqualTo(1);
    }

    @Test
    void whoHasNotSeenWhatIsThereChangesNothing() {
        var code = begin("{}", "k").json().path("id").asString();
        var seen = client.get("/proposals/" + code + "/draft", token).header("ETag");
        assertThat(put(code, whole("First"), seen, token).status()).isEqualTo(200);

        assertThat(put(code, whole("Second"), seen, token).status()).isEqualTo(412);
        assertThat(put(code, whole("Second"), "", token).status()).isEqualTo(428);
        assertThat(submit(code, seen, "k1", token).status()).isEqualTo(412);
        assertThat(submit(code, "", "k2", token).status()).isEqualTo(428);
        assertThat(client.get("/proposals/" + code + "/draft", token)
                        .json()
                        .path("title")
                        .path("en")
                        .asString())
                .isEqualTo("First");
    }

    @Test
    void allThatIsMissingIsSaidAtOnceByItsName() {
        var begun = begin("{\"minutes\": 1}", "k");
        var code = begun.json().path("id").asString();
        var refused =
                submit(code, client.get("/proposals/" + code + "/draft", token).header("ETag"), "k1", token);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:caravanserai:problem:refused");
        assertThat(refused.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains("title", "abstractText", "answers." + question);
    }

    @Test
    void whatTheMeetingDoesNotHaveIsNamedAndNothingIsBegun() {
        wrong("{\"type\": \"" + Ids.next() + "\"}", "type");
        wrong("{\"topics\": [\"" + Ids.next() + "\"]}", "topics[0]");
        wrong("{\"answers\": [{\"question\": \"" + Ids.next() + "\", \"text\": \"x\"}]}", "answers[0].question");
        wrong("{\"title\": {\"xx\": \"x\"}}", "title");
        wrong("{\"title\": {\"en\": null}}", "title");
        wrong("{\"minutes\": -1}", "minutes");
        wrong("{\"titel\": {}}", "titel");
        assertThat(client.get("/proposals", token).json().path("items").size()).isZero();
    }

    @Test
    void nobodyWritesForAnother() {
        var code = begin(whole("Water"), "k").json().path("id").asString();
        var tag = client.get("/proposals/" + code + "/draft", token).header("ETag");
        submit(code, tag, "k1", token);
        for (var role : List.of(Role.ORGANISER, Role.REVIEWER, Role.CHAIR)) {
            var other = client.token(scene.someone("OTHER", made, role), EnumSet.allOf(Scope.class));
            assertThat(client.get("/proposals/" + code + "/draft", other).status())
                    .isEqualTo(404);
            assertThat(put(code, whole("Mine"), "*", other).status()).isEqualTo(404);
            assertThat(submit(code, "*", "k", other).status()).isEqualTo(404);
        }
    }

    @Test
    void whenTheCallHasClosedNothingIsBegunOrHandedIn() {
        var code = begin(whole("Water"), "k").json().path("id").asString();
        Actor.asSystem(() -> {
            var call = calls.details(made.meeting()).orElseThrow();
            calls.schedule(
                    made.meeting(),
                    call.version(),
                    LocalDate.of(2020, 1, 1).atStartOfDay(),
                    LocalDate.of(2021, 1, 1).atStartOfDay());
        });
        assertThat(begin("{}", "k1").status()).isEqualTo(422);
        var draft = client.get("/proposals/" + code + "/draft", token);
        assertThat(draft.json().path("open").asBoolean()).isFalse();
        assertThat(submit(code, draft.header("ETag"), "k2", token).status()).isEqualTo(422);
    }

    private void wrong(String body, String field) {
        var answer = begin(body, Ids.code());
        assertThat(answer.status()).as(body + answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    private String whole(String title) {
        return """
                {"type": "%s", "title": {"en": "%s"}, "abstractText": {"en": "About it"}, "minutes": 90,
                 "language": "en", "slideLanguage": "en", "answers": [{"question": "%s", "text": "yes"}]}
                """.formatted(made.type(), title, question);
    }

    private Answer begin(String body, String key) {
        return send(HttpMethod.POST, "/meetings/" + made.slug() + "/proposals", body, "", key, token);
    }

    private Answer put(String code, String body, String tag, String as) {
        return send(HttpMethod.PUT, "/proposals/" + code + "/draft", body, tag, "", as);
    }

    private Answer submit(String code, String tag, String key, String as) {
        return send(HttpMethod.POST, "/proposals/" + code + "/submission", "", tag, key, as);
    }

    private Answer send(HttpMethod method, String path, String body, String tag, String key, String as) {
        var request = ApiClient.request(method, path)
                .header("Authorization", "Bearer " + as)
                .contentType("application/json")
                .content(body.getBytes(StandardCharsets.UTF_8));
        if (!tag.isEmpty()) {
            request.header("If-Match", tag);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return client.send(request);
    }
}
