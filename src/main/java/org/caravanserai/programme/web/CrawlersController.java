package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.PublicMeetings;
import org.caravanserai.text.Language;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What search engines are told: where they need not look, and each page that there is, in each language. */
@Controller
class CrawlersController {

    private static final String XML = "application/xml;charset=UTF-8";

    private final PublicMeetings meetings;
    private final PageServing serving;
    private final PeopleProperties installation;

    CrawlersController(PublicMeetings meetings, PageServing serving, PeopleProperties installation) {
        this.meetings = meetings;
        this.serving = serving;
        this.installation = installation;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("Cache-Control", "public, max-age=3600")
                .body("""
                        User-agent: *
                        Disallow: /app/
                        Disallow: /invitations/
                        Disallow: /m/*/mine
                        Disallow: /m/*/stars
                        Disallow: /m/*/*.pdf
                        Disallow: /m/*/print/
                        Sitemap: %s
                        """.formatted(installation.address("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    void sitemaps(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        meetings.open().stream()
                .filter(PublicMeetings.Line::published)
                .forEach(m -> xml.append("<sitemap><loc>")
                        .append(installation.address("/m/" + m.slug() + "/sitemap.xml"))
                        .append("</loc></sitemap>\n"));
        page(xml.append("</sitemapindex>\n")).send(request, response);
    }

    @GetMapping("/m/{slug}/sitemap.xml")
    void sitemap(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        serving.serve(
                () -> {
                    var xml = new StringBuilder("""
                            <?xml version="1.0" encoding="UTF-8"?>
                            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                            """);
                    var changed = programme
                            .publishedAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString();
                    paths(programme).forEach(path -> url(xml, path, changed));
                    return page(xml.append("</urlset>\n"));
                },
                request,
                response);
    }

    /** Every page of a programme that is not made for one reader, one day or one minute. */
    private static List<String> paths(Programme programme) {
        var links = Links.of(programme.meeting().slug(), "", "");
        var paths = new ArrayList<String>();
        paths.add(links.meeting());
        paths.add(links.programme());
        programme.agenda().sessions().forEach(s -> paths.add(links.session(s.code())));
        programme.agenda().people().forEach(p -> paths.add(links.person(p.code())));
        for (var facet : List.of(Facet.TOPIC, Facet.INSTITUTION, Facet.COUNTRY, Facet.ROOM)) {
            programme.values(facet).forEach(value -> paths.add(PartPage.href(facet, value, links)));
        }
        return paths;
    }

    /** An address with its languages; nothing in it needs escaping but the sign between parameters, which it has not. */
    private void url(StringBuilder xml, String path, String changed) {
        var address = installation.address(path);
        xml.append("<url><loc>")
                .append(address)
                .append("</loc><lastmod>")
                .append(changed)
                .append("</lastmod>");
        for (var language : Language.values()) {
            xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                    .append(language.tag())
                    .append("\" href=\"")
                    .append(address)
                    .append("?lang=")
                    .append(language.tag())
                    .append("\"/>");
        }
        xml.append("</url>\n");
    }

    private static KeptPage page(StringBuilder xml) {
        return new KeptPage(XML, "", xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
