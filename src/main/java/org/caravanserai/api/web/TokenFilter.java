package org.caravanserai.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.caravanserai.api.ApiProperties;
import org.caravanserai.api.TokenDoor;
import org.caravanserai.people.RemoteAddress;
import org.caravanserai.platform.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says as whom a request acts: for whom its token was made, or for nobody. A session counts nothing here, so that no page of
 * another site can make a browser act. Requests are counted by token, and those without a working one by network address.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final String BEARER = "bearer ";

    private final TokenDoor door;
    private final RateLimits limits;
    private final RemoteAddress addresses;
    private final ApiProperties properties;
    private final ProblemWriter problems;

    TokenFilter(
            TokenDoor door,
            RateLimits limits,
            RemoteAddress addresses,
            ApiProperties properties,
            ProblemWriter problems) {
        this.door = door;
        this.limits = limits;
        this.addresses = addresses;
        this.properties = properties;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.setContext(new SecurityContextImpl());
        var authorization = request.getHeader("Authorization");
        var bearer = bearer(authorization);
        try {
            if (bearer.isPresent()) {
                count("api token", bearer.get().token().toString(), "token", properties.requestsPerToken(), response);
                SecurityContextHolder.setContext(new SecurityContextImpl(new TokenAuthentication(bearer.get())));
            } else {
                count("api address", addresses.of(request), "address", properties.requestsPerAddress(), response);
                if (authorization != null) {
                    throw new ApiProblem(ProblemKind.BAD_TOKEN)
                            .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                }
            }
        } catch (ApiProblem problem) {
            problems.write(problem, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<TokenDoor.Bearer> bearer(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? door.enter(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** Tells the caller how she stands (draft-ietf-httpapi-ratelimit-headers-10), and refuses when nothing is left. */
    private void count(String what, String source, String policy, int most, HttpServletResponse response) {
        var taken = limits.take(what, source, most, PERIOD);
        response.setHeader("RateLimit-Policy", '"' + policy + "\";q=" + most + ";w=" + PERIOD.toSeconds());
        response.setHeader("RateLimit", '"' + policy + "\";r=" + taken.left() + ";t=" + seconds(taken.full()));
        if (!taken.taken()) {
            throw new ApiProblem(ProblemKind.OFTEN)
                    .header("Retry-After", Long.toString(Math.max(1, seconds(taken.next()))));
        }
    }

    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
