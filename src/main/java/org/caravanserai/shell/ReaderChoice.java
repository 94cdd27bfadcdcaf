package org.caravanserai.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;

/** What a reader chose without signing in, kept in cookies that hold nothing else: language, zone and theme. */
final class ReaderChoice {

    static final String LANGUAGE = "lang";
    static final String THEME = "theme";
    static final String ZONE = "tz";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private ReaderChoice() {}

    static Optional<Language> language(Cookie @Nullable [] cookies) {
        return value(cookies, LANGUAGE).flatMap(Language::ofTag);
    }

    /** The language of a plain page: what its address says, else the cookie, else the browser's. */
    static Language language(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(LANGUAGE))
                .flatMap(Language::ofTag)
                .or(() -> language(request.getCookies()))
                .or(() -> accepted(request.getLocales()))
                .orElse(Language.EN);
    }

    /** The zone that the reader of a plain page chose: what its address says, else the cookie. */
    static Optional<ZoneId> zone(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(ZONE))
                .flatMap(PageReader::zoneOf)
                .or(() -> value(request.getCookies(), ZONE).flatMap(PageReader::zoneOf));
    }

    static Optional<Language> accepted(Enumeration<Locale> locales) {
        return Language.firstOf(Collections.list(locales));
    }

    /** The theme: {@code light} or {@code dark}; empty to follow the device. */
    static Optional<String> theme(Cookie @Nullable [] cookies) {
        return value(cookies, THEME).filter(t -> t.equals("light") || t.equals("dark"));
    }

    static Cookie cookie(String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(value.isEmpty() ? 0 : YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Optional<String> value(Cookie @Nullable [] cookies, String name) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
