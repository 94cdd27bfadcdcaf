package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.people.Access;
import org.caravanserai.programme.Favourites;
import org.caravanserai.programme.PersonalProgramme;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.StarsCalendars;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A reader's own programme. With an account its stars are kept with it; without one they are kept on the reader's device,
 * which states them in the address. Nothing here is kept by anybody on the way.
 */
@Controller
class StarsController {

    private static final int MOST = 300;
    private static final String MADE = "stars-calendar";

    private final PageServing serving;
    private final Favourites favourites;
    private final StarsCalendars calendars;
    private final Access access;

    StarsController(PageServing serving, Favourites favourites, StarsCalendars calendars, Access access) {
        this.serving = serving;
        this.favourites = favourites;
        this.calendars = calendars;
        this.access = access;
    }

    /** The stars of the reader's account, for the script that lays them over public pages. */
    record Stars(boolean signedIn, Collection<String> codes, String csrfName, String csrfToken) {}

    @GetMapping("/m/{slug}/stars")
    ResponseEntity<Stars> stars(@PathVariable String slug, PageReader reader) {
        var programme = serving.programme(slug);
        var stars = access.me().isEmpty()
                ? new Stars(false, Set.of(), "", "")
                : new Stars(true, favourites.mine(programme.meetingId()), reader.csrfName(), reader.csrfToken());
        return ResponseEntity.ok().header("Cache-Control", "private, no-store").body(stars);
    }

    @PostMapping("/m/{slug}/stars")
    ResponseEntity<Void> change(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") List<String> code,
            @RequestParam(defaultValue = "true") boolean keep,
            HttpServletRequest request) {
        var programme = serving.programme(slug);
        var mine = PageServing.links(slug, request).mine();
        if (access.me().isEmpty()) {
            return seeOther("/sign-in?to=" + Links.encode(mine));
        }
        try {
            if (keep) {
                favourites.star(programme.meetingId(), code.stream().limit(MOST).toList());
            } else {
                code.stream().limit(MOST).forEach(c -> favourites.unstar(programme.meetingId(), c));
            }
        } catch (Refusal often) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, "", often);
        }
        return seeOther(mine);
    }

    @GetMapping("/m/{slug}/mine")
    ResponseEntity<byte[]> mine(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(defaultValue = "") String star,
            PageReader reader,
            HttpServletRequest request) {
        var programme = serving.programme(slug);
        var signedIn = access.me().isPresent();
        var codes = signedIn
                ? favourites.mine(programme.meetingId())
                : Arrays.stream(stars.split(",", -1)).limit(MOST).toList();
        var shown = MinePage.of(
                programme,
                PersonalProgramme.of(programme, codes),
                signedIn,
                stars,
                offered(programme, star, codes),
                signedIn ? List.of(subscribing(programme, reader, request)) : List.of(),
                reader,
                PageServing.links(slug, request));
        return serving.own("programme/mine", Map.of("page", reader.page(reader.get("programme.mine")), "mine", shown));
    }

    /** Makes or takes back the address of the reader's calendar; a new one is shown once, on the page that follows. */
    @PostMapping("/m/{slug}/mine")
    ResponseEntity<Void> calendar(
            @PathVariable String slug,
            @RequestParam(defaultValue = "true") boolean keep,
            HttpServletRequest request,
            HttpServletResponse response) {
        var programme = serving.programme(slug);
        var mine = PageServing.links(slug, request).mine();
        if (access.me().isEmpty()) {
            return seeOther("/sign-in?to=" + Links.encode(mine));
        }
        if (!keep) {
            calendars.revoke(programme.meetingId());
            return seeOther(mine);
        }
        try {
            RequestContextUtils.getOutputFlashMap(request)
                    .put(MADE, calendars.make(programme.meetingId()).value());
        } catch (Refusal often) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, "", often);
        }
        RequestContextUtils.saveOutputFlashMap(mine, request, response);
        return seeOther(mine);
    }

    private MinePage.Subscribing subscribing(Programme programme, PageReader reader, HttpServletRequest request) {
        var made = RequestContextUtils.getInputFlashMap(request);
        return new MinePage.Subscribing(
                calendars.exists(programme.meetingId()),
                made != null && made.get(MADE) instanceof String secret
                        ? List.of(serving.feed("/m/" + programme.meeting().slug() + "/mine/" + secret, reader))
                        : List.of());
    }

    private static List<SessionPart> offered(Programme programme, String star, Collection<String> already) {
        return programme.session(star).filter(s -> !already.contains(s.code())).stream()
                .toList();
    }

    private static ResponseEntity<Void> seeOther(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
