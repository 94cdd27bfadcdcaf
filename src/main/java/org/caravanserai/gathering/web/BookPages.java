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
import org.caravanserai.gathering.booking.BookingDesk.Shown;
import org.caravanserai.gathering.booking.Slot;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.CommonZones;
import org.caravanserai.text.Lengths;
import org.caravanserai.text.Moments;
import org.springframework.web.util.UriUtils;

/** Writes a booking page: slots on the reader's own clocks, beside them on those of who is booked. */
final class BookPages {

    private static final int DAYS = 7;

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
        var byDay = new TreeMap<LocalDate, List<Slot>>();
        shown.slots()
                .forEach(slot ->
                        byDay.computeIfAbsent(day(slot), d -> new ArrayList<>()).add(slot));
        var first = from.orElseGet(() -> byDay.isEmpty() ? LocalDate.EPOCH : byDay.firstKey());
        var part = byDay.tailMap(first, true);
        var days = part.entrySet().stream().limit(DAYS).map(this::day).toList();
        var later = part.keySet().stream().skip(DAYS).findFirst();
        var before = byDay.headMap(first, false).descendingKeySet().stream()
                .limit(DAYS)
                .toList();
        return page(
                days,
                before.isEmpty() ? "" : address("from", before.getLast().toString()),
                later.map(day -> address("from", day.toString())).orElse(""),
                Optional.empty(),
                problems);
    }

    /** What is asked of whoever has chosen a slot. */
    BookPage form(Slot slot, Map<String, String> typed, List<String> problems) {
        var questions = new ArrayList<BookPage.Question>();
        for (int i = 0; i < shown.questions().size(); i++) {
            questions.add(new BookPage.Question(
                    "answer" + i, shown.questions().get(i), typed.getOrDefault("answer" + i, "")));
        }
        return page(
                List.of(),
                "",
                "",
                Optional.of(new BookPage.Form(
                        slot.start().toString(),
                        Moments.full(reader.language(), slot.start(), zone, Moments.city(reader.language(), zone)),
                        there(slot),
                        zone.getId(),
                        shown.visitor().map(reader::name).orElse(""),
                        typed.getOrDefault("name", ""),
                        typed.getOrDefault("email", ""),
                        questions,
                        address("from", day(slot).toString()))),
                problems);
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
                                address("slot", slot.start().toString()),
                                Moments.time(reader.language(), slot.start(), zone),
                                there(slot)))
                        .toList());
    }

    private String there(Slot slot) {
        if (!Moments.differ(slot.start(), zone, shown.zone())) {
            return "";
        }
        var there = LocalDate.ofInstant(slot.start(), shown.zone());
        return (there.equals(day(slot)) ? "" : Moments.shortDay(reader.language(), there) + ", ")
                + Moments.time(reader.language(), slot.start(), shown.zone())
                + " "
                + Moments.city(reader.language(), shown.zone());
    }

    private LocalDate day(Slot slot) {
        return LocalDate.ofInstant(slot.start(), zone);
    }

    private String address(String parameter, String value) {
        return path + "?" + parameter + "=" + UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8) + "&tz="
                + UriUtils.encodeQueryParam(zone.getId(), StandardCharsets.UTF_8);
    }
}
