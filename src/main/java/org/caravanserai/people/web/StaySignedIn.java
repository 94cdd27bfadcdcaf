package org.caravanserai.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.RememberedBrowsers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Keeps a browser signed in over the end of its session, by a cookie whose token changes at every use. */
@Component
class StaySignedIn implements RememberMeServices, LogoutHandler {

    /** Tells Spring Security that the authentication was made here. */
    static final String KEY = UUID.randomUUID().toString();

    private final RememberedBrowsers browsers;
    private final boolean secure;
    private final String cookie;

    StaySignedIn(RememberedBrowsers browsers, PeopleProperties properties) {
        this.browsers = browsers;
        this.secure = properties.secure();
        this.cookie = secure ? "__Host-stay" : "stay";
    }

    void begin(AccountPrincipal principal, HttpServletRequest request, HttpServletResponse response) {
        var browser = request.getHeader(HttpHeaders.USER_AGENT);
        write(browsers.remember(principal, browser == null ? "" : browser), response);
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        var ticket = ticket(request);
        if (ticket.isEmpty()) {
            return null;
        }
        var taken = browsers.take(ticket.get());
        if (taken.isEmpty()) {
            write(Optional.empty(), response);
            return null;
        }
        if (!taken.get().next().equals(ticket.get())) {
            write(taken.get().next(), response);
        }
        return new RememberMeAuthenticationToken(KEY, taken.get().principal(), AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        write(Optional.empty(), response);
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        // Whether to stay signed in is decided where the person signs in.
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        ticket(request).ifPresent(ticket -> browsers.forget(ticket.series()));
        write(Optional.empty(), response);
    }

    private Optional<RememberedBrowsers.Ticket> ticket(HttpServletRequest request) {
        var found = WebUtils.getCookie(request, cookie);
        if (found == null || !found.getValue().matches("[A-Za-z0-9_-]{32}\\.[A-Za-z0-9_-]{32}")) {
            return Optional.empty();
        }
        var value = found.getValue();
        return Optional.of(new RememberedBrowsers.Ticket(
                new OneTimeSecret(value.substring(0, 32)), new OneTimeSecret(value.substring(33))));
    }

    private void write(RememberedBrowsers.Ticket ticket, HttpServletResponse response) {
        write(Optional.of(ticket), response);
    }

    private void write(Optional<RememberedBrowsers.Ticket> ticket, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(
                                cookie,
                                ticket.map(t -> t.series().value() + "."
                                                + t.token().value())
                                        .orElse(""))
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(ticket.isPresent() ? RememberedBrowsers.LIFETIME : Duration.ZERO)
                        .build()
                        .toString());
    }
}
