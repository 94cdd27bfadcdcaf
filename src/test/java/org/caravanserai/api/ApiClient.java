package org.caravanserai.api;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Fixture;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that asks the application, as tests need it. */
@Fixture
public class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;
    private final PersonalTokens tokens;

    ApiClient(WebApplicationContext application, PersonalTokens tokens) {
        this.mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        this.tokens = tokens;
    }

    /** What came back. */
    public record Answer(int status, String body, MockHttpServletResponse response) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** A header; the empty string if it is not there. */
        public String header(String name) {
            var value = response.getHeader(name);
            return value == null ? "" : value;
        }
    }

    /** A token of a person with some scopes. */
    public String token(PersonId person, Scope first, Scope... more) {
        return token(person, EnumSet.of(first, more));
    }

    /** A token of a person with scopes. */
    public String token(PersonId person, Set<Scope> scopes) {
        return Acting.as(person, () -> tokens.make("A test", scopes, PersonalTokens.Lifetime.WEEK))
                .text();
    }

    /** Reads an address as nobody. */
    public Answer get(String path) {
        return send(request(HttpMethod.GET, path));
    }

    /** Reads an address with a token. */
    public Answer get(String path, String token) {
        return send(request(HttpMethod.GET, path).header("Authorization", "Bearer " + token));
    }

    /** A request for an address below {@code /api/v1}, which needs no escaping. */
    public static MockHttpServletRequestBuilder request(HttpMethod method, String path) {
        return MockMvcRequestBuilders.request(method, URI.create("/api/v1" + path));
    }

    /** Sends a request. */
    public Answer send(MockHttpServletRequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            return new Answer(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
