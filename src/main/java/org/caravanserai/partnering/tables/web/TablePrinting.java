package org.caravanserai.partnering.tables.web;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.partnering.tables.EventParticipation.Appointed;
import org.caravanserai.partnering.tables.EventSetUp.TableLine;
import org.caravanserai.partnering.tables.EventSlot;
import org.caravanserai.partnering.tables.PartyName;
import org.caravanserai.partnering.tables.TablePapers.Cover;
import org.caravanserai.partnering.tables.TablePapers.Met;
import org.caravanserai.partnering.tables.TablePapers.Plan;
import org.caravanserai.partnering.tables.TablePapers.Sheet;
import org.caravanserai.partnering.tables.TablePapers.Sheets;
import org.caravanserai.partnering.tables.web.PrintedSheets.OwnDay;
import org.caravanserai.partnering.tables.web.PrintedSheets.OwnSlot;
import org.caravanserai.partnering.tables.web.PrintedSheets.Place;
import org.caravanserai.partnering.tables.web.PrintedSigns.Line;
import org.caravanserai.partnering.tables.web.PrintedSigns.Named;
import org.caravanserai.partnering.tables.web.PrintedSigns.Sign;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/** Lays out the papers of an event in a reader's language, or in that of each who gets one. */
final class TablePrinting {

    /** Points across which a table's name may run on either side of its sign. */
    private static final double NEAR = 180;

    private static final double FAR = 500;
    private static final int LARGEST_NEAR = 110;
    private static final int LARGEST_FAR = 220;
    private static final int SMALLEST = 16;

    /** The part of a sign in which its meetings stand, in points, and the sizes of type that are tried there. */
    private static final double LIST_WIDTH = 225;

    private static final double LIST_HEIGHT = 290;
    private static final List<Double> LIST_SIZES = List.of(12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0);
    private static final double LINE = 1.5;
    private static final double NARROW = 0.58;

    private final PageReader reader;
    private final Language language;

    private TablePrinting(PageReader reader) {
        this.reader = reader;
        this.language = reader.language();
    }

    /** The day whose meetings signs list unless another is asked for: today if there are meetings, else the first. */
    static LocalDate day(Plan plan, Optional<LocalDate> asked) {
        var days = plan.slots().stream().map(EventSlot::day).distinct().toList();
        return asked.filter(days::contains)
                .or(() -> Optional.of(plan.today()).filter(days::contains))
                .or(() -> days.stream().findFirst())
                .orElse(plan.today());
    }

    static PrintedSigns signs(Plan plan, LocalDate day, PageReader reader) {
        return new TablePrinting(reader).signs(plan, day);
    }

    static PrintedSheets sheets(Sheets sheets, String kind, PageReader reader) {
        return new TablePrinting(reader).sheets(sheets, kind);
    }

    private PrintedSigns signs(Plan plan, LocalDate day) {
        var cover = plan.cover();
        var there = plan.meetings().stream()
                .filter(met -> met.slot().day().equals(day))
                .collect(Collectors.groupingBy(Met::table));
        var signs = new ArrayList<Sign>();
        for (var table : plan.tables()) {
            var lines = there.getOrDefault(table.key(), List.of()).stream()
                    .map(met -> line(met, cover))
                    .toList();
            signs.add(new Sign(
                    "t-" + table.key(),
                    table.name(),
                    size(table.name(), NEAR, LARGEST_NEAR),
                    size(table.name(), FAR, LARGEST_FAR),
                    reader.get("signs.place", table.across(), table.down()),
                    cover.title().text(language),
                    cover.meeting().text(language),
                    Moments.day(language, day),
                    times(plan),
                    listSize(lines),
                    lines));
        }
        return new PrintedSigns(
                language.tag(),
                reader.get("signs.kind.signs") + " · " + cover.title().text(language),
                signs);
    }

    private Line line(Met met, Cover cover) {
        return new Line(span(met.slot(), cover), named(met.one()), named(met.other()), met.interpreter());
    }

    private String span(EventSlot slot, Cover cover) {
        return Moments.time(language, slot.from(), cover.zone()) + "–"
                + Moments.time(language, slot.until(), cover.zone());
    }

    private String times(Plan plan) {
        var first = plan.slots().stream().findFirst().map(EventSlot::from);
        return first.map(from -> reader.get(
                        "print.times",
                        plan.cover().city().text(language),
                        Moments.offset(from, plan.cover().zone())))
                .orElse("");
    }

    private static int size(String name, double width, int largest) {
        return (int) Math.clamp(width / Math.max(1, width(name)), SMALLEST, largest);
    }

    /** How wide words are, in the size of their type. */
    private static double width(String words) {
        return words.codePoints()
                .mapToDouble(sign -> switch (UCharacter.getIntPropertyValue(sign, UProperty.EAST_ASIAN_WIDTH)) {
                    case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 1;
                    default -> NARROW;
                })
                .sum();
    }

    private static double listSize(List<Line> lines) {
        return LIST_SIZES.stream()
                .filter(size -> lines.stream()
                                        .mapToDouble(
                                                line -> Math.ceil(width(words(line)) * size / LIST_WIDTH) * LINE * size)
                                        .sum()
                                + lines.size() * 3
                        <= LIST_HEIGHT)
                .findFirst()
                .orElse(LIST_SIZES.getLast());
    }

