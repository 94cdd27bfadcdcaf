package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Programmes;
import org.caravanserai.programme.PublicMeetings;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The list of meetings, and each meeting's own page. They change with calls and clocks, so they are made anew each time. */
@Controller
class MeetingsController {

    private final PublicMeetings meetings;
    private final Programmes programmes;
    private final PageServing serving;
    private final PeopleProperties installation;

    MeetingsController(
            PublicMeetings meetings, Programmes programmes, PageServing serving, PeopleProperties installation) {
        this.meetings = meetings;
        this.programmes = programmes;
        this.serving = serving;
        this.installation = installation;
    }

    @GetMapping("/")
    void meetings(PageReader reader, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var lines = meetings.open().stream().map(m -> line(m, reader, request)).toList();
        send(
                "programme/meetings",
                Map.of(
                        "page",
                        reader.page(reader.get("programme.meetings.title"))
                                .describedBy(reader.get("programme.meetings.lead")),
                        "address",
                        serving.address("/", request),
                        "lines",
                        lines),
                request,
                response);
    }

    @GetMapping("/m/{slug}")
    void meeting(@PathVariable String slug, PageReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var meeting = meetings.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var shown = MeetingPage.of(meeting, programmes.latest(slug), reader, PageServing.links(slug, request));
        send(
                "programme/meeting",
                Map.of(
                        "page",
                        reader.page(shown.name().text()).describedBy(shown.dates()),
                        "meeting",
                        shown,
                        "address",
                        serving.address("/m/" + slug, request),
                        "embed",
                        shown.sessions() > 0 ? serving.embedding("/m/" + slug) : "",
                        "schema",
                        EventSchema.meeting(meeting, reader.language(), installation::address)),
                request,
                response);
    }

    private void send(
            String template, Map<String, Object> values, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        serving.html(template, values).send(request, response);
    }

    private static MeetingLine line(PublicMeetings.Line meeting, PageReader reader, HttpServletRequest request) {
        var times = new PageTimes(reader.language(), meeting.zone(), meeting.city(), reader.zone());
        return new MeetingLine(
                Said.of(meeting.name(), reader.language()),
                Moments.days(reader.language(), meeting.firstDay(), meeting.lastDay()) + " · "
                        + meeting.city().text(reader.language()),
                meeting.callCloses() == null ? null : times.between(meeting.callCloses(), meeting.callCloses(), null),
                meeting.published(),
                PageServing.links(meeting.slug(), request));
    }
}
