package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.caravanserai.shell.PageReader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is on now and next, for readers and for the screens of halls; each page is made once a minute. */
@Controller
class NowController {

    private final PageServing serving;
    private final Clock clock;

    NowController(PageServing serving, Clock clock) {
        this.serving = serving;
        this.clock = clock;
    }

    @GetMapping("/m/{slug}/now")
    void now(@PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> serving.html(
                        "programme/now",
                        Map.of(
                                "page",
                                reader.page(reader.get("programme.now") + " · "
                                        + reader.text(programme.meeting().name())),
                                "shown",
                                NowPage.of(
                                        programme,
                                        clock.instant().truncatedTo(ChronoUnit.MINUTES),
                                        reader,
                                        PageServing.links(slug, request)))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/rooms/{room}/screen")
    void screen(
            @PathVariable String slug,
            @PathVariable String room,
            PageReader anyone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var hall = programme.room(room).orElseThrow(PageServing::notFound);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> serving.html(
                        "programme/screen",
                        Map.of(
                                "page",
                                reader.page(reader.text(hall.name()) + " · " + reader.get("programme.now")),
                                "shown",
                                NowPage.screen(
                                        programme,
                                        hall,
                                        clock.instant().truncatedTo(ChronoUnit.MINUTES),
                                        reader,
                                        PageServing.links(slug, request)))),
                request,
                response);
    }
}
