package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns whatever goes wrong below {@code /api} into a problem. What the services do not let the acting person see is not
 * there: 403 says only that a token lacks a scope, so that nobody learns what she may not know of.
 */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        try {
            writer.write(problem(request, failure), request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static ApiProblem problem(HttpServletRequest request, Exception failure) {
        return switch (failure) {
            case ApiProblem problem -> problem;
            case Refusal refusal ->
                new ApiProblem(ProblemKind.REFUSED, refusal.problems().toArray(Refusal.Problem[]::new));
            case AccessDeniedException hidden -> ApiProblem.notFound();
            case NoResourceFoundException nothing -> ApiProblem.notFound();
            case OptimisticLockingFailureException raced -> new ApiProblem(ProblemKind.STALE);
            case HttpRequestMethodNotSupportedException method -> {
                var supported = method.getSupportedMethods();
                var problem = new ApiProblem(ProblemKind.METHOD);
                yield supported == null ? problem : problem.header("Allow", String.join(", ", supported));
            }
            case HttpMediaTypeNotAcceptableException media -> new ApiProblem(ProblemKind.ACCEPTABLE);
            case HttpMediaTypeNotSupportedException media -> new ApiProblem(ProblemKind.MEDIA);
            case MethodArgumentTypeMismatchException argument ->
                ApiProblem.parameter(argument.getName(), "api.parameter.wrong");
            case ServletRequestBindingException binding -> new ApiProblem(ProblemKind.REQUEST);
            default -> {
                var code = Ids.code();
                LOG.error("Fault {} on the way to {}", code, request.getRequestURI(), failure);
                yield new ApiProblem(ProblemKind.FAULT).with("code", code);
            }
        };
    }
}
