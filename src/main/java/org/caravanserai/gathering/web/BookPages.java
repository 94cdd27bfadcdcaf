package org.caravanserai.gathering.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caravanserai.gathering.booking.BookingDesk.Shown;
import org.caravanserai.gathering.booking.Slot;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.CommonZones;
import org.caravanserai.text.Lengths;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.springframework.web.util.UriUtils;

/** Writes a booking page: slots on the reader's own clocks, beside them on those of who is booked. */
final class BookPages {

    private static final int DAYS = 7;

    /** Fewer where a form follows them. */
    private static final int CHOICE_DAYS = 3;

    private final Shown shown;
    private final PageReader reader;
    private final String path;
    private final ZoneId zone;
    private final boolean zoneKnown;

    /** @param zone whose clocks the reader reads by; empty if that is not known */
    BookPages(Shown shown, PageReader reader, String path, Optional<ZoneId> zone) {
        this.shown = shown;
        this.reader = reader;
        this.path = path;
        this.zone = zone.orElse(shown.zone());
        this.zoneKnown = zone.isPresent();
    }

    /** The slots from a day on. */
    BookPage slots(Optional<LocalDate> from, List<String> problems) {
        var part = part(from, DAYS);
        return page(
                part.days(),
                part.earlier().map(day -> address("from", day.toString())).orElse(""),
                part.later().map(day -> address("from", day.toString())).orElse(""),
                Optional.empty(),
                problems);
    }

    /** What is asked of whoever has chosen a slot that is free. */
    BookPage form(Slot slot, Map<String, String> typed, List<Refusal.Problem> problems) {
        return form(Optional.of(slot.start()), Optional.empty(), typed, problems);
    }

    /**
     * What is asked of whoever has chosen a slot that is not free any more: what she typed, and the slots that are left.
     *
     * @param gone the slot; empty if none was named
     * @param from the first day to show; empty for the days about that slot
     */
    BookPage choice(Optional<Instant> gone, Optional<LocalDate> from, Map<String, String> typed) {
        var part = part(
                from.or(() -> gone.map(this::day)
                        .filter(day -> shown.slots().stream()
                                .anyMatch(slot -> !day(slot.start()).isBefore(day)))),
                CHOICE_DAYS);
        return form(
                gone,
                Optional.of(new BookPage.Choice(
                        reader.get("booking.slot.gone"),
                        part.days(),
                        part.earlier().map(LocalDate::toString).orElse(""),
                        part.later().map(LocalDate::toString).orElse(""))),
                typed,
                List.of());
    }

    private BookPage form(
            Optional<Instant> slot,
            Optional<BookPage.Choice> choice,
            Map<String, String> typed,
            List<Refusal.Problem> problems) {
        var fields = new Fields(typed, problems);
        var questions = new ArrayList<BookPage.Field>();
        for (int i = 0; i < shown.questions().size(); i++) {
            questions.add(fields.field("answer" + i, shown.questions().get(i)));
        }
        var form = new BookPage.Form(
                slot.map(Instant::toString).orElse(""),
                slot.map(start -> Moments.full(reader.language(), start, zone, Moments.city(reader.language(), zone)))
                        .orElse(""),
                slot.map(this::there).orElse(""),
                zone.getId(),
                choice,
                shown.visitor().map(reader::name).orElse(""),
                fields.field("name", reader.get("booking.page.name")),
                fields.field("email", reader.get("booking.page.email")),
                questions,
                slot.map(start -> address("from", day(start).toString())).orElse(path));
        return page(List.of(), "", "", Optional.of(form), fields.others());
    }

    /** What was typed, and what is wrong with it. */
    private final class Fields {

        private final Map<String, String> typed;
        private final List<Refusal.Problem> left;

        Fields(Map<String, String> typed, List<Refusal.Problem> problems) {
            this.typed = typed;
            this.left = new ArrayList<>(problems);
        }

        BookPage.Field field(String id, String label) {
            var own =
                    left.stream().filter(problem -> problem.field().equals(id)).toList();
            left.removeAll(own);
            return new BookPage.Field(
                    id,
                    label,
                    typed.getOrDefault(id, ""),
                    own.stream().map(reader::get).collect(Collectors.joining(" ")));
        }

        List<String> others() {
            return left.stream().map(reader::get).toList();
        }
    }

    /** The days with slots from one on, and where those before and after them begin. */
    private record Part(List<BookPage.Day> days, Optional<LocalDate> earlier, Optional<LocalDate> later) {}

    private Part part(Optional<LocalDate> from, int most) {
        var byDay = new TreeMap<LocalDate, List<Slot>>();
        shown.slots()
                .forEach(slot -> byDay.computeIfAbsent(day(slot.start()), d -> new ArrayList<>())
                        .add(slot));
        var first = from.orElseGet(() -> byDay.isEmpty() ? LocalDate.EPOCH : byDay.firstKey());
        var part = byDay.tailMap(first, true);
        return new Part(
                part.entrySet().stream().limit(most).map(this::day).toList(),
                byDay.headMap(first, false).descendingKeySet().stream()
                        .limit(most)
                        .reduce((later, earlier) -> earlier),
                part.keySet().stream().skip(most).findFirst());
    }

    private BookPage page(
            List<BookPage.Day> days,
            String earlier,
            String later,
            Optional<BookPage.Form> form,
            List<String> problems) {
        var facts = new ArrayList<String>();
        facts.add(reader.get("booking.page.length", Lengths.minutes(reader.language(), shown.minutes())));
        if (shown.approval()) {
            facts.add(reader.get("booking.page.approval", reader.name(shown.name())));
        }
        return new BookPage(
                reader.name(shown.name()),
                shown.affiliation(),
                shown.intro(),
                facts,
                reader.get("booking.page.clocks", Moments.city(reader.language(), zone)),
                CommonZones.with(shown.zone().getId(), zone.getId()).stream()
                        .map(id -> new BookPage.Zone(
                                id, CommonZones.label(reader.language(), ZoneId.of(id), at()), id.equals(zone.getId())))
                        .toList(),
                zoneKnown,
                path,
                days,
                earlier,
                later,
                form,
                problems);
    }

    private Instant at() {
        return shown.slots().isEmpty()
                ? Instant.EPOCH
                : shown.slots().getFirst().start();
    }

    private BookPage.Day day(Map.Entry<LocalDate, List<Slot>> day) {
        return new BookPage.Day(
                Moments.day(reader.language(), day.getKey()),
                day.getValue().stream()
                        .map(slot -> new BookPage.Line(
                                slot.start().toString(),
                                address("slot", slot.start().toString()),
                                Moments.time(reader.language(), slot.start(), zone),
                                there(slot.start())))
                        .toList());
    }

    private String there(Instant start) {
        if (!Moments.differ(start, zone, shown.zone())) {
            return "";
        }
        var there = LocalDate.ofInstant(start, shown.zone());
        return (there.equals(day(start)) ? "" : Moments.shortDay(reader.language(), there) + ", ")
                + Moments.time(reader.language(), start, shown.zone())
                + " "
                + Moments.city(reader.language(), shown.zone());
    }

    private LocalDate day(Instant start) {
        return LocalDate.ofInstant(start, zone);
    }

    private String address(String parameter, String value) {
        return path + "?" + parameter + "=" + UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8) + "&tz="
                + UriUtils.encodeQueryParam(zone.getId(), StandardCharsets.UTF_8);
    }
}
