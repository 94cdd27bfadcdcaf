package org.caravanserai.mail.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.caravanserai.mail.MailStopping;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.caravanserai.text.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the link in a mail leads by which it is stopped. Looking changes nothing, since mail programs look at links before
 * people do; a mail program's own button posts {@code List-Unsubscribe=One-Click} (RFC 8058), the page's button the same.
 */
@Controller
class StopMailController {

    static final String ADDRESS = "/notices/stop/";

    private final MailStopping stopping;
    private final PageTemplates templates;

    StopMailController(MailStopping stopping, PageTemplates templates) {
        this.stopping = stopping;
        this.templates = templates;
    }

    @GetMapping(ADDRESS + "{link}")
    ResponseEntity<byte[]> look(@PathVariable String link, PageReader reader) {
        return page(link, reader, () -> stopping.look(link));
    }

    @PostMapping(ADDRESS + "{link}")
    ResponseEntity<byte[]> stop(
            @PathVariable String link, @RequestParam(defaultValue = "false") boolean again, PageReader reader) {
        return page(link, reader, () -> again ? stopping.resume(link) : stopping.stop(link));
    }

    private ResponseEntity<byte[]> page(String link, PageReader reader, Supplier<MailStopping.Stoppable> done) {
        try {
            var now = done.get();
            var label = reader.get(now.label());
            var sentence =
                    now.isStopped() ? reader.get("notice.stop.done", label) : reader.get("notice.stop.question", label);
            return answer(
                    HttpStatus.OK,
                    reader,
                    new StopMailPage(
                            sentence,
                            now.isStopped() && now.hasAccount() ? reader.get("notice.stop.here") : "",
                            ADDRESS + link + "?lang=" + reader.language().tag(),
                            now.isStopped() && now.digest() ? "" : now.isStopped() ? "again" : "stop",
                            now.hasAccount() ? "/app/notices/settings" : ""));
        } catch (Refusal unknown) {
            return answer(
                    HttpStatus.NOT_FOUND, reader, new StopMailPage(reader.get("notice.stop.unknown"), "", "", "", ""));
        }
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, PageReader reader, StopMailPage shown) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                // The address is a secret: it must not travel to where a link on the page leads.
                .header("Referrer-Policy", "no-referrer")
                .body(templates.render(
                        "mail/stop", Map.of("page", reader.page(reader.get("notice.stop.title")), "shown", shown)));
    }
}
