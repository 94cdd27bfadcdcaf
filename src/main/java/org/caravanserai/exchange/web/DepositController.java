package org.caravanserai.exchange.web;

import java.nio.charset.StandardCharsets;
import org.caravanserai.exchange.deposit.AbstractsDeposit;
import org.caravanserai.exchange.deposit.DepositDetails;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.people.Access;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Sends organisers the metadata of their meeting's published abstracts, as Crossref takes it. */
@Controller
class DepositController {

    private final AbstractsDeposit deposits;
    private final MeetingDirectory meetings;
    private final Access access;

    DepositController(AbstractsDeposit deposits, MeetingDirectory meetings, Access access) {
        this.deposits = deposits;
        this.meetings = meetings;
        this.access = access;
    }

    /** What cannot be deposited is said line by line; to others than organisers there is nothing here. */
    @GetMapping("/meetings/{slug}/crossref.xml")
    ResponseEntity<byte[]> crossref(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String proceedings,
            @RequestParam(defaultValue = "") String publisher,
            @RequestParam(defaultValue = "") String isbn,
            @RequestParam(defaultValue = "") String depositor,
            @RequestParam(defaultValue = "") String email,
            PageReader reader) {
        var meeting = meetings.bySlug(slug)
                .filter(m -> access.organiser(m.id().value()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
        try {
            var details = new DepositDetails(prefix, proceedings, publisher, isbn, depositor, email);
            return answer(HttpStatus.OK)
                    .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                    .header("Content-Disposition", "attachment; filename=\"" + slug + "-crossref.xml\"")
                    .body(deposits.xml(meeting, details));
        } catch (Refusal refusal) {
            var lines = new StringBuilder();
            refusal.problems()
                    .forEach(p -> lines.append(p.field())
                            .append(p.field().isEmpty() ? "" : ": ")
                            .append(reader.get(p))
                            .append('\n'));
            return answer(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).header("Cache-Control", "private, no-store");
    }
}
