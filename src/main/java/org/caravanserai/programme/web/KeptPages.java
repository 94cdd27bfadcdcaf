package org.caravanserai.programme.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.caravanserai.agenda.Publications;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.programme.PublicHandouts;
import org.caravanserai.programme.PublicPlans;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages of releases as they were rendered once. A release never changes, so its pages never do: a page is found by the
 * release and by all of a request that it depends on, and the least used go when memory is full.
 */
@Component
class KeptPages {

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int LONGEST_ADDRESS = 300;
    private static final List<String> PARAMETERS =
            List.of("day", "form", "topic", "type", "language", "country", "room", "institution", "q", "tz", "lang");
    private static final List<String> OF_EMBEDDED = List.of("session", "theme");
    private static final Pattern EMBEDDED = Pattern.compile("/m/[^/]+/embed");

    private static final Pattern SESSION = Pattern.compile("/m/[^/]+/sessions/([0-9A-Za-z]+)");
    private static final Pattern ROOMS = Pattern.compile("/m/[^/]+/rooms(?:/[^/]+)?");

    private final Publications publications;
    private final PublicHandouts handouts;
    private final PublicPlans plans;
    private final Clock clock;
    private final Cache<Key, KeptPage> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, KeptPage page) -> page.weight())
            .build();

    KeptPages(Publications publications, PublicHandouts handouts, PublicPlans plans, Clock clock) {
        this.publications = publications;
        this.handouts = handouts;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * What a page depends on.
     *
     * @param query the parameters that count, in a fixed order
     * @param zone the zone that the reader chose, or the empty string
     * @param moment the meeting's date if the page opens with today's programme, the minute if it tells what is on now, the
     *     files to be had if it is a session's, the plans of rooms where they are shown, else the empty string
     */
    record Key(UUID meeting, int release, String path, String query, Language language, String zone, String moment) {}

    /** The key of what a request asks for; empty when its answer is not to be kept or there is no such programme. */
    Optional<Key> key(HttpServletRequest request) {
        var path = request.getRequestURI();
        var slug = slug(path);
        if (slug == null
                || path.length() > LONGEST_ADDRESS
                || !text(request, "q").isEmpty()) {
            return Optional.empty();
        }
        var query = query(request);
        if (query.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        return publications
                .latest(slug)
                .map(agenda -> new Key(
                        agenda.meeting().value(),
                        agenda.number(),
                        path,
                        query,
                        PageReader.languageOf(request),
                        PageReader.zoneOf(request).map(ZoneId::getId).orElse(""),
                        moment(path, request, agenda)));
    }

    /** The page kept for a key. */
    Optional<KeptPage> find(Key key) {
        return Optional.ofNullable(pages.getIfPresent(key));
    }

    /** The page kept for a key; where there is none, it is made and kept. */
    KeptPage findOrKeep(Key key, Supplier<KeptPage> made) {
        return pages.get(key, k -> made.get());
    }

    /** The parameters with which a programme can be asked for. */
    static List<String> ofProgramme() {
        return PARAMETERS;
    }

    /** The parameters of a request that a page depends on, as they stand in addresses. */
    static String query(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return "";
        }
        var query = new StringJoiner("&");
        PARAMETERS.forEach(name -> add(name, request, query));
        if (EMBEDDED.matcher(request.getRequestURI()).matches()) {
            OF_EMBEDDED.forEach(name -> add(name, request, query));
        }
        return query.toString();
    }

    private static void add(String name, HttpServletRequest request, StringJoiner query) {
        var value = text(request, name);
        if (!value.isEmpty()) {
            query.add(name + '=' + Links.encode(value));
        }
    }

    private static String text(HttpServletRequest request, String name) {
        if (request.getQueryString() == null) {
            return "";
        }
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private String moment(String path, HttpServletRequest request, PublishedAgenda agenda) {
        if (path.endsWith("/now") || path.endsWith("/screen")) {
            return clock.instant().truncatedTo(ChronoUnit.MINUTES).toString();
        }
        var session = SESSION.matcher(path);
        if (session.matches()) {
            return plans.edition(agenda.meeting())
                    + handouts.edition(
                            agenda.meeting(), agenda.snapshot().sessions(), session.group(1), clock.instant());
        }
        if (ROOMS.matcher(path).matches() || path.contains("/offline/")) {
            return plans.edition(agenda.meeting());
        }
        return (path.endsWith("/programme") || path.endsWith("/door") || path.endsWith("/embed"))
                        && text(request, "day").isEmpty()
                ? today(agenda)
                : "";
    }

    private String today(PublishedAgenda agenda) {
        var meeting = agenda.snapshot().meeting();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(meeting.zone()));
        return today.isBefore(meeting.firstDay()) || today.isAfter(meeting.lastDay()) ? "" : today.toString();
    }

    /** The meeting's part of an address below {@code /m/}; null for the meeting's own page and for other addresses. */
    private static @Nullable String slug(String path) {
        if (!path.startsWith("/m/")) {
            return null;
        }
        var end = path.indexOf('/', 3);
        return end < 0 || end + 1 == path.length() ? null : path.substring(3, end);
    }
}
