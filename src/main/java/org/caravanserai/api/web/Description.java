package org.caravanserai.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caravanserai.api.Scope;
import org.caravanserai.people.PeopleProperties;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/**
 * The description of all addresses in the form of OpenAPI 3.1, made of what the gate and the controllers themselves are made
 * of, so that it cannot say anything else than they do.
 */
@Component
class Description {

    private static final String ROOT = "/api/v1";

    private final Endpoints endpoints;
    private final PeopleProperties installation;
    private final JsonNode examples;

    Description(Endpoints endpoints, PeopleProperties installation) {
        this.endpoints = endpoints;
        this.installation = installation;
        try (var in = Description.class.getResourceAsStream("/api/examples.json")) {
            examples = ApiJson.MAPPER.readTree(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole description. */
    Map<String, Object> openApi() {
        var schemas = new Schemas();
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        var names = new TreeSet<String>();
        for (var known : endpoints.all()) {
            var name = known.handler().getMethod().getName();
            if (!names.add(name)) {
                throw new IllegalStateException("two operations are called " + name);
            }
            paths.computeIfAbsent(path(known), path -> new LinkedHashMap<>())
                    .put(known.method().name().toLowerCase(Locale.ROOT), operation(name, known, schemas));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                ApiJson.members(
                        "title",
                        "Caravanserai",
                        "version",
                        "1",
                        "description",
                        "Scientific meetings of Central Asia and Japan. What is published can be read without a token; a"
                                + " token acts for the person who made it, as far as its scopes go."));
        document.put("servers", List.of(ApiJson.members("url", installation.address(ROOT))));
        document.put("paths", paths);
        document.put("components", components(schemas));
        return document;
    }

    private static String path(Endpoints.Known known) {
        return known.path().getPatternString().substring(ROOT.length());
    }

    private Map<String, Object> operation(String name, Endpoints.Known known, Schemas schemas) {
        var endpoint = known.endpoint();
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", name);
        operation.put("summary", endpoint.summary());
        if (!endpoint.description().isEmpty()) {
            operation.put("description", endpoint.description());
        }
        operation.put(
                "security",
                endpoint.published()
                        ? List.of()
                        : Arrays.stream(endpoint.needs())
                                .map(scope -> ApiJson.members("token", List.of(scope.id())))
                                .toList());
        var parameters = new ArrayList<Map<String, Object>>();
        for (var parameter : known.handler().getMethod().getParameters()) {
            parameters(parameter, parameters);
            if (parameter.isAnnotationPresent(Sent.class)) {
                operation.put(
                        "requestBody",
                        ApiJson.members(
                                "required",
                                true,
                                "content",
                                json(
                                        schemas.of(parameter.getType()),
                                        examples.path(name).get("request"))));
            }
        }
        if (known.method().equals(HttpMethod.GET)) {
            parameters.add(parameter("header", "If-None-Match", false, "Answers 304 to what you have already"));
        }
        operation.put("parameters", parameters);
        operation.put("responses", responses(name, known, schemas));
        return operation;
    }

    private static void parameters(Parameter parameter, List<Map<String, Object>> parameters) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            parameters.add(described(parameter("path", parameter.getName(), true, ""), parameter));
        } else if (parameter.isAnnotationPresent(RequestParam.class)) {
            parameters.add(described(parameter("query", parameter.getName(), false, ""), parameter));
        } else if (parameter.getType() == Paging.class) {
            var limit = new LinkedHashMap<>(parameter("query", "limit", false, "How many rows at most"));
            limit.put(
                    "schema",
                    ApiJson.members("type", "integer", "minimum", 1, "maximum", Paging.MOST, "default", Paging.USUAL));
            parameters.add(limit);
            parameters.add(parameter("query", "cursor", false, "The `next` of the page before"));
        } else if (parameter.getType() == IfMatch.class) {
            parameters.add(parameter("header", "If-Match", true, "The `ETag` of what you have seen"));
        } else if (parameter.getType() == Once.class) {
            parameters.add(parameter(
                    "header",
                    "Idempotency-Key",
                    true,
                    "Any text of your own; a request sent again with it is answered as before and not carried out"
                            + " again"));
        }
    }

    private static Map<String, Object> described(Map<String, Object> parameter, Parameter place) {
        return Schemas.described(parameter, place);
    }

    private static Map<String, Object> parameter(String in, String name, boolean required, String description) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        parameter.put("schema", ApiJson.members("type", "string"));
        return parameter;
    }

