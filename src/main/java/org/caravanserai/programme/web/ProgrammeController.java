package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.Publications;
import org.caravanserai.agenda.ReleaseWords;
import org.caravanserai.exchange.ScheduleExport;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.Programmes;
import org.caravanserai.programme.PublicHandouts;
import org.caravanserai.programme.PublicMeetings;
import org.caravanserai.programme.PublicPlans;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.Moments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages and files of a meeting's latest release; each is made once and then kept. */
@Controller
class ProgrammeController {

    private static final int PREVIEW = 200;

    private final Programmes programmes;
    private final Publications publications;
    private final PublicMeetings meetings;
    private final ReleaseWords releaseWords;
    private final PublicHandouts handouts;
    private final PublicPlans plans;
    private final PageServing serving;
    private final PeopleProperties installation;
    private final Clock clock;

    ProgrammeController(
            Programmes programmes,
            Publications publications,
            PublicMeetings meetings,
            ReleaseWords releaseWords,
            PublicHandouts handouts,
            PublicPlans plans,
            PageServing serving,
            PeopleProperties installation,
            Clock clock) {
        this.programmes = programmes;
        this.publications = publications;
        this.meetings = meetings;
        this.releaseWords = releaseWords;
        this.handouts = handouts;
        this.plans = plans;
        this.serving = serving;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/m/{slug}/programme")
    void programme(
            @PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var published = programmes.latest(slug);
        var reader = PageServing.canonical(anyone, request);
        if (published.isEmpty()) {
            notYet(slug, reader, request, response);
            return;
        }
        var programme = published.get();
        var asked = ProgrammeAsked.of(programme, request);
        Supplier<KeptPage> made = () -> {
            var shown = ProgrammePage.of(programme, asked, reader, clock.instant());
            var title = reader.get("programme.title") + " · " + shown.heading().text();
            return serving.html(
                    "programme/programme",
                    Map.of(
                            "page", reader.page(title).describedBy(shown.dates()),
                            "programme", shown,
                            "address", serving.address("/m/" + slug + "/programme", request),
                            "embed", serving.embedding(shown.links().programme(asked.query()))));
        };
        if (asked.sensible()) {
            serving.serve(made, request, response);
        } else {
            made.get().send(request, response);
        }
    }

    @GetMapping("/m/{slug}/sessions/{code:[0-9A-Za-z]+}")
    void session(
            @PathVariable String slug,
            @PathVariable String code,
            PageReader anyone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var session = find(programme, code);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> {
                    var shown = SessionPage.of(
                            programme,
                            session,
                            programme.related(session),
                            handouts.of(programme.meetingId(), session, clock.instant()),
                            plans.of(programme.meetingId()),
                            reader,
                            PageServing.links(slug, request));
                    var path = "/m/" + slug + "/sessions/" + session.code();
                    var address = serving.address(path, request);
                    return serving.html(
                            "programme/session",
                            Map.of(
                                    "page",
                                    reader.page(shown.title().text())
                                            .describedBy(
                                                    Markdown.beginning(reader.text(session.abstractText()), PREVIEW)),
                                    "shown",
                                    shown,
                                    "address",
                                    address,
                                    "embed",
                                    serving.embedding(path),
                                    "schema",
                                    EventSchema.session(programme, session, reader.language(), installation::address)));
                },
                request,
                response);
    }

    @GetMapping("/m/{slug}/people/{code}")
    void person(
            @PathVariable String slug,
            @PathVariable String code,
            PageReader anyone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var person = programme.person(code).orElseThrow(PageServing::notFound);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> {
                    var shown = PersonPage.of(programme, person, reader, PageServing.links(slug, request));
                    return serving.html(
                            "programme/person",
                            Map.of(
                                    "page",
                                    reader.page(shown.name().text())
                                            .describedBy(shown.meeting().text()),
                                    "person",
                                    shown,
                                    "feed",
                                    serving.feed("/m/" + slug + "/people/" + person.code(), reader),
                                    "address",
                                    serving.address("/m/" + slug + "/people/" + person.code(), request)));
                },
                request,
                response);
    }

    @GetMapping("/m/{slug}/releases")
    void releases(
            @PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> serving.html(
                        "programme/releases",
                        Map.of(
                                "page",
                                reader.page(reader.get("programme.releases.title") + " · "
                                        + reader.text(programme.meeting().name())),
                                "address",
                                serving.address("/m/" + slug + "/releases", request),
                                "shown",
                                ReleasesPage.of(
                                        programme,
                                        publications.releases(programme.meetingId()),
                                        releaseWords,
                                        reader,
                                        PageServing.links(slug, request)))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/schedule.xml")
    void scheduleXml(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        serving.serve(
                () -> new KeptPage(
                        "application/xml;charset=UTF-8",
                        "",
                        ScheduleExport.xml(
                                programme.agenda(), programme.release(), installation.address(""), language(request))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/schedule.json")
    void scheduleJson(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        serving.serve(
                () -> new KeptPage(
                        "application/json",
                        "",
                        ScheduleExport.json(
                                programme.agenda(), programme.release(), installation.address(""), language(request))),
                request,
                response);
    }

    private void notYet(String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var meeting = meetings.find(slug).orElseThrow(PageServing::notFound);
        var name = meeting.name().text(reader.language());
        serving.html(
                        "programme/notYet",
                        Map.of(
                                "page",
                                reader.page(reader.get("programme.title") + " · " + name),
                                "name",
                                Said.of(meeting.name(), reader.language()),
                                "dates",
                                Moments.days(reader.language(), meeting.firstDay(), meeting.lastDay()),
                                "links",
                                PageServing.links(slug, request)))
                .send(request, response);
    }

    /** The language that an address states; files for other tools are in English unless it states one. */
    private static Language language(HttpServletRequest request) {
        return Language.ofTag(PageServing.text(request, "lang")).orElse(Language.EN);
    }

    private static SessionPart find(Programme programme, String code) {
        return programme.session(code).orElseThrow(PageServing::notFound);
    }
}
