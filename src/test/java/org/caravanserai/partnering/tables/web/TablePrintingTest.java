package org.caravanserai.partnering.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.caravanserai.people.PersonId;
import org.caravanserai.print.Press;
import org.caravanserai.print.PrintedFile;
import org.caravanserai.print.PrintedText;
import org.caravanserai.shell.PlainReaders;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablePrintingTest {

    private static final String MIXED = "Қ Ә Ғ Ў ʻ Ž ҷ Ң 髙";
    private static final String HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script> ${7*7} &lt; \"][";
    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 9);

    private static PartyName alone(int number, PersonName name, String affiliation) {
        var key = new UUID(1, number);
        return new PartyName(
                key, "", List.of(new PartyName.Member(new PersonId(key), name, affiliation, "KZ")), Set.of("en"));
    }

    private static PersonName name(String latin, String own) {
        return new PersonName(latin, "", latin, PersonName.Order.GIVEN_FIRST, own, "", "");
    }

    private static final PartyName AIKO = alone(1, name("SATO Aiko", "佐藤 愛子"), "Tōkyō Daigaku 髙");
    private static final PartyName BOLAT = alone(2, name("Bolat Ähmetov", "Болат Әхметов"), "Назарбаев Университеті");
    private static final PartyName ODD = alone(3, PersonName.published(HOSTILE), "");
    private static final PartyName MANY = new PartyName(
            new UUID(1, 4),
            "Delegation " + MIXED,
            List.of(new PartyName.Member(
                    new PersonId(new UUID(1, 4)), name("Gulnora Oʻrinboyeva", ""), "Oʻzbekiston", "UZ")),
            Set.of("uz"));

    private static List<EventSlot> slots(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var from = DAY.plusDays(number / 12)
                            .atTime(LocalTime.of(9, 0))
                            .plusMinutes(30L * (number % 12))
                            .atZone(ASTANA)
                            .toInstant();
                    return new EventSlot(number, DAY.plusDays(number / 12), from, from.plusSeconds(25 * 60));
                })
                .toList();
    }

    private static List<TableLine> tables(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new TableLine(
                        new UUID(2, number),
                        number == count - 1 ? "Алматы – " + MIXED : "" + (number + 1),
                        number % 4 + 1,
                        number / 4 + 1))
                .toList();
    }

    /** Everybody meets in every other slot, at one table after the other. */
    private static Plan plan(int slots, int tables) {
        var cover = new Cover(
                new UUID(3, 1),
                LocalizedText.ofTags(Map.of("en", "Partners <b>", "ja", "共同研究パートナー商談会")),
                LocalizedText.english("Meeting in Astana"),
                "astana",
                ASTANA,
                LocalizedText.ofTags(Map.of("en", "Astana", "ja", "アスタナ", "kk", "Астана")));
        var times = slots(slots);
        var places = tables(tables);
        var pairs = List.of(List.of(AIKO, BOLAT), List.of(ODD, MANY), List.of(AIKO, MANY));
        var met = new ArrayList<Met>();
        for (var slot : times) {
            var two = pairs.get(slot.number() % pairs.size());
            met.add(new Met(
                    slot,
                    places.get(slot.number() % tables).key(),
                    two.getFirst(),
                    two.getLast(),
                    slot.number() % 2 == 0 ? "Gulnara Žumabaeva" : ""));
        }
        return new Plan(cover, DAY, times, places, met);
    }

    private static Sheet sheet(Plan plan, PartyName party, Language language) {
        var names = plan.tables();
        return new Sheet(
                party.members().getFirst().person(),
                party.members().getFirst().name(),
                language,
                party,
                plan.meetings().stream()
                        .filter(met -> met.one().equals(party) || met.other().equals(party))
                        .map(met -> new Appointed(
                                met.slot(),
                                met.one().equals(party) ? met.other() : met.one(),
                                names.stream()
                                        .filter(table -> table.key().equals(met.table()))
                                        .findFirst()
                                        .orElseThrow()
                                        .name(),
                                met.interpreter()))
                        .toList());
    }

    static PrintedFile signs(Plan plan, Language language) {
        var reader = PlainReaders.of(language);
        return Press.print(
                PlainReaders.render(
                        "partnering/signs", Map.of("reader", reader, "shown", TablePrinting.signs(plan, DAY, reader))),
                language);
    }

    static PrintedFile sheets(Sheets sheets, Language language) {
        var reader = PlainReaders.of(language);
        return Press.print(
                PlainReaders.render(
                        "partnering/sheets",
                        Map.of("reader", reader, "shown", TablePrinting.sheets(sheets, "K", reader))),
                language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachTableHasOnePageWithItsNameAndWhoMeetsThereThatDay(Language language) {
        try (var printed = new PrintedText(signs(plan(24, 6), language))) {
            assertThat(printed.document().getNumberOfPages()).isEqualTo(6);
            assertThat(printed.bookmarks()).hasSize(6).last().asString().contains(MIXED);
            assertThat(printed.page(6)).contains(MIXED);
            assertThat(printed.page(1)).contains("SATO Aiko", "佐藤 愛子", "Bolat Ähmetov", "Болат Әхметов");
            assertThat(printed.text()).contains("Delegation " + MIXED).doesNotContain("signs.");
        }
    }

    @Test
    void whatPeopleCallThemselvesIsPrintedAsItIs() {
        var plan = plan(12, 3);
        try (var printed = new PrintedText(signs(plan, Language.EN))) {
            // A line may end within a long word.
            assertThat(printed.text().replace(" ", ""))
                    .contains(HOSTILE.replace(" ", ""))
                    .contains("Partners<b>");
        }
        var sheets = new Sheets(plan, List.of(sheet(plan, ODD, Language.EN), sheet(plan, AIKO, Language.JA)));
        try (var printed = new PrintedText(sheets(sheets, Language.EN))) {
            assertThat(printed.bookmarks()).anyMatch(name -> name.contains("<script>"));
            assertThat(printed.text().replace(" ", "")).contains(HOSTILE.replace(" ", ""));
            assertThat(printed.having(org.apache.pdfbox.cos.COSName.JS)).isEmpty();
        }
    }

    @Test
    void aTableThatIsUsedAllDayStillHasOnePage() {
        var full = plan(12, 1);
        try (var printed = new PrintedText(signs(full, Language.EN))) {
            assertThat(printed.document().getNumberOfPages()).isEqualTo(1);
            assertThat(printed.page(1)).contains("9:00", "2:30");
        }
    }

    @Test
    void everybodyHasAPageInHerLanguageAfterThePlanOfTheDays() {
        var plan = plan(14, 6);
        var sheets = new Sheets(
                plan,
                List.of(
                        sheet(plan, AIKO, Language.JA),
                        sheet(plan, BOLAT, Language.KK),
                        sheet(plan, MANY, Language.UZ)));
        try (var printed = new PrintedText(sheets(sheets, Language.EN))) {
            assertThat(printed.bookmarks()).hasSize(5).endsWith("Болат Әхметов", "Gulnora Oʻrinboyeva", "佐藤 愛子");
            assertThat(printed.tags()).contains("H1", "TH", "TD");
            var hers = printed.page(printed.pageOf("面談相手", 1));
            assertThat(hers).contains("佐藤 愛子", "SATO Aiko", "アスタナ", "UTC+5", "Bolat Ähmetov", MIXED, "空き");
            assertThat(hers).doesNotContain("script");
            assertThat(printed.page(printed.pageOf("Кіммен кездесесіз", 1))).contains("佐藤 愛子", "Астана");
        }
    }

    @Test
    void whoHasHerOwnSheetAloneReadsNothingOfOthers() {
        var plan = plan(12, 6);
        var without = new Plan(plan.cover(), plan.today(), plan.slots(), plan.tables(), List.of());
        var own = new Sheets(without, List.of(sheet(plan, BOLAT, Language.KK)));
        try (var printed = new PrintedText(sheets(own, Language.EN))) {
            assertThat(printed.document().getNumberOfPages()).isEqualTo(1);
            assertThat(printed.text()).contains("Whom you meet", "SATO Aiko").doesNotContain("Delegation");
        }
    }

    @Test
    void signsListTheDayThatIsAskedForOrTodayOrTheFirst() {
        var plan = plan(24, 2);
        assertThat(TablePrinting.day(plan, Optional.of(DAY.plusDays(1)))).isEqualTo(DAY.plusDays(1));
        assertThat(TablePrinting.day(plan, Optional.of(DAY.minusYears(1)))).isEqualTo(DAY);
        var late = new Plan(plan.cover(), DAY.plusDays(1), plan.slots(), plan.tables(), plan.meetings());
        assertThat(TablePrinting.day(late, Optional.empty())).isEqualTo(DAY.plusDays(1));
    }
}
