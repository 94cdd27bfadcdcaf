package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.print.PrintKey;
import org.caravanserai.print.PrintProgress;
import org.caravanserai.print.PrintShop;
import org.caravanserai.print.PrintStanding;
import org.caravanserai.print.PrintedFile;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The programme and the book of abstracts as PDF: where they are chosen, made and fetched. */
@Controller
class PrintController {

    private static final String BUSY = "busy";

    private final PageServing serving;
    private final PrintShop shop;
    private final PeopleProperties installation;

    PrintController(PageServing serving, PrintShop shop, PeopleProperties installation) {
        this.serving = serving;
        this.shop = shop;
        this.installation = installation;
    }

    @GetMapping("/m/{slug}/print")
    void choose(@PathVariable String slug, PageReader anyone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var reader = PageServing.canonical(anyone, request);
        serving.serve(
                () -> serving.html(
                        "programme/print",
                        Map.of(
                                "page",
                                reader.page(reader.get("print.title") + " · "
                                        + reader.text(programme.meeting().name())),
                                "address",
                                serving.address("/m/" + slug + "/print", request),
                                "shown",
                                choices(programme, reader.language(), PageServing.links(slug, request)))),
                request,
                response);
    }

    @GetMapping("/m/{slug}/programme.pdf")
    ResponseEntity<byte[]> programme(@PathVariable String slug, PageReader reader, HttpServletRequest request) {
        return fetch(slug, PrintedKind.PROGRAMME, List.of(), reader, request);
    }

    @GetMapping("/m/{slug}/abstracts.pdf")
    ResponseEntity<byte[]> abstracts(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") List<String> text,
            PageReader reader,
            HttpServletRequest request) {
        return fetch(slug, PrintedKind.ABSTRACTS, text, reader, request);
    }

    @GetMapping("/m/{slug}/print/{document}")
    ResponseEntity<byte[]> look(
            @PathVariable String slug,
            @PathVariable String document,
            @RequestParam(defaultValue = "") List<String> text,
            @RequestParam(defaultValue = "") String ticket,
            PageReader reader) {
        var wanted = wanted(serving.programme(slug), kind(document), text, reader);
        return page(wanted, shop.standing(wanted.key()), ticket, reader);
    }

    @PostMapping("/m/{slug}/print/{document}/stop")
    ResponseEntity<byte[]> stop(
            @PathVariable String slug,
            @PathVariable String document,
            @RequestParam(defaultValue = "") List<String> text,
            @RequestParam(defaultValue = "") String ticket,
            PageReader reader) {
        var wanted = wanted(serving.programme(slug), kind(document), text, reader);
        shop.withdraw(wanted.key(), ticket);
        return seeOther(wanted.address("/print/" + document, ""));
    }

    /**
     * A document that a reader wants.
     *
     * @param texts the languages chosen for abstracts
     */
    private record Wanted(Programme programme, PrintedKind kind, List<Language> texts, PrintKey key) {

        String slug() {
            return programme.meeting().slug();
        }

        /** An address that says all that the document depends on. */
        String address(String path, String ticket) {
            var query = new StringBuilder("lang=" + key.language().tag());
            texts.forEach(l -> query.append("&text=").append(l.tag()));
            if (!ticket.isEmpty()) {
                query.append("&ticket=").append(Links.encode(ticket));
            }
            return "/m/" + slug() + path + "?" + query;
        }

        String pdf() {
            return address("/" + kind.word() + ".pdf", "");
        }
    }

    private ResponseEntity<byte[]> fetch(
            String slug, PrintedKind kind, List<String> texts, PageReader reader, HttpServletRequest request) {
        var wanted = wanted(serving.programme(slug), kind, texts, reader);
        var file = shop.find(wanted.key());
        if (file.isPresent()) {
            return send(wanted, file.get());
        }
        if (!request.getMethod().equals("GET")) {
            return seeOther(wanted.address("/print/" + kind.word(), ""));
        }
        var unbound = reader.as(reader.language(), Optional.empty(), "", "");
        return shop.order(wanted.key(), request.getRemoteAddr(), () -> markup(wanted, unbound))
                .map(ticket -> seeOther(wanted.address("/print/" + kind.word(), ticket)))
                .orElseGet(() -> page(wanted, shop.standing(wanted.key()), BUSY, reader));
    }

    private byte[] markup(Wanted wanted, PageReader reader) {
        var address = installation.address("/m/" + wanted.slug() + "/programme");
        return serving.render(
                "print/document",
                Map.of(
                        "reader",
                        reader,
                        "shown",
                        ProgrammePrinting.of(wanted.programme(), wanted.kind(), wanted.texts(), reader, address)));
    }

    private static ResponseEntity<byte[]> send(Wanted wanted, PrintedFile file) {
        var name = wanted.slug() + "-" + wanted.kind().word() + "-"
                + wanted.key().language().tag() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag(file.tag())
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept-Language, Cookie")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(file.bytes());
    }

    private ResponseEntity<byte[]> page(Wanted wanted, PrintStanding standing, String ticket, PageReader reader) {
        var busy = ticket.equals(BUSY);
        var word = wanted.kind().word();
        var progress = busy ? PrintProgress.busy() : PrintProgress.of(standing, reader.language());
        var shown = new PrintPage.Making(
                Said.of(wanted.programme().meeting().name(), reader.language()),
                word,
                progress.at(wanted.pdf(), busy ? "" : ticket, wanted.address("/print/" + word + "/stop", "")),
                Links.of(wanted.slug(), "", wanted.key().language().tag()));
        var page = serving.own(
                "programme/printing", Map.of("page", reader.page(reader.get("print.kind." + word)), "shown", shown));
        return ResponseEntity.status(busy ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK)
                .headers(page.getHeaders())
                .body(page.getBody());
    }

    private static Wanted wanted(Programme programme, PrintedKind kind, List<String> texts, PageReader reader) {
        var chosen = EnumSet.noneOf(Language.class);
        texts.forEach(tag -> Language.ofTag(tag).ifPresent(chosen::add));
        chosen.retainAll(kind == PrintedKind.ABSTRACTS ? written(programme) : Set.of());
        var wanted = List.copyOf(chosen);
        // A release never changes, so its number says all that there is to say of it.
        var work = programme.meetingId().value() + "/" + programme.release() + "/" + kind.word() + "/" + wanted;
        return new Wanted(programme, kind, wanted, new PrintKey(work, reader.language()));
    }

    /** The languages in which there are abstracts. */
    private static Set<Language> written(Programme programme) {
        var languages = EnumSet.noneOf(Language.class);
        for (var session : programme.agenda().sessions()) {
            languages.addAll(session.abstractText().languages());
            session.talks().forEach(t -> languages.addAll(t.abstractText().languages()));
        }
        return languages;
    }

    private static PrintPage choices(Programme programme, Language language, Links links) {
        var slug = programme.meeting().slug();
        var documents = new ArrayList<PrintPage.Document>();
        for (var kind : PrintedKind.values()) {
            documents.add(new PrintPage.Document(
                    kind.word(), "/m/" + slug + "/" + kind.word() + ".pdf", kind == PrintedKind.ABSTRACTS));
        }
        return new PrintPage(
                Said.of(programme.meeting().name(), language),
                documents,
                written(programme).stream()
                        .map(l -> new PrintPage.Choice(l.tag(), l.ownName(), l == language))
                        .toList(),
                language.tag(),
                links);
    }

    private static PrintedKind kind(String word) {
        return PrintedKind.of(word).orElseThrow(PageServing::notFound);
    }

    private static ResponseEntity<byte[]> seeOther(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
