package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.caravanserai.exchange.EmbedCode;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.Programmes;
import org.caravanserai.shell.PageReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A programme within other sites' pages, and what tells those sites how to show it (oEmbed, <a
 * href="https://oembed.com">oembed.com</a>).
 */
@Controller
class EmbedController {

    private static final int WIDTH = 800;
    private static final int SESSION_HEIGHT = 340;

    private final Programmes programmes;
    private final PageServing serving;
    private final PeopleProperties installation;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    EmbedController(Programmes programmes, PageServing serving, PeopleProperties installation, Clock clock) {
        this.programmes = programmes;
        this.serving = serving;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/m/{slug}/embed")
    void embedded(
            @PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var reader = PageServing.canonical(anyone, request);
        var asked = ProgrammeAsked.of(programme, request);
        var stated = PageServing.text(request, "session");
        var session = stated.isEmpty() ? null : programme.session(stated).orElseThrow(PageServing::notFound);
        var theme = theme(request);
        Supplier<KeptPage> made = () -> {
            var shown = session == null
                    ? EmbeddedPage.of(programme, asked, theme, reader, clock.instant())
                    : EmbeddedPage.of(programme, session, theme, reader, PageServing.links(slug, request));
            var title = reader.get("programme.title") + " · " + shown.meeting().text();
            return serving.html(
                    "programme/embed", Map.of("page", reader.page(title).describedBy(shown.dates()), "shown", shown));
        };
        if (asked.sensible()) {
            serving.serve(made, request, response);
        } else {
            made.get().send(request, response);
        }
    }

    /** How to show one of our own public addresses; of any other there is nothing to say. */
    @GetMapping("/oembed")
    void oembed(PageReader reader, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var format = PageServing.text(request, "format");
        if (!format.isEmpty() && !format.equals("json")) {
            throw new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED);
        }
        var embeddable = Embeddable.of(PageServing.text(request, "url"), installation.address(""), programmes::latest)
                .orElseThrow(PageServing::notFound);
        var programme = embeddable.programme();
        var told = embeddable
                .language()
                .map(asked -> reader.as(asked, Optional.empty(), "", ""))
                .orElse(reader);
        var title = title(programme, embeddable.session(), told);
        var width = most(request, "maxwidth", WIDTH);
        var height = most(request, "maxheight", embeddable.session() == null ? EmbedCode.HEIGHT : SESSION_HEIGHT);
        var code = new EmbedCode(
                installation.address(
                        Links.of(programme.meeting().slug(), "", "").embedded(embeddable.query())),
                title,
                width,
                height);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("type", "rich");
        answer.put("version", "1.0");
        answer.put("title", title);
        answer.put("provider_name", "Caravanserai");
        answer.put("provider_url", installation.address("/"));
        answer.put("cache_age", 3600);
        answer.put("html", code.html());
        answer.put("width", width);
        answer.put("height", height);
        new KeptPage("application/json", "", json.writeValueAsBytes(answer)).send(request, response);
    }

    private static String title(Programme programme, @Nullable String session, PageReader reader) {
        var meeting = reader.text(programme.meeting().name());
        return Optional.ofNullable(session)
                .flatMap(programme::session)
                .map(s -> reader.text(s.title()) + " · " + meeting)
                .orElseGet(() -> reader.get("programme.title") + " · " + meeting);
    }

    private static int most(HttpServletRequest request, String parameter, int usual) {
        var stated = PageServing.text(request, parameter);
        return stated.matches("[0-9]{1,5}") ? Math.min(usual, Math.max(1, Integer.parseInt(stated))) : usual;
    }

    private static @Nullable String theme(HttpServletRequest request) {
        var stated = PageServing.text(request, "theme");
        return stated.equals("light") || stated.equals("dark") ? stated : null;
    }
}
