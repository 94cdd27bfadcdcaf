package org.caravanserai.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.text.Refusal;

/** A request that cannot be answered as it was meant. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<Refusal.Problem> reasons;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    ApiProblem(ProblemKind kind, Refusal.Problem... reasons) {
        super(kind.type(), null, false, false);
        this.kind = kind;
        this.reasons = List.of(reasons);
    }

    static ApiProblem notFound() {
        return new ApiProblem(ProblemKind.NOT_FOUND);
    }

    /** A parameter that does not do. */
    static ApiProblem parameter(String name, String key, Object... arguments) {
        return new ApiProblem(ProblemKind.PARAMETER, Refusal.Problem.at(name, key, arguments));
    }

    /** Something in the body that does not do. */
    static ApiProblem body(String path, String key, Object... arguments) {
        return new ApiProblem(ProblemKind.BODY, Refusal.Problem.at(path, key, arguments));
    }

    ApiProblem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Says more, in a member of its own. */
    ApiProblem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    ProblemKind kind() {
        return kind;
    }

    List<Refusal.Problem> reasons() {
        return reasons;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> members() {
        return members;
    }
}
