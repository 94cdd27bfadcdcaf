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
import org.caravanserai.programme.ProgrammeCalendar;
import org.caravanserai.programme.Programmes;
import org.caravanserai.programme.PublicMeetings;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.Moments;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages and files of a meeting's latest release; each is made once and then kept. */
@Controller
class ProgrammeController {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";
    private static final int PREVIEW = 200;

    private final Programmes programmes;
    private final Publications publications;
    private final PublicMeetings meetings;
    private final ReleaseWords releaseWords;
    private final KeptPages pages;
    private final PageTemplates templates;
    private final PeopleProperties installation;
    private final Clock clock;

    ProgrammeController(
            Programmes programmes,
            Publications publications,
            PublicMeetings meetings,
            ReleaseWords releaseWords,
            KeptPages pages,
            PageTemplates templates,
            PeopleProperties installation,
            Clock clock) {
        this.programmes = programmes;
        this.publications = publications;
        this.meetings = meetings;
        this.releaseWords = releaseWords;
        this.pages = pages;
        this.templates = templates;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/m/{slug}/programme")
    void programme(
            @PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var published = programmes.latest(slug);
        var reader = canonical(anyone, request);
        if (published.isEmpty()) {
            notYet(slug, reader, request, response);
            return;
        }
        var programme = published.get();
        var asked = ProgrammeAsked.of(programme, request);
        Supplier<KeptPage> made = () -> {
            var shown = ProgrammePage.of(programme, asked, reader, clock.instant());
            var title = reader.get("programme.title") + " · " + shown.heading().text();
            return html(
                    "programme/programme",
                    Map.of(
                            "page", reader.page(title).describedBy(shown.dates()),
                            "programme", shown,
                            "address", installation.address("/m/" + slug + "/programme")));
        };
        serve(asked.sensible(), made, request, response);
    }

    @GetMapping("/m/{slug}/sessions/{code:[0-9A-Za-z]+}")
    void session(
            @PathVariable String slug,
            @PathVariable String code,
            PageReader anyone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = find(slug);
        var session = find(programme, code);
        var reader = canonical(anyone, request);
        serve(
                true,
                () -> {
                    var shown = SessionPage.of(programme, session, reader, links(slug, request));
                    var address = installation.address("/m/" + slug + "/sessions/" + session.code());
                    return html(
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
                                    "schema",
                                    SessionPage.schema(programme, session, reader.language(), address)));
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
        var programme = find(slug);
        var person = programme.person(code).orElseThrow(ProgrammeController::notFound);
        var reader = canonical(anyone, request);
        serve(
                true,
                () -> {
                    var shown = PersonPage.of(programme, person, reader, links(slug, request));
                    return html(
                            "programme/person",
                            Map.of(
                                    "page",
                                    reader.page(shown.name().text())
                                            .describedBy(shown.meeting().text()),
                                    "person",
                                    shown,
                                    "address",
                                    installation.address("/m/" + slug + "/people/" + person.code())));
                },
                request,
                response);
    }

    @GetMapping("/m/{slug}/releases")
    void releases(
            @PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = find(slug);
        var reader = canonical(anyone, request);
        serve(
                true,
                () -> html(
                        "programme/releases",
                        Map.of(
                                "page",
                                reader.page(reader.get("programme.releases.title") + " · "
                                        + reader.text(programme.meeting().name())),
                                "shown",
                                ReleasesPage.of(
                                        programme,
                                        publications.releases(programme.meetingId()),
                                        releaseWords,
                                        reader,
                                        links(slug, request)))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/programme.ics")
    void calendar(
            @PathVariable String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = find(slug);
        serve(
                true,
                () -> new KeptPage(
                        CALENDAR,
                        slug + ".ics",
                        ProgrammeCalendar.write(
                                programme, programme.agenda().sessions(), reader.language(), installation.address(""))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/sessions/{code:[0-9A-Za-z]+}.ics")
    void sessionCalendar(
            @PathVariable String slug,
            @PathVariable String code,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = find(slug);
        var session = find(programme, code);
        serve(
                true,
                () -> new KeptPage(
                        CALENDAR,
                        slug + "-" + session.code() + ".ics",
                        ProgrammeCalendar.write(
                                programme, java.util.List.of(session), reader.language(), installation.address(""))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/schedule.xml")
    void scheduleXml(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = find(slug);
        serve(
                true,
                () -> new KeptPage(
                        "application/xml;charset=UTF-8",
                        "",
                        ScheduleExport.xml(programme.agenda(), programme.release(), installation.address(""))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/schedule.json")
    void scheduleJson(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = find(slug);
        serve(
                true,
                () -> new KeptPage(
                        "application/json",
                        "",
                        ScheduleExport.json(programme.agenda(), programme.release(), installation.address(""))),
                request,
                response);
    }

    /** Addresses within a meeting that keep what the present address states. */
    static Links links(String slug, HttpServletRequest request) {
        return Links.of(slug, text(request, "tz"), text(request, "lang"));
    }

    private void serve(
            boolean sensible, Supplier<KeptPage> made, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var key = sensible ? pages.key(request) : java.util.Optional.<KeptPages.Key>empty();
        var kept = key.flatMap(pages::find);
        if (kept.isPresent()) {
            kept.get().send(request, response);
            return;
        }
        var page = made.get();
        key.ifPresent(k -> pages.keep(k, page));
        page.send(request, response);
    }

    private void notYet(String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var meeting = meetings.find(slug).orElseThrow(ProgrammeController::notFound);
        var name = meeting.name().text(reader.language());
        html(
                        "programme/notYet",
                        Map.of(
                                "page",
                                reader.page(reader.get("programme.title") + " · " + name),
                                "name",
                                Said.of(meeting.name(), reader.language()),
                                "dates",
                                Moments.days(reader.language(), meeting.firstDay(), meeting.lastDay()),
                                "links",
                                links(slug, request)))
                .send(request, response);
    }

    private KeptPage html(String template, Map<String, Object> values) {
        return new KeptPage(KeptPage.HTML, "", templates.render(template, values));
    }

    /** The reader as far as the page depends on her: what else stands in her address must not come into a kept page. */
    private static PageReader canonical(PageReader reader, HttpServletRequest request) {
        return reader.as(reader.language(), reader.zone(), request.getRequestURI(), KeptPages.query(request));
    }

    private Programme find(String slug) {
        return programmes.latest(slug).orElseThrow(ProgrammeController::notFound);
    }

    private static SessionPart find(Programme programme, String code) {
        return programme.session(code).orElseThrow(ProgrammeController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
