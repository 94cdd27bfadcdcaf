package org.caravanserai.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser: plain pages may run nothing that is not ours and show nothing from elsewhere; the
 * application as little as Vaadin allows (its bootstrap gets a nonce, see {@link ShellInit}); a static file asked for by the
 * hash of its content is kept for a year.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ResponseHeaders extends OncePerRequestFilter {

    private static final String PAGES =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** For pages that others show within their own: nothing runs, nothing is sent. */
    private static final String EMBEDDED = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none';"
            + " base-uri 'none'; frame-ancestors *";

    /** Lies among scripts and looks after the public pages of meetings. */
    private static final String WORKER = "/scripts/programme-worker.js";

    private final Assets assets;

    ResponseHeaders(Assets assets) {
        this.assets = assets;
    }

    /** The policy of the application; Vaadin's client makes functions from strings and writes style attributes. */
    static String application(String nonce) {
        return "default-src 'none'; script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'; style-src 'self'"
                + " 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
                + " form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!path.startsWith("/styles/") && !path.startsWith("/scripts/")) {
            page(response, Embedded.is(request) ? EMBEDDED : PAGES);
        }
        if (path.startsWith("/styles/") || path.startsWith("/images/") || path.startsWith("/scripts/")) {
            var asked = request.getParameter("v");
            var current =
                    asked != null && assets.hash(path).filter(asked::equals).isPresent();
            response.setHeader(
                    "Cache-Control",
                    current
                            ? "public, max-age=31536000, immutable"
                            // Drawings hardly change, and stand in every view.
                            : path.startsWith("/images/") ? "public, max-age=3600" : "no-cache");
        }
        if (path.equals(WORKER)) {
            response.setHeader("Service-Worker-Allowed", "/m/");
            response.setHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
        }
        chain.doFilter(request, response);
    }

    /** What whatever can be opened by itself is told; a script or a style sheet heeds none of it. */
    private static void page(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    }
}