    private static String words(Line line) {
        return String.join(
                " ",
                line.one().text(),
                line.one().besides(),
                line.other().text(),
                line.other().besides(),
                line.interpreter());
    }

    private PrintedSheets sheets(Sheets sheets, String kind) {
        var plan = sheets.plan();
        var cover = plan.cover();
        var days = new ArrayList<PrintedSheets.Day>();
        if (!plan.meetings().isEmpty()) {
            byDay(plan)
                    .forEach((day, slots) -> days.add(
                            new PrintedSheets.Day("day-" + day, Moments.day(language, day), slots(plan, slots))));
        }
        var collator = Collator.getInstance(language.icuLocale());
        return new PrintedSheets(
                language.tag(),
                kind + " · " + cover.title().text(language),
                cover.title().text(language),
                cover.meeting().text(language),
                times(plan),
                days,
                sheets.sheets().stream()
                        .sorted(Comparator.comparing(sheet -> sheet.name().published(), collator::compare))
                        .map(sheet -> {
                            var hers = sheets.sheets().size() == 1 ? language : sheet.language();
                            return new TablePrinting(reader.as(hers, Optional.empty(), "", "")).person(plan, sheet);
                        })
                        .toList());
    }

    private static LinkedHashMap<LocalDate, List<EventSlot>> byDay(Plan plan) {
        return plan.slots().stream()
                .collect(Collectors.groupingBy(EventSlot::day, LinkedHashMap::new, Collectors.toList()));
    }

    private List<PrintedSheets.Slot> slots(Plan plan, List<EventSlot> slots) {
        var tables = plan.tables().stream().collect(Collectors.toMap(TableLine::key, TableLine::name));
        return slots.stream()
                .map(slot -> new PrintedSheets.Slot(
                        span(slot, plan.cover()),
                        plan.meetings().stream()
                                .filter(met -> met.slot().equals(slot))
                                .sorted(Comparator.comparing(met -> order(plan, met.table())))
                                .map(met -> new PrintedSheets.Line(
                                        tables.getOrDefault(met.table(), ""),
                                        named(met.one()),
                                        named(met.other()),
                                        met.interpreter()))
                                .toList()))
                .filter(slot -> !slot.lines().isEmpty())
                .toList();
    }

    private static int order(Plan plan, UUID table) {
        return IntStream.range(0, plan.tables().size())
                .filter(i -> plan.tables().get(i).key().equals(table))
                .findFirst()
                .orElse(0);
    }

    private PrintedSheets.Person person(Plan plan, Sheet sheet) {
        var cover = plan.cover();
        var met = sheet.appointed().stream().collect(Collectors.toMap(Appointed::slot, each -> each));
        var mine = sheet.appointed().stream().map(Appointed::table).collect(Collectors.toSet());
        var days = new ArrayList<OwnDay>();
        byDay(plan)
                .forEach((day, slots) -> days.add(new OwnDay(
                        Moments.day(language, day),
                        slots.stream()
                                .map(slot -> slot(slot, cover, Optional.ofNullable(met.get(slot))))
                                .toList())));
        return new PrintedSheets.Person(
                reader,
                language.tag(),
                "p-" + sheet.person().value(),
                named(sheet.name().in(language), sheet.name().besides(language)),
                sheet.party().delegation().isEmpty()
                        ? about(sheet.party())
                        : sheet.party().delegation(),
                cover.title().text(language),
                cover.meeting().text(language),
                times(plan),
                days,
                hall(plan.tables(), mine));
    }

    private OwnSlot slot(EventSlot slot, Cover cover, Optional<Appointed> met) {
        return met.map(each -> new OwnSlot(
                        span(slot, cover),
                        false,
                        each.table(),
                        named(each.with()),
                        about(each.with()),
                        each.interpreter()))
                .orElseGet(() -> new OwnSlot(span(slot, cover), true, "", named("", ""), "", ""));
    }

    /** Where somebody works who comes alone, or who comes with a delegation. */
    private String about(PartyName party) {
        return party.members().stream()
                .map(member -> party.delegation().isEmpty()
                        ? member.affiliation()
                        : member.name().in(language))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static List<List<Place>> hall(List<TableLine> tables, Set<String> mine) {
        var columns = tables.stream().mapToInt(TableLine::across).max().orElse(0);
        var rows = tables.stream().mapToInt(TableLine::down).max().orElse(0);
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> tables.stream()
                                .filter(table -> table.down() == row && table.across() == column)
                                .findFirst()
                                .map(table -> new Place(table.name(), mine.contains(table.name())))
                                .orElseGet(() -> new Place("", false)))
                        .toList())
                .toList();
    }

    private Named named(PartyName party) {
        return named(party.in(language), party.besides(language));
    }

    private Named named(String name, String besides) {
        var other = besides.equals(name) ? "" : besides;
        return new Named(name, lang(name), other, lang(other));
    }

    private @Nullable String lang(String words) {
        var japanese = words.codePoints().anyMatch(sign -> switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        });
        return japanese && language != Language.JA ? Language.JA.tag() : null;
    }
}
