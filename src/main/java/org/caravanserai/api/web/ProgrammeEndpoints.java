package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.Publications;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.Programmes;
import org.caravanserai.programme.PublicMeetings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The published programme of a meeting. A list is read from one release to its end: the cursor names it, so that one
 * published in between neither repeats nor hides a row.
 */
@RestController
@RequestMapping("/api/v1/meetings/{meeting}")
class ProgrammeEndpoints {

    private final Programmes programmes;
    private final PublicMeetings meetings;
    private final Publications publications;

    ProgrammeEndpoints(Programmes programmes, PublicMeetings meetings, Publications publications) {
        this.programmes = programmes;
        this.meetings = meetings;
        this.publications = publications;
    }

    @GetMapping("/sessions")
    @Endpoint(
            summary = "The sessions of the programme, by their start",
            published = true,
            answers = ProgrammeData.Session.class,
            paged = true)
    ResponseEntity<byte[]> sessions(
            @PathVariable String meeting,
            @Says("The number of a release; the latest unless it is said") @RequestParam(defaultValue = "")
                    String release,
            Paging paging,
            HttpServletRequest request) {
        return list(
                programme(meeting, release),
                "sessions",
                programme -> programme.agenda().sessions().stream()
                        .sorted(Comparator.comparing(SessionPart::start).thenComparing(SessionPart::code))
                        .toList(),
                SessionPart::code,
                ProgrammeData.Session::of,
                paging,
                request);
    }

    @GetMapping("/sessions/{code}")
    @Endpoint(summary = "A session of the latest release", published = true, answers = ProgrammeData.Session.class)
    ResponseEntity<byte[]> session(
            @PathVariable String meeting, @PathVariable String code, HttpServletRequest request) {
        var programme = programme(meeting, "");
        return Answers.published(
                ProgrammeData.Session.of(programme, programme.session(code).orElseThrow(ApiProblem::notFound)),
                request);
    }

    @GetMapping("/people")
    @Endpoint(
            summary = "The people of the programme, by their ids",
            published = true,
            answers = ProgrammeData.Person.class,
            paged = true)
    ResponseEntity<byte[]> people(@PathVariable String meeting, Paging paging, HttpServletRequest request) {
        return list(
                programme(meeting, ""),
                "people",
                programme -> programme.agenda().people().stream()
                        .sorted(Comparator.comparing(PersonPart::code))
                        .toList(),
                PersonPart::code,
                (programme, person) -> ProgrammeData.Person.of(person),
                paging,
                request);
    }

    @GetMapping("/people/{code}")
    @Endpoint(
            summary = "A person of the programme, and where she takes part",
            published = true,
            answers = ProgrammeData.PersonInProgramme.class)
    ResponseEntity<byte[]> person(@PathVariable String meeting, @PathVariable String code, HttpServletRequest request) {
        var programme = programme(meeting, "");
        return Answers.published(
                ProgrammeData.PersonInProgramme.of(
                        programme, programme.person(code).orElseThrow(ApiProblem::notFound)),
                request);
    }

    @GetMapping("/rooms")
    @Endpoint(
            summary = "The rooms of the programme, in their order",
            published = true,
            answers = ProgrammeData.Room.class,
            paged = true)
    ResponseEntity<byte[]> rooms(@PathVariable String meeting, Paging paging, HttpServletRequest request) {
        return list(
                programme(meeting, ""),
                "rooms",
                programme -> programme.agenda().rooms(),
                room -> room.key().toString(),
                (programme, room) -> ProgrammeData.Room.of(room),
                paging,
                request);
    }

    @GetMapping("/topics")
    @Endpoint(
            summary = "The topics of the programme, in their order",
            published = true,
            answers = ProgrammeData.Topic.class,
            paged = true)
    ResponseEntity<byte[]> topics(@PathVariable String meeting, Paging paging, HttpServletRequest request) {
        return list(
                programme(meeting, ""),
                "topics",
                programme -> programme.agenda().topics(),
                topic -> topic.topicKey(),
                (programme, topic) -> ProgrammeData.Topic.of(topic),
                paging,
                request);
    }

    @GetMapping("/releases")
    @Endpoint(
            summary = "The releases of the programme, the newest first",
            published = true,
            answers = ProgrammeData.Release.class,
            paged = true)
    ResponseEntity<byte[]> releases(@PathVariable String meeting, Paging paging, HttpServletRequest request) {
        var before =
                paging.after("releases", 1).map(keys -> number(keys.getFirst()).orElseThrow(Paging::wrong));
        var rows = summaries(meeting).stream()
                .filter(release -> before.isEmpty() || release.number() < before.get())
                .limit(paging.limit() + 1L)
                .toList();
        return Answers.published(
                paging.page(
                        "releases",
                        rows,
                        release -> List.of(Integer.toString(release.number())),
                        ProgrammeData.Release::of),
                request);
    }

    @GetMapping("/releases/{number}")
    @Endpoint(summary = "A release of the programme", published = true, answers = ProgrammeData.Release.class)
    ResponseEntity<byte[]> release(
            @PathVariable String meeting, @PathVariable String number, HttpServletRequest request) {
        return Answers.published(
                summaries(meeting).stream()
                        .filter(release -> number(number)
                                .filter(n -> n == release.number())
                                .isPresent())
                        .findFirst()
                        .map(ProgrammeData.Release::of)
                        .orElseThrow(ApiProblem::notFound),
                request);
    }

    private List<ReleaseSummary> summaries(String meeting) {
        return publications.releases(
                meetings.find(meeting).orElseThrow(ApiProblem::notFound).meeting());
    }

    private Programme programme(String meeting, String release) {
        var latest = programmes.latest(meeting).orElseThrow(ApiProblem::notFound);
        return release.isEmpty()
                ? latest
                : number(release)
                        .map(number ->
                                programmes.release(latest.meetingId(), number).orElseThrow(ApiProblem::notFound))
                        .orElseThrow(() -> ApiProblem.parameter("release", "api.parameter.wrong"));
    }

    /** How a row of a programme is told. */
    private interface Told<R, T> {
        T of(Programme programme, R row);
    }

    private <R, T> ResponseEntity<byte[]> list(
            Programme asked,
            String name,
            Function<Programme, List<R>> all,
            Function<R, String> key,
            Told<R, T> told,
            Paging paging,
            HttpServletRequest request) {
        var after = paging.after(name, 2);
        var programme = after.flatMap(keys -> number(keys.getFirst()))
                .map(number -> programmes.release(asked.meetingId(), number).orElseThrow(Paging::wrong))
                .orElse(asked);
        var rows = new ArrayList<>(all.apply(programme));
        if (after.isPresent()) {
            var last = rows.stream().map(key).toList().indexOf(after.get().getLast());
            if (last < 0) {
                throw Paging.wrong();
            }
            rows.subList(0, last + 1).clear();
        }
        return Answers.published(
                paging.page(
                        name,
                        rows,
                        row -> List.of(Integer.toString(programme.release()), key.apply(row)),
                        row -> told.of(programme, row)),
                request);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
