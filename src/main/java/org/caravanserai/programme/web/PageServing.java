package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.Programmes;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.caravanserai.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What controllers of public pages share: pages that are the same for everyone are kept, those for one reader never are. */
@Component
class PageServing {

    private final Programmes programmes;
    private final KeptPages pages;
    private final PageTemplates templates;
    private final PeopleProperties installation;

    PageServing(Programmes programmes, KeptPages pages, PageTemplates templates, PeopleProperties installation) {
        this.programmes = programmes;
        this.pages = pages;
        this.templates = templates;
        this.installation = installation;
    }

    /** The whole address under which a page is known, in the language that the present one states if it states any. */
    String address(String path, HttpServletRequest request) {
        var language = Language.ofTag(text(request, "lang"));
        return installation.address(path)
                + language.map(l -> "?lang=" + l.tag()).orElse("");
    }

    /** Where other sites learn how to show what a path and its query lead to within their own pages. */
    String embedding(String href) {
        return Embeddable.discovery(installation.address(""), installation.address(href));
    }

    /** The calendar of what a page shows, which stands beside the page. */
    Feed feed(String path, PageReader reader) {
        return Feed.at(installation.address(path + ".ics"), reader.language());
    }

    /** The latest programme of the meeting at this address; answers that there is nothing if there is none. */
    Programme programme(String slug) {
        return programmes.latest(slug).orElseThrow(PageServing::notFound);
    }

    /** Answers with the page that is kept, else makes and keeps it, once for all who ask at the same time. */
    void serve(Supplier<KeptPage> made, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.key(request)
                .map(key -> pages.findOrKeep(key, made))
                .orElseGet(made)
                .send(request, response);
    }

    /** A page made of a template. */
    KeptPage html(String template, Map<String, Object> values) {
        return new KeptPage(KeptPage.HTML, "", render(template, values));
    }

    /** The bytes of a page made of a template. */
    byte[] render(String template, Map<String, Object> values) {
        return templates.render(template, values);
    }

    /** A page for its reader alone, which nobody keeps. */
    ResponseEntity<byte[]> own(String template, Map<String, Object> values) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "private, no-store")
                .body(templates.render(template, values));
    }

    /** The reader as far as the page depends on her: what else stands in her address must not come into a kept page. */
    static PageReader canonical(PageReader reader, HttpServletRequest request) {
        return reader.as(reader.language(), reader.zone(), request.getRequestURI(), KeptPages.query(request));
    }

    /** Addresses within a meeting that keep what the present address states. */
    static Links links(String slug, HttpServletRequest request) {
        return Links.of(slug, text(request, "tz"), text(request, "lang"));
    }

    /** A parameter without space around it; empty if it is not there. */
    static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** There is nothing here. */
    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
