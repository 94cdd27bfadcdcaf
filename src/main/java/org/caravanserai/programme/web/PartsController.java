package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.PublicPlans;
import org.caravanserai.shell.PageReader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of topics, institutions, countries and rooms: what of the programme is about them, from them, or in them. */
@Controller
class PartsController {

    private final PageServing serving;
    private final PublicPlans plans;
    private final Clock clock;

    PartsController(PageServing serving, PublicPlans plans, Clock clock) {
        this.serving = serving;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/m/{slug}/topics")
    void topics(@PathVariable String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        all(slug, Facet.TOPIC, reader, request, response);
    }

    @GetMapping("/m/{slug}/topics/{topic}")
    void topic(
            @PathVariable String slug,
            @PathVariable String topic,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        one(slug, Facet.TOPIC, topic, reader, request, response);
    }

    @GetMapping("/m/{slug}/institutions")
    void institutions(
            @PathVariable String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        all(slug, Facet.INSTITUTION, reader, request, response);
    }

    @GetMapping("/m/{slug}/institutions/{institution}")
    void institution(
            @PathVariable String slug,
            @PathVariable String institution,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        one(slug, Facet.INSTITUTION, institution, reader, request, response);
    }

    @GetMapping("/m/{slug}/countries")
    void countries(
            @PathVariable String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        all(slug, Facet.COUNTRY, reader, request, response);
    }

    @GetMapping("/m/{slug}/countries/{country}")
    void country(
            @PathVariable String slug,
            @PathVariable String country,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        one(slug, Facet.COUNTRY, country, reader, request, response);
    }

    @GetMapping("/m/{slug}/rooms")
    void rooms(@PathVariable String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        all(slug, Facet.ROOM, reader, request, response);
    }

    @GetMapping("/m/{slug}/rooms/{room}")
    void room(
            @PathVariable String slug,
            @PathVariable String room,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var address = programme.room(room).map(programme::address).orElseThrow(PageServing::notFound);
        one(slug, Facet.ROOM, address, reader, request, response);
    }

    @GetMapping("/m/{slug}/rooms/{room}/door")
    void door(
            @PathVariable String slug,
            @PathVariable String room,
            PageReader anyone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var hall = programme.room(room).orElseThrow(PageServing::notFound);
        var reader = PageServing.canonical(anyone, request);
        var asked = ProgrammeAsked.of(programme, request).filter().day();
        serving.serve(
                () -> {
                    var shown = DoorPage.of(
                            programme,
                            hall,
                            asked == null ? programme.openingDay(clock.instant()) : asked,
                            // Printed, so it must stay what it is when the room is called otherwise.
                            serving.address(
                                    Links.of(slug, "", "").room(hall.key().toString()), request),
                            reader,
                            PageServing.links(slug, request));
                    return serving.html(
                            "programme/door",
                            Map.of("page", reader.page(shown.room().text() + " · " + shown.day()), "door", shown));
                },
                request,
                response);
    }

    private void all(
            String slug, Facet facet, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> {
                    var index = PartPage.all(
                            programme,
                            facet,
                            plans.of(programme.meetingId()),
                            reader,
                            PageServing.links(slug, request));
                    return serving.html(
                            "programme/parts",
                            Map.of(
                                    "page",
                                    reader.page(reader.get("programme.all." + index.kind()) + " · "
                                            + index.meeting().text()),
                                    "index",
                                    index,
                                    "address",
                                    serving.address(request.getRequestURI(), request)));
                },
                request,
                response);
    }

    private void one(
            String slug,
            Facet facet,
            String value,
            PageReader anyone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        if (!programme.values(facet).contains(value)) {
            throw PageServing.notFound();
        }
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> {
                    var links = PageServing.links(slug, request);
                    var shown = PartPage.of(programme, facet, value, plans.of(programme.meetingId()), reader, links);
                    return serving.html(
                            "programme/part",
                            Map.of(
                                    "page",
                                    reader.page(shown.title().text())
                                            .describedBy(shown.meeting().text()),
                                    "shown",
                                    shown,
                                    "feeds",
                                    facet == Facet.TOPIC
                                            ? List.of(serving.feed(
                                                    Links.of(slug, "", "").topic(value), reader))
                                            : List.of(),
                                    "embed",
                                    serving.embedding(PartPage.href(facet, value, Links.of(slug, "", ""))),
                                    "address",
                                    serving.address(PartPage.href(facet, value, Links.of(slug, "", "")), request)));
                },
                request,
                response);
    }
}
