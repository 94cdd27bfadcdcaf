package org.caravanserai.gathering.web;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollAnswering;
import org.caravanserai.gathering.poll.PollContent;
import org.caravanserai.gathering.poll.PollSheet;
import org.caravanserai.platform.PublicAddresses;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.caravanserai.text.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Where the personal link to a poll leads: read it and answer it, without an account. Looking changes nothing. */
@Controller
class PollController {

    private static final String ANSWER = "answer-";
    private static final Pattern KEY = Pattern.compile(ANSWER + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PollAnswering answering;
    private final PageTemplates templates;

    PollController(PollAnswering answering, PageTemplates templates) {
        this.answering = answering;
        this.templates = templates;
    }

    @Configuration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        PublicAddresses pollAddresses() {
            return PublicAddresses.of("/poll/*");
        }
    }

    @GetMapping("/poll/{secret}")
    ResponseEntity<byte[]> look(
            @PathVariable String secret, @RequestParam(defaultValue = "") String saved, PageReader reader) {
        var done = saved.isEmpty() ? "" : reader.get("poll.page.saved");
        return answering
                .look(secret)
                .map(sheet -> page(
                        sheet,
                        secret,
                        zone(sheet, reader, ""),
                        new PollPages.Typed(own(sheet), sheet.note(), false, done, List.of()),
                        HttpStatus.OK,
                        reader))
                .orElseGet(() -> unknown(reader));
    }

    /** Keeps the answers, or, where only another zone was asked for, shows what was typed on other clocks. */
    @PostMapping("/poll/{secret}")
    ResponseEntity<byte[]> answer(
            @PathVariable String secret, @RequestParam Map<String, String> fields, PageReader reader) {
        var asked = answering.look(secret);
        if (asked.isEmpty()) {
            return unknown(reader);
        }
        var sheet = asked.get();
        var choices = choices(fields);
        var note = fields.getOrDefault("note", "");
        var zone = zone(sheet, reader, fields.getOrDefault("zone", ""));
        if (fields.getOrDefault("do", "").equals("zone")) {
            return page(
                    sheet,
                    secret,
                    zone,
                    new PollPages.Typed(choices, note, true, "", List.of()),
                    HttpStatus.OK,
                    reader);
        }
        try {
            answering.answer(secret, choices, note);
            return headers(ResponseEntity.status(HttpStatus.SEE_OTHER))
                    .header("Location", address(secret, zone) + (zone.isPresent() ? "&" : "?") + "saved=1")
                    .build();
        } catch (Refusal refusal) {
            var problems = refusal.problems().stream().map(reader::get).toList();
            // What stands there now may have been closed meanwhile.
            var now = answering.look(secret).orElse(sheet);
            return page(
                    now,
                    secret,
                    zone,
                    new PollPages.Typed(choices, note, true, "", problems),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    reader);
        }
    }

    private ResponseEntity<byte[]> page(
            PollSheet sheet,
            String secret,
            Optional<ZoneId> zone,
            PollPages.Typed typed,
            HttpStatus status,
            PageReader reader) {
        var shown = new PollPages(sheet, reader, zone).page(address(secret, zone), typed);
        return answer(status, "gathering/poll", Map.of("page", reader.page(sheet.title()), "poll", shown));
    }

    private ResponseEntity<byte[]> unknown(PageReader reader) {
        return answer(
                HttpStatus.NOT_FOUND, "gathering/pollGone", Map.of("page", reader.page(reader.get("poll.page.gone"))));
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, String template, Map<String, Object> values) {
        return headers(ResponseEntity.status(status))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(templates.render(template, values));
    }

    /** The address is a secret: it is kept by nobody, found by nobody, and told to nobody to whom a link here leads. */
    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer) {
        return answer.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow");
    }

    /** The zone that was chosen, or that the address or a cookie states, or the profile tells. */
    private static Optional<ZoneId> zone(PollSheet sheet, PageReader reader, String chosen) {
        var stated = reader.zone().or(sheet::ownZone);
        return chosen.isEmpty() ? stated : Optional.of(PollContent.zoneOr(chosen, stated.orElse(sheet.zone())));
    }

    private static Map<UUID, Choice> own(PollSheet sheet) {
        var own = new HashMap<UUID, Choice>();
        sheet.lines().forEach(line -> line.own().ifPresent(choice -> own.put(line.key(), choice)));
        return own;
    }

    /** What the fields say; one that says nothing that can be said is as if it were not there. */
    private static Map<UUID, Choice> choices(Map<String, String> fields) {
        var choices = new HashMap<UUID, Choice>();
        for (var choice : Choice.values()) {
            fields.forEach((name, value) -> {
                if (KEY.matcher(name).matches() && value.equals(choice.name())) {
                    choices.put(UUID.fromString(name.substring(ANSWER.length())), choice);
                }
            });
        }
        return choices;
    }

    private static String address(String secret, Optional<ZoneId> zone) {
        return "/poll/"
                + UriUtils.encodePathSegment(secret, StandardCharsets.UTF_8)
                + zone.map(z -> "?tz=" + UriUtils.encodeQueryParam(z.getId(), StandardCharsets.UTF_8))
                        .orElse("");
    }
}
