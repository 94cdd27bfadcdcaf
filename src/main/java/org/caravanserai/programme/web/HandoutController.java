package org.caravanserai.programme.web;

import java.time.Clock;
import java.util.UUID;
import org.caravanserai.programme.HandoutSharing;
import org.caravanserai.programme.PublicHandouts;
import org.caravanserai.shell.Attachment;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Sends slides and papers: to everyone what is public, and to its speaker and to organisers what is not. */
@Controller
class HandoutController {

    private final PageServing serving;
    private final PublicHandouts handouts;
    private final HandoutSharing sharing;
    private final Clock clock;

    HandoutController(PageServing serving, PublicHandouts handouts, HandoutSharing sharing, Clock clock) {
        this.serving = serving;
        this.handouts = handouts;
        this.sharing = sharing;
        this.clock = clock;
    }

    /** A file never changes under its address, but it may be taken down: whoever keeps it asks each time. */
    @GetMapping("/m/{slug}/sessions/{code:[0-9A-Za-z]+}/files/{file}")
    ResponseEntity<Resource> ofSession(
            @PathVariable String slug, @PathVariable String code, @PathVariable UUID file, WebRequest request) {
        var programme = serving.programme(slug);
        var session = programme.session(code).orElseThrow(PageServing::notFound);
        var found = handouts.of(programme.meetingId(), session, clock.instant()).stream()
                .filter(h -> h.key().equals(file))
                .findFirst()
                .orElseThrow(PageServing::notFound);
        var tag = "\"" + file + "\"";
        if (tag.equals(request.getHeader("If-None-Match"))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .header("Cache-Control", "public, no-cache")
                    .build();
        }
        return new Attachment(found.name(), found.mediaType(), found.size()).toAll(tag, handouts.bytes(found));
    }

    /** What a person may not have is, for her, not there. */
    @GetMapping("/proposals/handouts/{file}")
    ResponseEntity<Resource> ofProposal(@PathVariable UUID file) {
        try {
            var found = sharing.download(file);
            return new Attachment(found.name(), found.mediaType(), found.size()).toOne(sharing.bytes(file));
        } catch (AccessDeniedException e) {
            return ResponseEntity.notFound().build();
        }
    }
}
