package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Says what is wrong with a request, in the language that it prefers (RFC 9457). */
@Component
class ProblemWriter {

    private final Messages messages;

    ProblemWriter(Messages messages) {
        this.messages = messages;
    }

    void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = PageReader.languageOf(request);
        var kind = problem.kind();
        var said = new LinkedHashMap<String, Object>();
        said.put("type", kind.type());
        said.put("title", messages.get(language, "api.problem." + kind.name()));
        said.put("status", kind.status().value());
        if (!problem.reasons().isEmpty()) {
            said.put(
                    "detail",
                    problem.reasons().stream()
                            .map(reason -> messages.get(language, reason))
                            .distinct()
                            .collect(Collectors.joining(" ")));
            var places = problem.reasons().stream()
                    .filter(reason -> !reason.field().isEmpty())
                    .map(reason -> new Place(reason.field(), messages.get(language, reason)))
                    .toList();
            if (!places.isEmpty()) {
                said.put("errors", places);
            }
        }
        said.putAll(problem.members());
        response.setStatus(kind.status().value());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var bytes = ApiJson.bytes(said);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Where in the request something is wrong. */
    private record Place(String field, String detail) {}
}
