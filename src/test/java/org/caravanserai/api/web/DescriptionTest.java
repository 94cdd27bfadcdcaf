package org.caravanserai.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.caravanserai.api.ApiClient;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class DescriptionTest {

    @Autowired
    ApiClient client;

    @Autowired
    Endpoints endpoints;

    @Autowired
    java.util.List<RequestMappingHandlerMapping> mappings;

    @Test
    void itIsOpenApiAndTheSameBytesEachTime() {
        var first = client.get("/openapi.json");

        assertThat(first.json().path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(first.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(client.get("/openapi.json").header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void everyReferenceInItLeadsSomewhere() {
        var description = client.get("/openapi.json").json();
        var broken = new TreeSet<String>();
        references(description, description, broken);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyControllerBelowApiSaysWhoMayAsk() {
        var silent = new ArrayList<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                var endpoint = handler.getMethodAnnotation(Endpoint.class);
                var ours = info.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"));
                if (ours && (endpoint == null || endpoint.published() == endpoint.needs().length > 0)) {
                    silent.add(handler.toString());
                }
            });
        }
        assertThat(silent).as("methods that anyone or no one may ask").isEmpty();
        assertThat(endpoints.all()).hasSizeGreaterThan(20);
    }

    /** Read as strictly as what programs send, and written again, each is the same. */
    @Test
    void everyOperationHasAnExampleThatIsWhatItAnswers() {
        var paths = client.get("/openapi.json").json().path("paths");
        for (var known : endpoints.all()) {
            var endpoint = known.endpoint();
            if (endpoint.answers() == Void.class || endpoint.answers() == Map.class) {
                continue;
            }
            var operation = paths.path(known.path().getPatternString().substring("/api/v1".length()))
                    .path(known.method().name().toLowerCase(java.util.Locale.ROOT));
            var example = operation
                    .path("responses")
                    .path("200")
                    .path("content")
                    .path("application/json")
                    .path("example");
            assertThat(example.isMissingNode())
                    .as("no example at " + known.path())
                    .isFalse();
            if (endpoint.paged()) {
                example.path("items").forEach(item -> same(item, endpoint.answers()));
            } else {
                same(example, endpoint.answers());
            }
            for (var parameter : known.handler().getMethod().getParameters()) {
                if (parameter.isAnnotationPresent(Sent.class)) {
                    same(
                            operation
                                    .path("requestBody")
                                    .path("content")
                                    .path("application/json")
                                    .path("example"),
                            parameter.getType());
                }
            }
        }
    }

    private static void same(JsonNode example, Class<?> type) {
        var read = ApiJson.MAPPER.readValue(example.toString(), type);
        Complete.check(read, "");
        assertThat(ApiJson.MAPPER.readTree(ApiJson.bytes(read))).isEqualTo(example);
    }

    private static void references(JsonNode all, JsonNode node, TreeSet<String> broken) {
        var reference = node.path("$ref").asString("");
        if (!reference.isEmpty() && all.at(reference.substring(1)).isMissingNode()) {
            broken.add(reference);
        }
        node.forEach(child -> references(all, child, broken));
    }
}