    private Map<String, Object> responses(String name, Endpoints.Known known, Schemas schemas) {
        var endpoint = known.endpoint();
        var responses = new TreeMap<String, Object>();
        if (endpoint.answers() == Void.class) {
            responses.put("204", ApiJson.members("description", "Done"));
        } else {
            responses.put(
                    "200",
                    ApiJson.members(
                            "description",
                            endpoint.summary(),
                            "content",
                            json(
                                    endpoint.paged()
                                            ? schemas.page(endpoint.answers())
                                            : endpoint.answers() == Map.class
                                                    ? ApiJson.members("type", "object")
                                                    : schemas.of(endpoint.answers()),
                                    examples.path(name).get("response"))));
        }
        if (known.method().equals(HttpMethod.GET)) {
            responses.put("304", ApiJson.members("description", "You have it already"));
        }
        for (var kind : problems(known)) {
            var status = Integer.toString(kind.status().value());
            responses.putIfAbsent(
                    status,
                    ApiJson.members(
                            "$ref", "#/components/responses/" + kind.status().name()));
        }
        return responses;
    }

    private static List<ProblemKind> problems(Endpoints.Known known) {
        var problems = new ArrayList<>(List.of(ProblemKind.BAD_TOKEN, ProblemKind.OFTEN));
        var types = Arrays.asList(known.handler().getMethod().getParameterTypes());
        if (!known.endpoint().published()) {
            problems.add(ProblemKind.SCOPE);
        }
        if (known.path().getPatternString().contains("{")) {
            problems.add(ProblemKind.NOT_FOUND);
        }
        if (types.contains(Paging.class)) {
            problems.add(ProblemKind.PARAMETER);
        }
        if (types.contains(IfMatch.class)) {
            problems.addAll(List.of(ProblemKind.PRECONDITION, ProblemKind.STALE));
        }
        if (types.contains(Once.class)) {
            problems.addAll(List.of(ProblemKind.KEY_MISSING, ProblemKind.KEY_BUSY, ProblemKind.KEY_REUSED));
        }
        if (Arrays.stream(known.handler().getMethod().getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(Sent.class))) {
            problems.addAll(List.of(
                    ProblemKind.BODY,
                    ProblemKind.MEDIA,
                    ProblemKind.TOO_LARGE,
                    ProblemKind.REFUSED,
                    ProblemKind.FORBIDDEN_PLACE));
        }
        return problems;
    }

    private Map<String, Object> components(Schemas schemas) {
        var problem = schemas.of(Problem.class);
        var responses = new TreeMap<String, Object>();
        for (var kind : ProblemKind.values()) {
            responses.putIfAbsent(
                    kind.status().name(),
                    ApiJson.members(
                            "description",
                            kind.status().getReasonPhrase(),
                            "content",
                            ApiJson.members("application/problem+json", ApiJson.members("schema", problem))));
        }
        var token = new LinkedHashMap<String, Object>();
        token.put("type", "http");
        token.put("scheme", "bearer");
        token.put(
                "description",
                "A personal token, made in your account. Scopes: "
                        + String.join(
                                ", ",
                                Arrays.stream(Scope.values()).map(Scope::id).toList()));
        return ApiJson.members(
                "schemas", schemas.named(), "responses", responses, "securitySchemes", ApiJson.members("token", token));
    }

    /** What is wrong with a request (RFC 9457); the members of some problems are more. */
    record Problem(
            @Says("A URN that names the kind of problem") String type,

            @Says("What is wrong, in the language that the request prefers")
            String title,

            int status,
            java.util.Optional<String> detail,
            java.util.Optional<List<ProblemPlace>> errors) {}

    /** Where in the request something is wrong. */
    record ProblemPlace(
            @Says("A parameter's name or a path in the body")
            String field,

            String detail) {}

    private static Map<String, Object> json(
            Map<String, Object> schema, @org.jspecify.annotations.Nullable JsonNode example) {
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", schema);
        if (example != null) {
            content.put("example", example);
        }
        return ApiJson.members("application/json", content);
    }
}
