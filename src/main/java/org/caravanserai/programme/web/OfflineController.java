package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.Programmes;
import org.caravanserai.programme.PublicPlans;
import org.caravanserai.programme.web.OfflinePart.Cut;
import org.caravanserai.programme.web.ProgrammeAsked.Form;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a device fetches to keep a programme for reading without a connection: what there is now, and then its pages, or of
 * those only what changed since the release that the device has. All of it is public and the same for everyone.
 */
@Controller
class OfflineController {

    private static final List<String> FILES = List.of(
            "/styles/tokens.css",
            "/styles/site.css",
            "/styles/programme.css",
            "/scripts/stars.js",
            "/scripts/offline.js");

    /** A device that has an older release than this many before fetches everything. */
    private static final int OLDEST = 10;

    private final Programmes programmes;
    private final PageServing serving;
    private final OfflinePages pages;
    private final PublicPlans plans;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    OfflineController(Programmes programmes, PageServing serving, OfflinePages pages, PublicPlans plans, Clock clock) {
        this.programmes = programmes;
        this.serving = serving;
        this.pages = pages;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * What there is to fetch now.
     *
     * @param edition changes when pages look otherwise although the release is the same
     * @param zone the zone that the reader chose; may be empty
     * @param meetingZone the meeting's zone
     * @param opening the day with which the programme opens before and after the meeting
     * @param said tells the reader, when she reads it later without a connection, when it was fetched
     */
    record Standing(
            int release,
            String edition,
            String language,
            String zone,
            String meetingZone,
            String opening,
            String said) {}

    @GetMapping("/m/{slug}/offline")
    ResponseEntity<Standing> standing(@PathVariable String slug, PageReader reader) {
        var programme = serving.programme(slug);
        var standing = new Standing(
                programme.release(),
                String.join(" ", FILES.stream().map(reader::asset).toList())
                        + Integer.toHexString(
                                plans.edition(programme.meetingId()).hashCode()),
                reader.language().tag(),
                reader.zone().map(ZoneId::getId).orElse(""),
                programme.zone().getId(),
                programme.openingDay(Instant.EPOCH).toString(),
                reader.get("programme.offline.said", now(programme, reader)));
        return ResponseEntity.ok().header("Cache-Control", "private, no-store").body(standing);
    }

    @GetMapping({"/m/{slug}/offline/sessions/{from}", "/m/{slug}/offline/days/{from}"})
    void pages(
            @PathVariable String slug,
            @PathVariable int from,
            PageReader anyone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var programme = serving.programme(slug);
        var reader = PageServing.canonical(anyone, request);
        var tz = tz(reader, request);
        var lang = lang(request);
        var links = Links.of(slug, tz, lang);
        var form = form(request);
        if (request.getRequestURI().startsWith("/m/" + slug + "/offline/days/")) {
            serve(
                    programme,
                    from,
                    some -> pages.days(some, form, reader, links, tz, lang),
                    List.of(),
                    request,
                    response);
        } else {
            serve(
                    programme,
                    from,
                    some -> pages.sessions(some, reader, links),
                    pages.frame(programme, reader, links),
                    request,
                    response);
        }
    }

    private void serve(
            Programme programme,
            int from,
            Function<Programme, Map<String, Cut>> rendered,
            List<String> frame,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var release = programme.release();
        if (from != 0 && (from > release || from < release - OLDEST)) {
            throw PageServing.notFound();
        }
        serving.serve(
                () -> {
                    var after = rendered.apply(programme);
                    var part = from == 0
                            ? OfflinePart.whole(release, frame, after)
                            : OfflinePart.difference(
                                    release, frame, from, rendered.apply(earlier(programme, from)), after);
                    return new KeptPage("application/json", "", json.writeValueAsBytes(part));
                },
                request,
                response);
    }

    private Programme earlier(Programme programme, int release) {
        return programmes.release(programme.meetingId(), release).orElseThrow(PageServing::notFound);
    }

    private String now(Programme programme, PageReader reader) {
        var language = reader.language();
        var city = programme.meeting().city().text(language);
        var now = clock.instant();
        return reader.zone()
                .map(own -> Moments.onBoth(language, now, programme.zone(), city, own))
                .orElseGet(() -> Moments.full(language, now, programme.zone(), city));
    }

    private static Form form(HttpServletRequest request) {
        var stated = PageServing.text(request, "form");
        return Arrays.stream(Form.values())
                .filter(f -> f.parameter().equals(stated))
                .findFirst()
                .orElse(Form.DAY);
    }

    /** The zone that the address states, if there is such a zone. */
    private static String tz(PageReader reader, HttpServletRequest request) {
        var stated = PageServing.text(request, "tz");
        return reader.zone().map(ZoneId::getId).filter(stated::equals).orElse("");
    }

    /** The language that the address states, if there is such a language. */
    private static String lang(HttpServletRequest request) {
        return Language.ofTag(PageServing.text(request, "lang"))
                .map(Language::tag)
                .orElse("");
    }
}
