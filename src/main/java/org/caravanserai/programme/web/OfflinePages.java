package org.caravanserai.programme.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
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
    private final Cache<Key, Map<String, Cut>> rendered = Caffeine.newBuilder()
            .maximumWeight(KEPT_LETTERS)
            .weigher((Key key, Map<String, Cut> pages) -> length(pages))
            .build();

    OfflinePages(PageServing serving) {
        this.serving = serving;
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

    /** The pages of all sessions, and of what stands in for a page that is not kept and for a reader's own programme. */
    Map<String, Cut> sessions(Programme programme, PageReader reader, Links links) {
        return rendered.get(key(programme, "sessions", reader, links), k -> {
            var pages = new LinkedHashMap<String, Cut>();
            pages.put("missing", Cut.of(standIn(programme, false, reader, links)));
            pages.put("mine", Cut.of(standIn(programme, true, reader, links)));
            var length = 0;
            for (var session : programme.agenda().sessions()) {
                // Which others are on the same things may change with any of them.
                var shown = SessionPage.of(programme, session, List.of(), reader, links);
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
                length += page.length();
                if (length > MOST_LETTERS) {
                    break;
                }
                pages.put("sessions/" + session.code(), page);
            }
            return pages;
        });
    }

    /** What all pages have in common. */
    List<String> frame(Programme programme, PageReader reader, Links links) {
        return OfflinePart.frame(standIn(programme, false, reader, links));
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

    private String standIn(Programme programme, boolean mine, PageReader reader, Links links) {
        return html(
                "programme/offline",
                Map.of(
                        "page",
                        reader.page(reader.get(mine ? "programme.mine" : "programme.offline.missing")),
                        "meeting",
                        Said.of(programme.meeting().name(), reader.language()),
                        "links",
                        links,
                        "mine",
                        mine));
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
