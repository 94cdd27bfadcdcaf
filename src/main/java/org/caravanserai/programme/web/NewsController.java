package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.agenda.Publications;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.ReleaseWords;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is new in a programme, for feed readers and other sites: an entry for each release with what changed in its sessions
 * (<a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>).
 */
@Controller
class NewsController {

    private static final int MOST_ENTRIES = 50;

    private final Publications publications;
    private final ReleaseWords releaseWords;
    private final PageServing serving;
    private final PeopleProperties installation;
    private final JsonMapper json = JsonMapper.builder().build();

    NewsController(
            Publications publications, ReleaseWords releaseWords, PageServing serving, PeopleProperties installation) {
        this.publications = publications;
        this.releaseWords = releaseWords;
        this.serving = serving;
        this.installation = installation;
    }

    @GetMapping("/m/{slug}/feed.json")
    void feed(@PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> new KeptPage(
                        "application/feed+json",
                        "",
                        json.writeValueAsBytes(feed(programme, reader, PageServing.links(slug, request), request))),
                request,
                response);
    }

    private Map<String, Object> feed(Programme programme, PageReader reader, Links links, HttpServletRequest request) {
        var releases = publications.releases(programme.meetingId()).stream()
                .limit(MOST_ENTRIES)
                .toList();
        var shown = ReleasesPage.of(programme, releases, releaseWords, reader, links);
        var entries = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < releases.size(); i++) {
            entries.add(entry(releases.get(i), shown.releases().get(i), reader, links));
        }
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put(
                "title",
                reader.get("embed.feed.title", reader.text(programme.meeting().name())));
        feed.put("home_page_url", installation.address(links.programme()));
        feed.put("feed_url", serving.address(request.getRequestURI(), request));
        feed.put("icon", installation.address("/images/card.png"));
        feed.put("language", reader.language().tag());
        feed.put("items", List.copyOf(entries));
        return feed;
    }

    private Map<String, Object> entry(
            ReleaseSummary release, ReleasesPage.ReleaseLine line, PageReader reader, Links links) {
        var address = installation.address(links.releases()) + "#release-" + release.number();
        var entry = new LinkedHashMap<String, Object>();
        // The same in every language, so that nothing is news twice.
        entry.put("id", installation.address("/m/" + links.slug() + "/releases") + "#release-" + release.number());
        entry.put("url", address);
        entry.put("title", reader.get("embed.feed.release", release.number()));
        entry.put("content_html", html(line, reader));
        entry.put(
                "date_published",
                release.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        return entry;
    }

    private String html(ReleasesPage.ReleaseLine line, PageReader reader) {
        return new String(
                        serving.render(
                                "programme/news",
                                Map.of("page", reader.page(""), "release", line, "base", installation.address(""))),
                        StandardCharsets.UTF_8)
                .strip();
    }
}
