package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.caravanserai.people.Access;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.programme.Badges;
import org.caravanserai.shell.PageReader;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Badges for the desk to print. */
@Controller
class BadgesController {

    private final PageServing serving;
    private final Badges badges;
    private final Access access;
    private final PeopleProperties installation;

    BadgesController(PageServing serving, Badges badges, Access access, PeopleProperties installation) {
        this.serving = serving;
        this.badges = badges;
        this.access = access;
        this.installation = installation;
    }

    /** For organisers and the desk; for others it is not there. */
    @GetMapping("/m/{slug}/badges")
    ResponseEntity<byte[]> sheets(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String part,
            PageReader reader,
            HttpServletRequest request) {
        var programme = serving.programme(slug);
        if (!access.in(programme.meetingId().value(), "ORGANISER", "DESK")) {
            throw PageServing.notFound();
        }
        var shown = BadgesPage.of(
                programme,
                badges.of(programme.meetingId(), q.strip()),
                q.strip(),
                number(part),
                reader,
                installation::address,
                PageServing.links(slug, request));
        return serving.own(
                "programme/badges", Map.of("page", reader.page(reader.get("programme.badge.title")), "shown", shown));
    }

    /** The part asked for; the first if that is no number. */
    private static int number(String part) {
        return part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0;
    }
}
