package org.caravanserai.partnering.tables.web;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.partnering.tables.TablePapers;
import org.caravanserai.partnering.tables.TablePapers.Cover;
import org.caravanserai.people.Access;
import org.caravanserai.print.PrintKey;
import org.caravanserai.print.PrintProgress;
import org.caravanserai.print.PrintShop;
import org.caravanserai.shell.Attachment;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.caravanserai.text.Refusal;
import org.caravanserai.text.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The papers of partnering events as PDF: made when somebody asks, of what is given out then, and kept for whoever asks for the
 * same again. To those who may not have a paper it is not there.
 */
@Controller
class PaperController {

    private static final String PAPERS = "/m/{slug}/tables/{event}/";
    private static final String BUSY = "busy";

    private final TablePapers papers;
    private final PrintShop shop;
    private final PageTemplates templates;
    private final Access access;

    PaperController(TablePapers papers, PrintShop shop, PageTemplates templates, Access access) {
        this.papers = papers;
        this.shop = shop;
        this.templates = templates;
        this.access = access;
    }

    @GetMapping(PAPERS + "{paper:[a-z]+}.pdf")
    ResponseEntity<?> fetch(
            @PathVariable String slug,
            @PathVariable String event,
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String day,
            PageReader reader) {
        var wanted = wanted(slug, event, paper, day);
        var markup = theirs(() -> markup(wanted, reader));
        var work = Sha256.hex(markup);
        var key = key(wanted, work, reader);
        var file = shop.find(key);
        if (file.isPresent()) {
            var bytes = file.get().bytes();
            var name = slug + "-" + wanted.kind().word() + ".pdf";
            return new Attachment(name, MediaType.APPLICATION_PDF_VALUE, bytes.length)
                    .toOne(new ByteArrayInputStream(bytes));
        }
        var ticket = shop.order(key, me(), () -> markup).orElse(BUSY);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(wanted.progress(reader) + "&work=" + work + "&ticket=" + ticket))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @GetMapping(PAPERS + "print/{paper}")
    ResponseEntity<byte[]> look(
            @PathVariable String slug,
            @PathVariable String event,
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String work,
            @RequestParam(defaultValue = "") String ticket,
            PageReader reader) {
        var wanted = wanted(slug, event, paper, day);
        var busy = ticket.equals(BUSY);
        var progress = busy
                ? PrintProgress.busy()
                : PrintProgress.of(shop.standing(key(wanted, work, reader)), reader.language());
        var shown = new PaperPage(
                reader.get("signs.kind." + wanted.kind().word()),
                reader.text(wanted.cover().title()),
                reader.text(wanted.cover().meeting()),
                wanted.back(),
                progress.at(wanted.pdf(reader), busy ? "" : ticket, wanted.stop(reader) + "&work=" + hex(work)));
        return ResponseEntity.status(busy ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "private, no-store")
                .body(templates.render("partnering/paper", Map.of("page", reader.page(shown.kind()), "shown", shown)));
    }

    @PostMapping(PAPERS + "print/{paper}/stop")
    ResponseEntity<byte[]> stop(
            @PathVariable String slug,
            @PathVariable String event,
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String work,
            @RequestParam(defaultValue = "") String ticket,
            PageReader reader) {
        var wanted = wanted(slug, event, paper, day);
        shop.withdraw(key(wanted, work, reader), ticket);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(wanted.progress(reader)))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** A paper that a reader wants and may have. */
    private record Wanted(PaperKind kind, Cover cover, Optional<LocalDate> day) {

        private String address(String path, PageReader reader) {
            return "/m/" + cover.slug() + "/tables/" + cover.event() + "/" + path + "?lang="
                    + reader.language().tag()
                    + day.map(chosen -> "&day=" + chosen).orElse("");
        }

        String pdf(PageReader reader) {
            return address(kind.word() + ".pdf", reader);
        }

        String progress(PageReader reader) {
            return address("print/" + kind.word(), reader);
        }

        String stop(PageReader reader) {
            return address("print/" + kind.word() + "/stop", reader);
        }

        String back() {
            return "/app/meetings/" + cover.slug() + "/tables/" + cover.event()
                    + (kind == PaperKind.MINE ? "" : "/organise");
        }
    }

    private Wanted wanted(String slug, String event, String paper, String day) {
        var kind = PaperKind.of(paper).orElseThrow(PaperController::notFound);
        try {
            var key = UUID.fromString(event);
            var cover = theirs(() -> kind == PaperKind.MINE ? papers.ownCover(key) : papers.cover(key));
            if (!cover.slug().equals(slug)) {
                throw notFound();
            }
            return new Wanted(kind, cover, day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw notFound();
        }
    }

    private byte[] markup(Wanted wanted, PageReader reader) {
        var event = wanted.cover().event();
        var kind = reader.get("signs.kind." + wanted.kind().word());
        // A document is made when its reader may be gone: nothing of her request is kept in it.
        var unbound = reader.as(reader.language(), Optional.empty(), "", "");
        return switch (wanted.kind()) {
            case SIGNS -> {
                var plan = papers.plan(event);
                yield render(
                        "signs", TablePrinting.signs(plan, TablePrinting.day(plan, wanted.day()), unbound), unbound);
            }
            case SHEETS -> render("sheets", TablePrinting.sheets(papers.sheets(event), kind, unbound), unbound);
            case MINE -> render("sheets", TablePrinting.sheets(papers.own(event), kind, unbound), unbound);
        };
    }

    private byte[] render(String template, Object shown, PageReader reader) {
        return templates.render("partnering/" + template, Map.of("reader", reader, "shown", shown));
    }

    /** Whose own paper it is is part of what tells it from others. */
    private PrintKey key(Wanted wanted, String work, PageReader reader) {
        return new PrintKey(
                "tables/" + wanted.cover().event() + "/" + wanted.kind().word() + "/"
                        + (wanted.kind() == PaperKind.MINE ? me() : "") + "/" + work,
                reader.language());
    }

    private String me() {
        return access.me().map(person -> person.value().toString()).orElseThrow(PaperController::notFound);
    }

    private static <T> T theirs(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (Refusal | AccessDeniedException refused) {
            throw notFound();
        }
    }

    private static String hex(String work) {
        return work.matches("[0-9a-f]{1,64}") ? work : "";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
