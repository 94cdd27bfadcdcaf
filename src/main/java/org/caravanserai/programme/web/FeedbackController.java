package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.people.Access;
import org.caravanserai.programme.Favourites;
import org.caravanserai.programme.Feedback;
import org.caravanserai.programme.FeedbackAccess;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people thought of sessions: where they say it, and where those whom it concerns read it. */
@Controller
class FeedbackController {

    private final PageServing serving;
    private final Feedback feedback;
    private final Favourites favourites;
    private final FeedbackAccess reading;
    private final Access access;
    private final Clock clock;

    FeedbackController(
            PageServing serving,
            Feedback feedback,
            Favourites favourites,
            FeedbackAccess reading,
            Access access,
            Clock clock) {
        this.serving = serving;
        this.feedback = feedback;
        this.favourites = favourites;
        this.reading = reading;
        this.access = access;
        this.clock = clock;
    }

    /** What a reader has typed, and what stands against it. */
    private record Typed(int rating, String words, List<String> problems, boolean done) {}

    @GetMapping("/m/{slug}/sessions/{code:[0-9A-Za-z]+}/feedback")
    ResponseEntity<byte[]> look(
            @PathVariable String slug,
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean done,
            PageReader reader,
            HttpServletRequest request) {
        var programme = serving.programme(slug);
        var session = programme.session(code).orElseThrow(PageServing::notFound);
        var before = access.me().isEmpty()
                ? new Typed(0, "", List.of(), false)
                : feedback.mine(programme.meetingId(), session.code())
                        .map(a -> new Typed(a.rating(), a.words(), List.of(), done))
                        .orElse(new Typed(0, "", List.of(), false));
        return page(programme, session, before, reader, request, HttpStatus.OK);
    }

    @PostMapping("/m/{slug}/sessions/{code:[0-9A-Za-z]+}/feedback")
    ResponseEntity<byte[]> give(
            @PathVariable String slug,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int rating,
            @RequestParam(defaultValue = "") String words,
            PageReader reader,
            HttpServletRequest request) {
        var programme = serving.programme(slug);
        var session = programme.session(code).orElseThrow(PageServing::notFound);
        var links = PageServing.links(slug, request);
        if (access.me().isEmpty()) {
            return seeOther("/sign-in?to=" + Links.encode(links.feedback(session.code(), "")));
        }
        try {
            feedback.give(programme.meetingId(), session.code(), rating, words);
            return seeOther(links.feedback(session.code(), "done=true"));
        } catch (Refusal refusal) {
            var problems = refusal.problems().stream().map(reader::get).toList();
            return page(
                    programme,
                    session,
                    new Typed(rating, words, problems, false),
                    reader,
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/m/{slug}/feedback")
    ResponseEntity<byte[]> overview(@PathVariable String slug, PageReader reader, HttpServletRequest request) {
        var programme = serving.programme(slug);
        if (!access.organiser(programme.meetingId().value())) {
            throw PageServing.notFound();
        }
        var links = PageServing.links(slug, request);
        var stars = favourites.interest(programme.meetingId());
        var ratings = feedback.summary(programme.meetingId());
        var number = NumberFormat.getInstance(reader.language().locale());
        number.setMinimumFractionDigits(1);
        number.setMaximumFractionDigits(1);
        var rows = programme.find(ProgrammeFilter.NONE).stream()
                .filter(s -> !programme.isBreak(s))
                .map(s -> {
                    var rated = ratings.get(s.key());
                    return new FeedbackPage.Row(
                            Said.of(s.title(), reader.language()),
                            links.feedback(s.code(), ""),
                            stars.getOrDefault(s.key(), 0),
                            rated == null ? 0 : rated.count(),
                            rated == null ? null : number.format(rated.mean()));
                })
                .toList();
        return serving.own(
                "programme/interest",
                Map.of(
                        "page",
                        reader.page(reader.get("programme.interest")),
                        "shown",
                        new FeedbackPage.Overview(
                                Said.of(programme.meeting().name(), reader.language()), rows, links)));
    }

    private ResponseEntity<byte[]> page(
            Programme programme,
            SessionPart session,
            Typed typed,
            PageReader reader,
            HttpServletRequest request,
            HttpStatus status) {
        var language = reader.language();
        var links = PageServing.links(programme.meeting().slug(), request);
        var times = PageTimes.of(programme.meeting(), language, reader.zone());
        var readable = reading.mayRead(programme.meetingId(), session.code());
        var state = session.cancelled() || clock.instant().isBefore(session.start())
                ? FeedbackPage.State.EARLY
                : access.me().isEmpty() ? FeedbackPage.State.SIGN_IN : FeedbackPage.State.OPEN;
        var answers = readable
                ? feedback.about(programme.meetingId(), session.code()).stream()
                        .map(a -> new FeedbackPage.Line(
                                a.rating(),
                                a.words(),
                                Moments.full(language, a.givenAt(), programme.zone(), times.city())))
                        .toList()
                : List.<FeedbackPage.Line>of();
        var action = links.feedback(session.code(), "");
        var shown = new FeedbackPage(
                Said.of(programme.meeting().name(), language),
                Said.of(session.title(), language),
                links.session(session.code()),
                state,
                times.between(session.start(), session.end(), null),
                typed.problems(),
                typed.rating(),
                typed.words(),
                typed.done(),
                readable,
                answers,
                "/sign-in?to=" + Links.encode(action),
                action,
                links);
        var page = serving.own(
                "programme/feedback", Map.of("page", reader.page(reader.get("programme.feedback")), "shown", shown));
        return ResponseEntity.status(status).headers(page.getHeaders()).body(page.getBody());
    }

    private static ResponseEntity<byte[]> seeOther(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
