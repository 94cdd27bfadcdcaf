package org.caravanserai.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.Scope;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Sends each request of {@code docs/api.md} and finds in its answer everything that the page shows. */
@IntegrationTest
class DocumentedExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```http\n(.*?)```\n```json\n(.*?)```", Pattern.DOTALL);

    @Autowired
    ApiClient client;

    @Autowired
    ApiScene scene;

    @Autowired
    PublishedMeetings published;

    @Test
    void everyExampleIsAnsweredAsThePageShows() throws IOException {
        var slug = "d-" + Ids.code().toLowerCase(Locale.ROOT);
        var meeting = published.publish(PublishedMeetings.tokyo(slug));
        var organiser =
                scene.someone("ORGANISER", new ApiScene.Made(meeting, slug, Ids.next(), Ids.next()), Role.ORGANISER);
        var token = client.token(organiser, EnumSet.allOf(Scope.class));
        var examples = EXAMPLE.matcher(Files.readString(Path.of("docs/api.md")).replace("astana-2027", slug));
        var tag = "";
        int run = 0;
        while (examples.find()) {
            var parts = examples.group(1).split("\n\n", 2);
            var lines = parts[0].split("\n", -1);
            var first = lines[0].split(" ", -1);
            var request = ApiClient.request(HttpMethod.valueOf(first[0]), first[1].substring("/api/v1".length()));
            for (int i = 1; i < lines.length; i++) {
                var header = lines[i].split(": ", 2);
                if (header.length == 2) {
                    request.header(
                            header[0],
                            switch (header[0]) {
                                case "Authorization" -> "Bearer " + token;
                                case "If-Match" -> tag;
                                default -> header[1];
                            });
                }
            }
            if (parts.length == 2) {
                request.content(parts[1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            var answer = client.send(request);
            tag = answer.header("ETag");
            holds(answer.json(), ApiJson.MAPPER.readTree(examples.group(2)), examples.group(1) + answer.body());
            run++;
        }
        assertThat(run).isGreaterThan(5);
    }

    /** Everything shown is there; what ends in an ellipsis may be anything. */
    private static void holds(JsonNode answer, JsonNode shown, String where) {
        if (shown.isObject()) {
            shown.properties().forEach(member -> holds(answer.path(member.getKey()), member.getValue(), where));
        } else if (shown.isArray()) {
            assertThat(answer.size()).as(where).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                holds(answer.path(i), shown.path(i), where);
            }
        } else if (shown.asString("").endsWith("…")) {
            assertThat(answer.isString()).as(where).isTrue();
        } else {
            assertThat(answer).as(where).isEqualTo(shown);
        }
    }
}
