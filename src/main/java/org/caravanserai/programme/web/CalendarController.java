package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.exchange.AsciiNames;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeCalendar;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.programme.StarsCalendars;
import org.caravanserai.shell.PageReader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Calendars to which applications subscribe: of a meeting, a session, a topic, a person, and of what somebody has starred.
 * As long as nothing changes they are the same bytes, so that an application that has them is sent none.
 */
@Controller
class CalendarController {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";

    private final PageServing serving;
    private final StarsCalendars stars;
    private final PeopleProperties installation;

    CalendarController(PageServing serving, StarsCalendars stars, PeopleProperties installation) {
        this.serving = serving;
        this.stars = stars;
        this.installation = installation;
    }

    @GetMapping("/m/{slug}/programme.ics")
    void programme(
            @PathVariable String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        serving.serve(() -> calendar(programme, "", "", programme.agenda().sessions(), reader), request, response);
    }

    @GetMapping("/m/{slug}/sessions/{code:[0-9A-Za-z]+}.ics")
    void session(
            @PathVariable String slug,
            @PathVariable String code,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var session = programme.session(code).orElseThrow(PageServing::notFound);
        serving.serve(() -> calendar(programme, session.code(), "", List.of(session), reader), request, response);
    }

    @GetMapping("/m/{slug}/topics/{topic}.ics")
    void topic(
            @PathVariable String slug,
            @PathVariable String topic,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        if (!programme.values(Facet.TOPIC).contains(topic)) {
            throw PageServing.notFound();
        }
        serving.serve(
                () -> calendar(
                        programme,
                        AsciiNames.slug(topic, "topic"),
                        Named.value(programme, Facet.TOPIC, topic, reader).text(),
                        programme.find(ProgrammeFilter.NONE.with(Facet.TOPIC, topic)),
                        reader),
                request,
                response);
    }

    @GetMapping("/m/{slug}/people/{code:[0-9A-Za-z]+}.ics")
    void person(
            @PathVariable String slug,
            @PathVariable String code,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var person = programme.person(code).orElseThrow(PageServing::notFound);
        serving.serve(
                () -> calendar(
                        programme, person.code(), reader.name(person.name()), programme.sessionsOf(person), reader),
                request,
                response);
    }

    @GetMapping("/m/{slug}/mine/{secret}.ics")
    void mine(
            @PathVariable String slug,
            @PathVariable String secret,
            PageReader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var sessions =
                stars.starred(programme.meetingId(), new OneTimeSecret(secret)).orElseThrow(PageServing::notFound);
        calendar(programme, "mine", reader.get("programme.mine"), sessions, reader)
                .sendToOne(request, response);
    }

    private KeptPage calendar(
            Programme programme, String ofFile, String ofCalendar, List<SessionPart> sessions, PageReader reader) {
        var meeting = programme.meeting();
        var name = reader.text(meeting.name());
        return new KeptPage(
                CALENDAR,
                meeting.slug() + (ofFile.isEmpty() ? "" : "-" + ofFile) + ".ics",
                ProgrammeCalendar.write(
                        programme,
                        ofCalendar.isEmpty() ? name : name + " · " + ofCalendar,
                        sessions,
                        reader.language(),
                        installation.address("")));
    }
}
