package org.caravanserai.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriUtils;

/**
 * The reader of a plain page: her language ({@code ?lang=}, else the cookie, else the browser's), the zone she chose
 * ({@code ?tz=}, else the cookie), and everything written in her words. A controller takes it as an argument and makes the
 * {@link Page} of it.
 */
public final class PageReader {

    private final Messages messages;
    private final Assets assets;
    private final Language language;
    private final Optional<ZoneId> zone;
    private final String path;
    private final String query;
    private final @Nullable CsrfToken csrf;

    private PageReader(
            Messages messages,
            Assets assets,
            Language language,
            Optional<ZoneId> zone,
            String path,
            String query,
            @Nullable CsrfToken csrf) {
        this.messages = messages;
        this.assets = assets;
        this.language = language;
        this.zone = zone;
        this.path = path;
        this.query = query;
        this.csrf = csrf;
    }

    static PageReader of(HttpServletRequest request, Messages messages, Assets assets) {
        var token = request.getAttribute(CsrfToken.class.getName());
        return new PageReader(
                messages,
                assets,
                ReaderChoice.language(request),
                ReaderChoice.zone(request),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                token instanceof CsrfToken found ? found : null);
    }

    /** A reader without a request, for pages that are made ahead of one. */
    public PageReader as(Language other, Optional<ZoneId> otherZone, String otherPath, String otherQuery) {
        return new PageReader(messages, assets, other, otherZone, otherPath, otherQuery, null);
    }

    /** The reader's language. */
    public Language language() {
        return language;
    }

    /** The zone that the reader chose; empty if she chose none. */
    public Optional<ZoneId> zone() {
        return zone;
    }

    /** The words for a message key. */
    public String get(String key, Object... arguments) {
        return messages.get(language, key, arguments);
    }

    /** The words of a refusal's reason. */
    public String get(Refusal.Problem problem) {
        return messages.get(language, problem);
    }

    /** A text as this reader gets it. */
    public String text(LocalizedText text) {
        return text.text(language);
    }

    /** The {@code lang} attribute that a text needs on this page; null where it is the page's own language. */
    public @Nullable String langOf(LocalizedText text) {
        var rendered = text.in(language).language();
        return rendered == language ? null : rendered.tag();
    }

    /** A name as this reader sees it first. */
    public String name(PersonName name) {
        return name.in(language);
    }

    /** A page for this reader. */
    public Page page(String title) {
        return new Page(title, "", this);
    }

    /** The address of this page with one parameter set, or removed when the value is empty. */
    public String with(String parameter, String value) {
        var kept = new StringJoiner("&");
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty() && !pair.equals(parameter) && !pair.startsWith(parameter + "=")) {
                kept.add(pair);
            }
        }
        if (!value.isEmpty()) {
            kept.add(parameter + "=" + UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8));
        }
        return kept.length() == 0 ? path : path + "?" + kept;
    }

    /** The address of this page in each language. */
    public Map<Language, String> inOtherLanguages() {
        var links = new LinkedHashMap<Language, String>();
        for (var other : Language.values()) {
            links.put(other, with(ReaderChoice.LANGUAGE, other.tag()));
        }
        return links;
    }

    /** The address of one of our own static files, such as {@code /styles/site.css}, that changes with its content. */
    public String asset(String file) {
        return assets.address(file);
    }

    /** The name of the hidden field that every form must carry. */
    public String csrfName() {
        return csrf == null ? "" : csrf.getParameterName();
    }

    /** The value of the hidden field that every form must carry. */
    public String csrfToken() {
        return csrf == null ? "" : csrf.getToken();
    }

    /** The language in which a request is answered, for what is answered before a controller is reached. */
    public static Language languageOf(HttpServletRequest request) {
        return ReaderChoice.language(request);
    }

    /** The zone that the reader of a request chose, for what is answered before a controller is reached. */
    public static Optional<ZoneId> zoneOf(HttpServletRequest request) {
        return ReaderChoice.zone(request);
    }

    /** Keeps a language that the address states for the pages that follow; one within another site's page has none. */
    public static void remember(HttpServletRequest request, HttpServletResponse response) {
        if (request.getParameter(ReaderChoice.LANGUAGE) != null && !Embedded.is(request)) {
            var chosen = ReaderChoice.language(request);
            if (ReaderChoice.language(request.getCookies())
                    .filter(chosen::equals)
                    .isEmpty()) {
                response.addCookie(ReaderChoice.cookie(ReaderChoice.LANGUAGE, chosen.tag()));
            }
        }
    }

    static Optional<ZoneId> zoneOf(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
