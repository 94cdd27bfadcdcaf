package org.caravanserai.gathering.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollSheet;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.CommonZones;
import org.caravanserai.text.Lengths;
import org.caravanserai.text.Moments;

/** Writes the page of a personal link: times first on the reader's own clocks, beside them on the organiser's. */
final class PollPages {

    private final PollSheet sheet;
    private final PageReader reader;
    private final Optional<ZoneId> own;

    /** @param zone whose clocks the reader reads by; empty if that is not known */
    PollPages(PollSheet sheet, PageReader reader, Optional<ZoneId> zone) {
        this.sheet = sheet;
        this.reader = reader;
        this.own = zone;
    }

    /**
     * What has been typed, or stands there already.
     *
     * @param unsent whether it was typed and has not been taken
     * @param done what has just been done; empty if nothing has
     */
    record Typed(Map<UUID, Choice> choices, String note, boolean unsent, String done, List<String> problems) {}

    PollPage page(String address, Typed typed) {
        var language = reader.language();
        var at = sheet.deadline().orElse(Instant.EPOCH);
        var here = own.orElse(sheet.zone());
        return new PollPage(
                address,
                sheet.title(),
                sheet.text(),
                sheet.language() == language ? null : sheet.language().tag(),
                reader.get("poll.page.asks", reader.name(sheet.organiser()), reader.name(sheet.guest())),
                facts(),
                sheet.place().link().map(Object::toString).orElse(""),
                sheet.deadline()
                        .map(until -> reader.get("poll.page.until", onBoth(until)))
                        .orElse(""),
                standing(),
                typed.unsent(),
                typed.done(),
                typed.problems(),
                sheet.answerable(),
                sheet.answered(),
                isWholeDays(),
                isWholeDays() || own.isPresent(),
                reader.get("poll.page.clocks", Moments.city(language, here)),
                CommonZones.with(sheet.zone().getId(), here.getId()).stream()
                        .map(id -> new PollPage.Zone(
                                id, CommonZones.label(language, ZoneId.of(id), at), id.equals(here.getId())))
                        .toList(),
                sheet.lines().stream().map(line -> card(line, typed.choices())).toList(),
                typed.note(),
                sheet.said().stream()
                        .map(said -> new PollPage.Said(reader.name(said.name()), said.note()))
                        .toList());
    }

    private boolean isWholeDays() {
        return sheet.lines().stream().anyMatch(line -> line.time() instanceof CandidateTime.WholeDay);
    }

    private List<String> facts() {
        var facts = new ArrayList<String>();
        sheet.meeting().ifPresent(name -> facts.add(reader.text(name)));
        if (sheet.place().link().isEmpty() && !sheet.place().words().isEmpty()) {
            facts.add(sheet.place().words());
        }
        return facts;
    }

    private String standing() {
        if (sheet.answerable()) {
            return "";
        }
        if (sheet.state() == PollState.CANCELLED) {
            return reader.get("poll.answer.cancelled");
        }
        return sheet.chosenTime()
                .map(time -> reader.get("poll.page.chosen", told(time)))
                .orElseGet(() -> reader.get("poll.answer.late"));
    }

    private String told(CandidateTime time) {
        return switch (time) {
            case CandidateTime.Slot slot -> onBoth(slot.start());
            case CandidateTime.WholeDay whole -> Moments.day(reader.language(), whole.day());
        };
    }

    private PollPage.Card card(PollSheet.Line line, Map<UUID, Choice> choices) {
        var chosen = sheet.chosen().filter(line.key()::equals).isPresent();
        var own = Optional.ofNullable(choices.get(line.key())).map(Choice::name).orElse("");
        var language = reader.language();
        return switch (line.time()) {
            case CandidateTime.WholeDay whole ->
                new PollPage.Card(
                        line.key().toString(),
                        whole.day().toString(),
                        Moments.day(language, whole.day()),
                        "",
                        "",
                        "",
                        chosen,
                        own,
                        counts(line),
                        names(line));
            case CandidateTime.Slot slot ->
                new PollPage.Card(
                        line.key().toString(),
                        slot.start().toString(),
                        Moments.day(language, LocalDate.ofInstant(slot.start(), here())),
                        span(slot, here()) + " " + Moments.city(language, here()),
                        there(slot),
                        Lengths.minutes(language, slot.minutes()),
                        chosen,
                        own,
                        counts(line),
                        names(line));
        };
    }

    /** The same on the organiser's clocks, where they differ: with its day where that is another. */
    private String there(CandidateTime.Slot slot) {
        if (!Moments.differ(slot.start(), here(), sheet.zone())) {
            return "";
        }
        var day = LocalDate.ofInstant(slot.start(), sheet.zone());
        var sameDay = day.equals(LocalDate.ofInstant(slot.start(), here()));
        return (sameDay ? "" : Moments.shortDay(reader.language(), day) + ", ")
                + span(slot, sheet.zone())
                + " "
                + Moments.city(reader.language(), sheet.zone());
    }

    private String span(CandidateTime.Slot slot, ZoneId zone) {
        return Moments.time(reader.language(), slot.start(), zone)
                + "–"
                + Moments.time(reader.language(), slot.end(), zone);
    }

    private String onBoth(Instant at) {
        return Moments.onBoth(reader.language(), at, here(), Moments.city(reader.language(), here()), sheet.zone());
    }

    private ZoneId here() {
        return own.orElse(sheet.zone());
    }

    private String counts(PollSheet.Line line) {
        var any = line.yes().count() + line.ifNeedBe().count() + line.no().count();
        return any == 0
                ? ""
                : reader.get(
                        "poll.counts",
                        line.yes().count(),
                        line.ifNeedBe().count(),
                        line.no().count());
    }

    private List<String> names(PollSheet.Line line) {
        var lines = new ArrayList<String>();
        named(lines, Choice.YES, line.yes());
        named(lines, Choice.IF_NEED_BE, line.ifNeedBe());
        named(lines, Choice.NO, line.no());
        return lines;
    }

    private void named(List<String> lines, Choice choice, PollSheet.Others others) {
        if (!others.names().isEmpty()) {
            lines.add(reader.get("poll.choice." + choice.name())
                    + ": "
                    + others.names().stream().map(reader::name).collect(Collectors.joining(", ")));
        }
    }
}
