package org.caravanserai.gathering.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentLinks;
import org.caravanserai.gathering.AppointmentPage;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.platform.PublicAddresses;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.caravanserai.text.Moments;
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

/** Where a personal link to an appointment leads: see it, answer it, name another time, or be left alone. */
@Controller
class AppointmentLinkController {

    private final AppointmentLinks links;
    private final PageTemplates templates;

    AppointmentLinkController(AppointmentLinks links, PageTemplates templates) {
        this.links = links;
        this.templates = templates;
    }

    @Configuration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        PublicAddresses appointmentAddresses() {
            return PublicAddresses.of("/appointments/*");
        }
    }

    @GetMapping("/appointments/{secret}")
    ResponseEntity<byte[]> look(@PathVariable String secret, PageReader reader) {
        return page(secret, "", "", "", HttpStatus.OK, reader);
    }

    @PostMapping("/appointments/{secret}")
    ResponseEntity<byte[]> answer(
            @PathVariable String secret,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String start,
            PageReader reader) {
        try {
            switch (answer) {
                case "yes" -> links.answer(secret, Answer.YES, comment);
                case "tentative" -> links.answer(secret, Answer.TENTATIVE, comment);
                case "no" -> links.answer(secret, Answer.NO, comment);
                case "other" -> links.counter(secret, wish(secret, start), comment);
                case "stop" -> {
                    links.leaveAlone(secret);
                    return html(AppointmentPage.closed(reader.get("appointment.link.alone")), HttpStatus.OK, reader);
                }
                default -> {
                    return page(secret, comment, start, "", HttpStatus.UNPROCESSABLE_CONTENT, reader);
                }
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", address(secret))
                    .build();
        } catch (Refusal refusal) {
            var problem = refusal.problems().stream().map(reader::get).collect(Collectors.joining(" "));
            return page(secret, comment, start, problem, HttpStatus.UNPROCESSABLE_CONTENT, reader);
        }
    }

    private AppointmentTime wish(String secret, String start) {
        var now = links.look(secret)
                .orElseThrow(() -> Refusal.of("appointment.link.unknown"))
                .time();
        try {
            var wanted = LocalDateTime.parse(start).truncatedTo(ChronoUnit.MINUTES);
            return new AppointmentTime(wanted.atZone(now.zone()).toInstant(), now.length(), now.zone());
        } catch (DateTimeException e) {
            throw Refusal.at("start", "appointment.start.required");
        }
    }

    private ResponseEntity<byte[]> page(
            String secret, String comment, String start, String problem, HttpStatus status, PageReader reader) {
        return links.look(secret)
                .map(seen -> html(shown(seen, secret, comment, start, problem, reader), status, reader))
                .orElseGet(() -> html(
                        AppointmentPage.closed(reader.get("appointment.link.unknown")), HttpStatus.NOT_FOUND, reader));
    }

    private static AppointmentPage shown(
            AppointmentLinks.Seen seen,
            String secret,
            String comment,
            String start,
            String problem,
            PageReader reader) {
        var time = seen.time();
        var city = Moments.city(reader.language(), time.zone());
        var when = Moments.onBoth(
                        reader.language(),
                        time.start(),
                        time.zone(),
                        city,
                        reader.zone().orElse(time.zone()))
                + " · "
                + length(time.length(), reader);
        return new AppointmentPage(
                reader.get("appointment.link.sentence", reader.name(seen.organiser())),
                seen.title(),
                seen.purpose(),
                when,
                reader.text(seen.place()),
                reader.get("appointment.state." + seen.state().name()),
                reader.get("appointment.answer." + seen.answer().name()),
                comment.isEmpty() ? seen.comment() : comment,
                start.isEmpty()
                        ? seen.counter().orElse(time).local().toLocalDateTime().toString()
                        : start,
                reader.get("appointment.counter.start", city),
                problem,
                address(secret),
                seen.state().isOpen());
    }

    private static String length(Duration length, PageReader reader) {
        return reader.get("appointment.length.minutes", length.toMinutes());
    }

    private ResponseEntity<byte[]> html(AppointmentPage shown, HttpStatus status, PageReader reader) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                // The address is a secret: it must not travel to where a link on the page leads.
                .header("Referrer-Policy", "no-referrer")
                .body(templates.render(
                        "gathering/appointment",
                        Map.of("page", reader.page(reader.get("appointment.link.title")), "appointment", shown)));
    }

    private static String address(String secret) {
        return "/appointments/" + UriUtils.encodePathSegment(secret, StandardCharsets.UTF_8);
    }
}
