package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.caravanserai.api.Scope;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to what anyone may read, or to what its token has a scope for, and to nothing else. */
@Component
class ScopeGate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || request.getMethod().equals("OPTIONS")) {
            return true;
        }
        var endpoint = method.getMethodAnnotation(Endpoint.class);
        if (endpoint == null) {
            throw ApiProblem.notFound();
        }
        if (endpoint.published()) {
            return true;
        }
        var bearer = TokenAuthentication.bearer()
                .orElseThrow(() -> new ApiProblem(ProblemKind.NO_TOKEN).header("WWW-Authenticate", "Bearer"));
        if (!TokenAuthentication.has(bearer, endpoint.needs())) {
            throw new ApiProblem(ProblemKind.SCOPE)
                    .header(
                            "WWW-Authenticate",
                            "Bearer error=\"insufficient_scope\", scope=\""
                                    + Arrays.stream(endpoint.needs())
                                            .map(Scope::id)
                                            .collect(Collectors.joining(" "))
                                    + '"');
        }
        return true;
    }
}
