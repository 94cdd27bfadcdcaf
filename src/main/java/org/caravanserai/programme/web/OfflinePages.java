package org.caravanserai.programme.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.programme.PublicPlans;
import org.caravanserai.programme.web.OfflinePart.Cut;
import org.caravanserai.programme.web.ProgrammeAsked.Form;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.springframework.stereotype.Component;

/**
 * Renders all the pages of a release that a device keeps. Rendering hundreds of pages costs something, so it happens once
 * for all who ask, and the pages stay for the differences that follow.
 */
@Component
class OfflinePages {

    /** What a device has to fetch and to keep: three times the sessions of a large congress. */
    private static final int MOST_LETTERS = 6_000_000;

    private static final int KEPT_LETTERS = 16_000_000;

    private final PageServing serving;
    private final PublicPlans plans;
    private final Cache<Key, Map<String, Cut>> rendered = Caffeine.newBuilder()
            .maximumWeight(KEPT_LETTERS)
            .weigher((Key key, Map<String, Cut> pages) -> length(pages))
            .build();

    OfflinePages(PageServing serving, PublicPlans plans) {
        this.serving = serving;
        this.plans = plans;
    }

    private record Key(UUID meeting, int release, String part, Language language, String zone, Links links) {}

    /** The pages of all days in one form. */
    Map<String, Cut> days(Programme programme, Form form, PageReader reader, Links links, String tz, String lang) {
        return rendered.get(key(programme, form.parameter(), reader, links), k -> {
            var pages = new LinkedHashMap<String, Cut>();
            if (form == Form.LIST) {
                pages.put("programme", day(programme, form, ProgrammeFilter.NONE, reader, tz, lang));
                return pages;
            }
            for (var day : programme.days()) {
                var filter = ProgrammeFilter.NONE.on(day);
                pages.put("programme?day=" + day, day(programme, form, filter, reader, tz, lang));
            }
            return pages;
        });
    }

    /**
     * The pages of all sessions, rooms, topics and people as far as a device can be asked to keep them, and of what stands in
     * for a page that is not kept and for those that the device makes itself.
     */
    Map<String, Cut> sessions(Programme programme, PageReader reader, Links links) {
        var drawn = plans.edition(programme.meetingId());
        return rendered.get(key(programme, "sessions" + drawn, reader, links), k -> {
            var pages = new Kept(links);
            for (var kind : StandIn.values()) {
                pages.put(kind.path(), Cut.of(standIn(programme, kind, reader, links)));
            }
            for (var facet : List.of(Facet.ROOM, Facet.TOPIC)) {
                pages.putAt(
                        links.all(facet == Facet.ROOM ? "rooms" : "topics"), index(programme, facet, reader, links));
            }
            for (var session : programme.agenda().sessions()) {
                // Which others are on the same things may change with any of them, and files are not kept on the
                // device.
                var shown = SessionPage.of(
                        programme, session, List.of(), List.of(), plans.of(programme.meetingId()), reader, links);
                var page = cut(
                        "programme/session",
                        Map.of(
                                "page",
                                reader.page(shown.title().text()),
                                "shown",
                                shown,
                                "address",
                                links.session(session.code()),
                                "schema",
                                "{}"));
                pages.put("sessions/" + session.code(), page);
            }
            for (var facet : List.of(Facet.ROOM, Facet.TOPIC)) {
                for (var value : programme.values(facet)) {
                    pages.putAt(PartPage.href(facet, value, links), part(programme, facet, value, reader, links));
                }
            }
            for (var person : programme.agenda().people()) {
                pages.put("people/" + person.code(), person(programme, person, reader, links));
            }
            return pages.all;
        });
    }

    /** Pages by their addresses within the meeting, as many as a device can be asked to keep. */
    private static final class Kept {

        private final Map<String, Cut> all = new LinkedHashMap<>();
        private final String home;
        private int length;

        Kept(Links links) {
            this.home = "/m/" + links.slug() + "/";
        }

        void put(String path, Cut page) {
            length += page.length();
            if (length <= MOST_LETTERS) {
                all.put(path, page);
            }
        }

        void putAt(String href, Cut page) {
            put(href.substring(home.length()).replaceFirst("\\?.*", ""), page);
        }
    }

    /** What the device makes itself, or says in place of a page. */
    private enum StandIn {
        MISSING("programme.offline.missing"),
        MINE("programme.mine"),
        NOW("programme.now");

        private final String title;

        StandIn(String title) {
            this.title = title;
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Cut index(Programme programme, Facet facet, PageReader reader, Links links) {
        var index = PartPage.all(programme, facet, plans.of(programme.meetingId()), reader, links);
        var title = reader.get("programme.all." + index.kind());
        return cut("programme/parts", Map.of("page", reader.page(title), "index", index, "address", ""));
    }

    private Cut part(Programme programme, Facet facet, String value, PageReader reader, Links links) {
        var shown = PartPage.of(programme, facet, value, plans.of(programme.meetingId()), reader, links);
        var page = reader.page(shown.title().text());
        return cut("programme/part", Map.of("page", page, "shown", shown, "feeds", List.of(), "address", ""));
    }

    private Cut person(Programme programme, PersonPart person, PageReader reader, Links links) {
        var shown = PersonPage.of(programme, person, reader, links);
        return cut(
                "programme/person",
                Map.of(
                        "page",
                        reader.page(shown.name().text()),
                        "person",
                        shown,
                        "feed",
                        serving.feed("/m/" + links.slug() + "/people/" + person.code(), reader),
                        "address",
                        ""));
    }

    /** What all pages have in common. */
    List<String> frame(Programme programme, PageReader reader, Links links) {
        return OfflinePart.frame(standIn(programme, StandIn.MISSING, reader, links));
    }

    private Cut day(Programme programme, Form form, ProgrammeFilter filter, PageReader reader, String tz, String lang) {
        var asked = new ProgrammeAsked(form, filter, tz, lang, true);
        var shown = ProgrammePage.of(programme, asked, reader, Instant.EPOCH);
        return cut(
                "programme/programme",
                Map.of(
                        "page",
                        reader.page(reader.get("programme.title") + " · "
                                + shown.heading().text()),
                        "programme",
                        shown,
                        "address",
                        shown.links().programme()));
    }

    private String standIn(Programme programme, StandIn kind, PageReader reader, Links links) {
        return html(
                "programme/offline",
                Map.of(
                        "page",
                        reader.page(reader.get(kind.title)),
                        "meeting",
                        Said.of(programme.meeting().name(), reader.language()),
                        "links",
                        links,
                        "kind",
                        kind.path()));
    }

    private Cut cut(String template, Map<String, Object> values) {
        return Cut.of(html(template, values));
    }

    private String html(String template, Map<String, Object> values) {
        return new String(serving.render(template, values), StandardCharsets.UTF_8);
    }

    private static Key key(Programme programme, String part, PageReader reader, Links links) {
        return new Key(
                programme.meetingId().value(),
                programme.release(),
                part,
                reader.language(),
                reader.zone().map(ZoneId::getId).orElse(""),
                links);
    }

    private static int length(Map<String, Cut> pages) {
        return pages.values().stream().mapToInt(Cut::length).sum();
    }
}
