package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.caravanserai.api.GivenAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Gives controllers what they ask for of a request, read once and checked. */
@Configuration(proxyBeanMethods = false)
class ApiArguments implements WebMvcConfigurer {

    private static final int LONGEST_BODY = 512 * 1024;
    private static final int LONGEST_KEY = 200;
    private static final String BODY = ApiArguments.class.getName();

    private final ScopeGate gate;
    private final GivenAnswers answers;

    ApiArguments(ScopeGate gate, GivenAnswers answers) {
        this.gate = gate;
        this.answers = answers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).addPathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    private final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            var type = parameter.getParameterType();
            return type == Paging.class
                    || type == IfMatch.class
                    || type == Once.class
                    || parameter.hasParameterAnnotation(Sent.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binder)
                throws IOException {
            var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            var type = parameter.getParameterType();
            if (type == Paging.class) {
                return paging(request);
            }
            if (type == IfMatch.class) {
                return ifMatch(request);
            }
            return type == Once.class ? once(request) : sent(request, type);
        }
    }

    private static Paging paging(HttpServletRequest request) {
        var limit = request.getParameter("limit");
        var cursor = request.getParameter("cursor");
        return new Paging(
                limit == null ? Paging.USUAL : limit(limit), cursor == null || cursor.isEmpty() ? null : cursor);
    }

    private static int limit(String stated) {
        try {
            var limit = Integer.parseInt(stated);
            if (limit >= 1 && limit <= Paging.MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of range.
            throw wrongLimit();
        }
        throw wrongLimit();
    }

    private static ApiProblem wrongLimit() {
        return ApiProblem.parameter("limit", "api.parameter.limit", 1, Paging.MOST);
    }

    private static IfMatch ifMatch(HttpServletRequest request) {
        var stated = request.getHeader("If-Match");
        if (stated == null || stated.isBlank()) {
            throw new ApiProblem(ProblemKind.PRECONDITION);
        }
        return new IfMatch(stated);
    }

    private Once once(HttpServletRequest request) throws IOException {
        var key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank()) {
            throw new ApiProblem(ProblemKind.KEY_MISSING);
        }
        if (key.length() > LONGEST_KEY || !key.matches("[\\x20-\\x7E]+")) {
            throw ApiProblem.parameter("Idempotency-Key", "api.parameter.key", LONGEST_KEY);
        }
        var said = (request.getMethod() + ' ' + request.getRequestURI() + '\n').getBytes(StandardCharsets.UTF_8);
        var body = body(request);
        var all = java.util.Arrays.copyOf(said, said.length + body.length);
        System.arraycopy(body, 0, all, said.length, body.length);
        return new Once(answers, TokenAuthentication.bearer().orElseThrow().token(), key, Answers.hash(all));
    }

    private static Object sent(HttpServletRequest request, Class<?> type) throws IOException {
        if (!isJson(request.getContentType())) {
            throw new ApiProblem(ProblemKind.MEDIA).header("Accept", MediaType.APPLICATION_JSON_VALUE);
        }
        try {
            @Nullable Object read = ApiJson.MAPPER.readValue(body(request), type);
            return Complete.check(read, "");
        } catch (DatabindException e) {
            throw ApiProblem.body(path(e), "api.body.wrong");
        } catch (JacksonException e) {
            throw ApiProblem.body("", "api.body.json");
        }
    }

    /** Where in the body, such as {@code moves[3].start}. */
    private static String path(DatabindException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.length() > LONGEST_KEY ? path.substring(0, LONGEST_KEY) : path.toString();
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getAttribute(BODY) instanceof byte[] read) {
            return read;
        }
        var bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new ApiProblem(ProblemKind.TOO_LARGE);
        }
        request.setAttribute(BODY, bytes);
        return bytes;
    }
}
