package org.caravanserai.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.caravanserai.people.AccountPrincipal;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens a session for somebody who has shown who she is. */
@Component
class SessionDoor {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final StaySignedIn staySignedIn;
    private final OpenSessions open;

    SessionDoor(StaySignedIn staySignedIn, OpenSessions open) {
        this.staySignedIn = staySignedIn;
        this.open = open;
    }

    /** Opens a new session, so that one planted before signing in is worth nothing. */
    void open(AccountPrincipal principal, boolean stay, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var session = request.getSession(true);
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(principal, "", AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        open.note(principal, session);
        if (stay) {
            staySignedIn.begin(principal, request, response);
        }
    }
}
