package org.caravanserai.people.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.AccountSessions;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session at its next request when its account no longer lets it count, whichever process decided so. */
class AccountSessionFilter extends OncePerRequestFilter {

    private final AccountSessions sessions;
    private final OpenSessions open;

    AccountSessionFilter(AccountSessions sessions, OpenSessions open) {
        this.sessions = sessions;
        this.open = open;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof AccountPrincipal principal) {
            var session = request.getSession(false);
            if (!sessions.counts(principal)) {
                SecurityContextHolder.clearContext();
                if (session != null) {
                    session.invalidate();
                }
            } else if (session != null) {
                open.note(principal, session);
            }
        }
        chain.doFilter(request, response);
    }
}
