package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.api.Scope;
import org.caravanserai.programme.Favourites;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.Programmes;
import org.caravanserai.text.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The sessions that the token's person has starred. A star is set or taken back whatever else happens at the same time, so
 * nothing can be overwritten and no tag is asked for.
 */
@RestController
@RequestMapping("/api/v1/meetings/{meeting}/favourites")
class FavouritesEndpoints {

    private final Favourites favourites;
    private final Programmes programmes;

    FavouritesEndpoints(Favourites favourites, Programmes programmes) {
        this.favourites = favourites;
        this.programmes = programmes;
    }

    /** The starred sessions. */
    record Starred(@Says("Ids of the sessions, by start") List<String> sessions) {}

    @GetMapping
    @Endpoint(summary = "Your starred sessions", needs = Scope.FAVOURITES_READ, answers = Starred.class)
    ResponseEntity<byte[]> favourites(@PathVariable String meeting, HttpServletRequest request) {
        var programme = programme(meeting);
        return Answers.own(new Starred(List.copyOf(favourites.mine(programme.meetingId()))), request);
    }

    @PutMapping("/{code}")
    @Endpoint(
            summary = "Stars a session",
            description = "Starring one that is starred already does nothing.",
            needs = Scope.FAVOURITES_WRITE,
            answers = Void.class)
    ResponseEntity<byte[]> star(@PathVariable String meeting, @PathVariable String code) {
        var programme = programme(meeting);
        var session = session(programme, code);
        unlessTooOften(() -> favourites.star(programme.meetingId(), List.of(session.code())));
        return Answers.done();
    }

    @DeleteMapping("/{code}")
    @Endpoint(
            summary = "Takes a star back",
            description = "Taking back one that is not there does nothing.",
            needs = Scope.FAVOURITES_WRITE,
            answers = Void.class)
    ResponseEntity<byte[]> unstar(@PathVariable String meeting, @PathVariable String code) {
        var programme = programme(meeting);
        var session = session(programme, code);
        unlessTooOften(() -> favourites.unstar(programme.meetingId(), session.code()));
        return Answers.done();
    }

    private Programme programme(String meeting) {
        return programmes.latest(meeting).orElseThrow(ApiProblem::notFound);
    }

    private static SessionPart session(Programme programme, String code) {
        return programme.session(code).orElseThrow(ApiProblem::notFound);
    }

    private static void unlessTooOften(Runnable change) {
        try {
            change.run();
        } catch (Refusal often) {
            throw new ApiProblem(ProblemKind.OFTEN, often.problems().toArray(Refusal.Problem[]::new))
                    .header("Retry-After", "60");
        }
    }
}
