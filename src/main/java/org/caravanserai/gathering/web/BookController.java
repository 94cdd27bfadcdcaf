package org.caravanserai.gathering.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.caravanserai.gathering.booking.BookingDesk;
import org.caravanserai.gathering.booking.BookingState;
import org.caravanserai.gathering.booking.Slot;
import org.caravanserai.gathering.poll.PollContent;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.RemoteAddress;
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

/** Where a person's office hours are booked, and where a booking is looked at, confirmed and given up. Looking changes nothing. */
@Controller
class BookController {

    private static final String CODE = "{code:[0-9A-Z]+}";

    private final BookingDesk desk;
    private final RemoteAddress remote;
    private final PageTemplates templates;

    BookController(BookingDesk desk, RemoteAddress remote, PageTemplates templates) {
        this.desk = desk;
        this.remote = remote;
        this.templates = templates;
    }

    @Configuration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        PublicAddresses bookingAddresses() {
            return PublicAddresses.of("/book/*", "/book/mine/*");
        }
    }

    @GetMapping("/book/" + CODE)
    ResponseEntity<byte[]> look(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String slot,
            PageReader reader) {
        return desk.page(code)
                .map(shown -> {
                    var pages = new BookPages(shown, reader, "/book/" + code, zone(shown, reader, ""));
                    return parsed(slot, Instant::parse)
                            .map(start -> find(shown, start)
                                    .map(found -> page(pages.form(found, Map.of(), List.of()), HttpStatus.OK, reader))
                                    .orElseGet(() -> gone(pages, reader)))
                            .orElseGet(() -> page(
                                    pages.slots(parsed(from, LocalDate::parse), List.of()), HttpStatus.OK, reader));
                })
                .orElseGet(() -> said(HttpStatus.NOT_FOUND, "booking.page.none", reader));
    }

    @PostMapping("/book/" + CODE)
    ResponseEntity<byte[]> take(
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            PageReader reader,
            HttpServletRequest request) {
        var page = desk.page(code);
        if (page.isEmpty()) {
            return said(HttpStatus.NOT_FOUND, "booking.page.none", reader);
        }
        var shown = page.get();
        var zone = zone(shown, reader, fields.getOrDefault("tz", ""));
        var pages = new BookPages(shown, reader, "/book/" + code, zone);
        var start = parsed(fields.getOrDefault("slot", ""), Instant::parse);
        var from = parsed(fields.getOrDefault("from", ""), LocalDate::parse);
        if (start.isEmpty() || from.isPresent()) {
            var gone = parsed(fields.getOrDefault("gone", ""), Instant::parse);
            return page(
                    pages.choice(gone, from, fields),
                    from.isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                    reader);
        }
        var answers = new ArrayList<String>();
        for (int i = 0; i < shown.questions().size(); i++) {
            answers.add(fields.getOrDefault("answer" + i, ""));
        }
        try {
            var asked = new BookingDesk.Asked(
                    start.get(),
                    fields.getOrDefault("name", ""),
                    fields.getOrDefault("email", ""),
                    reader.language(),
                    zone.orElse(shown.zone()),
                    answers);
            return desk.take(code, asked, remote.of(request))
                    .map(BookController::toBooking)
                    .orElseGet(() -> said(HttpStatus.OK, "booking.page.sent", reader));
        } catch (Refusal refusal) {
            return desk.page(code)
                    .map(now -> {
                        var renewed = new BookPages(now, reader, "/book/" + code, zone);
                        return page(
                                find(now, start.get())
                                        .map(slot -> renewed.form(slot, fields, refusal.problems()))
                                        .orElseGet(() -> renewed.choice(start, Optional.empty(), fields)),
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                reader);
                    })
                    .orElseGet(() -> said(HttpStatus.NOT_FOUND, "booking.page.none", reader));
        }
    }

    @GetMapping("/book/mine/{secret}")
    ResponseEntity<byte[]> mine(@PathVariable String secret, PageReader reader) {
        return booking(secret, "", reader);
    }

    @PostMapping("/book/mine/{secret}")
    ResponseEntity<byte[]> change(
            @PathVariable String secret, @RequestParam(name = "do", defaultValue = "") String what, PageReader reader) {
        try {
            switch (what) {
                case "confirm" -> desk.confirm(new OneTimeSecret(secret));
                case "give-up" -> desk.giveUp(new OneTimeSecret(secret));
                default -> {
                    return booking(secret, "", reader);
                }
            }
            return toBooking(new OneTimeSecret(secret));
        } catch (Refusal refusal) {
            return booking(secret, reader.get(refusal.problems().getFirst()), reader);
        }
    }

    private ResponseEntity<byte[]> booking(String secret, String problem, PageReader reader) {
        return desk.look(new OneTimeSecret(secret))
                .map(seen -> {
                    var language = reader.language();
                    var zone = reader.zone().orElse(seen.ownZone());
                    var name = reader.name(seen.name());
                    var differs = Moments.differ(seen.slot().start(), zone, seen.zone());
                    var shown = new BookedPage(
                            "/book/mine/" + secret,
                            reader.get("booking.page." + seen.state(), name),
                            Moments.full(language, seen.slot().start(), zone, Moments.city(language, zone)),
                            differs
                                    ? Moments.full(
                                            language,
                                            seen.slot().start(),
                                            seen.zone(),
                                            Moments.city(language, seen.zone()))
                                    : "",
                            seen.place(),
                            seen.state() == BookingState.UNCONFIRMED,
                            seen.state() != BookingState.FREED,
                            seen.code().isEmpty() ? "" : "/book/" + seen.code(),
                            problem);
                    return answer(
                            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "gathering/booked",
                            Map.of("page", reader.page(reader.get("booking.page.own", name)), "booked", shown));
                })
                .orElseGet(() -> said(HttpStatus.NOT_FOUND, "booking.page.none", reader));
    }

    private ResponseEntity<byte[]> gone(BookPages pages, PageReader reader) {
        return page(
                pages.slots(Optional.empty(), List.of(reader.get("booking.slot.gone"))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                reader);
    }

    private ResponseEntity<byte[]> page(BookPage shown, HttpStatus status, PageReader reader) {
        return answer(
                status,
                "gathering/book",
                Map.of("page", reader.page(reader.get("booking.page.title", shown.name())), "book", shown));
    }

    /** A page of one sentence under its title: {@code key} and {@code key.text}. */
    private ResponseEntity<byte[]> said(HttpStatus status, String key, PageReader reader) {
        return answer(
                status,
                "gathering/said",
                Map.of("page", reader.page(reader.get(key)), "sentence", reader.get(key + ".text")));
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, String template, Map<String, Object> values) {
        return headers(ResponseEntity.status(status))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(templates.render(template, values));
    }

    private static ResponseEntity<byte[]> toBooking(OneTimeSecret secret) {
        return headers(ResponseEntity.status(HttpStatus.SEE_OTHER))
                .header("Location", "/book/mine/" + secret.value())
                .build();
    }

    /** Slots come and go, and a booking's address is a secret: neither is kept or found. */
    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer) {
        return answer.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow");
    }

    private static Optional<Slot> find(BookingDesk.Shown shown, Instant start) {
        return shown.slots().stream().filter(slot -> slot.start().equals(start)).findFirst();
    }

    /** The zone that was chosen, or that the address or a cookie states, or the profile tells. */
    private static Optional<ZoneId> zone(BookingDesk.Shown shown, PageReader reader, String chosen) {
        var stated = reader.zone().or(shown::ownZone);
        return chosen.isEmpty() ? stated : Optional.of(PollContent.zoneOr(chosen, stated.orElse(shown.zone())));
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (DateTimeException e) {
            // An address that somebody has shortened leads to the beginning.
            return Optional.empty();
        }
    }
}
