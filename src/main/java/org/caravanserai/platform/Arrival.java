package org.caravanserai.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells when the request now being answered reached this server. Deadlines are decided by it and not by the time at which
 * a waiting request gets its turn: in the last minute of a call many wait, and what arrived in time counts.
 */
@Component
public class Arrival {

    private static final ThreadLocal<@Nullable Instant> AT = new ThreadLocal<>();

    private final Clock clock;

    Arrival(Clock clock) {
        this.clock = clock;
    }

    /** When the request arrived; now, outside a request. */
    public Instant instant() {
        var at = AT.get();
        return at == null ? clock.instant() : at;
    }

    /** Runs work as if its request had arrived at an instant. */
    public static <T> T at(Instant arrived, Supplier<T> work) {
        var before = AT.get();
        AT.set(arrived);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable Instant before) {
        if (before == null) {
            AT.remove();
        } else {
            AT.set(before);
        }
    }

    /** Looks at the clock before anything else does, security included. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Filter extends OncePerRequestFilter {

        private static final String ATTRIBUTE = Arrival.class.getName();

        private final Clock clock;

        Filter(Clock clock) {
            this.clock = clock;
        }

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            // An asynchronous dispatch is the same request going on: it keeps its first instant.
            var arrived = request.getAttribute(ATTRIBUTE) instanceof Instant first ? first : clock.instant();
            request.setAttribute(ATTRIBUTE, arrived);
            var before = AT.get();
            AT.set(arrived);
            try {
                chain.doFilter(request, response);
            } finally {
                restore(before);
            }
        }
    }
}
