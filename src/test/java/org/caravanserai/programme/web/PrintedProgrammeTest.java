package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.print.PrintedText;
import org.caravanserai.programme.PrintableMeeting;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.programme.SampleProgramme;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.Test;

class PrintedProgrammeTest {

    private static final Programme MEETING = PrintableMeeting.of(45);

    @Test
    void namesAndWordsOfEveryScriptAreReadBackAsTheyWereWritten() {
        try (var printed = print(MEETING, PrintedKind.ABSTRACTS, Language.EN, Language.EN, Language.JA, Language.KK)) {
            assertThat(printed.text())
                    .contains(PrintableMeeting.MIXED)
                    .contains("髙橋 美緒")
                    .contains("Әйгерім Қасымова")
                    .contains("Gulnora Oʻrinboyeva")
                    .contains("Maral Ýazberdiýewa")
                    .contains("Фирӯза Назарова")
                    .contains("サクサウールの植林は、粘土分が一割以上の土壌では")
                    .contains("егістікке дейін жетеді")
                    .as("in the order in which it is read")
                    .contains("Aibek Zhumabayev Айбек Жұмабаев · Presenter · University of Tokyo, Japan");
        }
    }

    @Test
    void theSignsOfEveryScriptInOneLineAreSeenOnThePage() throws Exception {
        try (var printed = print(MEETING, PrintedKind.ABSTRACTS, Language.EN)) {
            var page = printed.pageOf(PrintableMeeting.MIXED, 4);
            var rare = PrintableMeeting.MIXED.replace(" ", "");

            var seen = printed.look(rare, page).stream()
                    .collect(Collectors.toMap(PrintedText.Seen::sign, s -> s, (first, later) -> first));

            assertThat(seen).hasSize(rare.length());
            assertThat(seen.values()).allSatisfy(s -> {
                assertThat(s.glyph()).as(s.sign()).isNotZero();
                assertThat(s.hasInk()).as(s.sign()).isTrue();
            });
            assertThat(seen.values().stream().map(PrintedText.Seen::ink).distinct())
                    .as("no two look alike, as frames would")
                    .hasSize(rare.length());
        }
    }

    @Test
    void aSignWithoutAFontIsAFrameAndIsToldOf() {
        var sign = Character.toString(0x12000);
        var file = Printing.print(
                SampleProgramme.of(
                        List.of(),
                        List.of(SampleProgramme.saying(
                                "A", LocalizedText.english("Sign " + sign), LocalizedText.EMPTY))),
                PrintedKind.PROGRAMME,
                Language.EN,
                List.of());

        assertThat(file.missing()).isEqualTo(sign);
        try (var printed = new PrintedText(file)) {
            assertThat(printed.text()).contains("Sign □");
        }
    }

    @Test
    void itHasBookmarksForDaysSessionsAndTheIndex() {
        try (var printed = print(MEETING, PrintedKind.PROGRAMME, Language.EN)) {
            assertThat(printed.bookmarks())
                    .startsWith(
                            "Contents",
                            "Tue, 8 June 2027",
                            ".. Water, salt and dust around the Aral Sea, no. 0 " + PrintableMeeting.MIXED)
                    .contains("Wed, 9 June 2027")
                    .endsWith("Index of people")
                    .noneMatch(name -> name.contains("Coffee"));
        }
    }

    @Test
    void itIsTaggedForThoseWhoCannotSeeIt() throws Exception {
        try (var printed = print(MEETING, PrintedKind.PROGRAMME, Language.JA)) {
            var catalog = printed.document().getDocumentCatalog();

            assertThat(catalog.getLanguage()).isEqualTo("ja");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(printed.document().getDocumentInformation().getTitle()).isEqualTo("プログラム · 中央アジア・日本科学者会合");
            try (var metadata = catalog.getMetadata().createInputStream()) {
                assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("pdfuaid");
            }
            assertThat(printed.tags())
                    .contains("Document@ja", "H1", "Table", "THead", "TH", "TR", "TD", "Link", "L", "LI")
                    .as("what is in another language says so")
                    .contains("H1", "P@en");
        }
        try (var printed = print(MEETING, PrintedKind.ABSTRACTS, Language.EN, Language.JA)) {
            assertThat(printed.tags()).contains("H2", "H3", "Div@ja");
        }
    }

    @Test
    void theContentsAndTheIndexNameThePagesWhereThingsStand() {
        try (var printed = print(MEETING, PrintedKind.PROGRAMME, Language.EN)) {
            var second = printed.pageOf("Wed, 9 June 2027 All times", 2);
            assertThat(printed.text()).containsPattern("Wed, 9 June 2027 ?[ .]+" + second + " ");
            assertThat(printed.page(second)).as("its own number").contains("Programme " + second + " Wed");

            var index = printed.pageOf("Index of people A ", second);
            var session = printed.pageOf("no. 36", second - 3);
            assertThat(printed.text()).as("the index: %s", index).contains("Tue 8 Jun, 16:00 p. " + session);
        }
    }

    @Test
    void everyTimeNamesItsZone() {
        try (var printed = print(MEETING, PrintedKind.PROGRAMME, Language.EN)) {
            assertThat(printed.page(1))
                    .contains("8 – 9 June 2027 · Astana")
                    .contains("All times are in Astana time (UTC+5).");
            assertThat(printed.text())
                    .contains("09:00–10:00")
                    .contains("Release 2, published on Sat, 1 May 2027, 11:00 Astana");
        }
    }

    @Test
    void abstractsStandInTheLanguagesThatWereChosen() {
        try (var printed = print(MEETING, PrintedKind.ABSTRACTS, Language.EN, Language.JA)) {
            assertThat(printed.text())
                    .contains("本研究では")
                    .doesNotContain("Saxaul")
                    .doesNotContain("егістікке");
        }
        try (var printed = print(MEETING, PrintedKind.ABSTRACTS, Language.EN)) {
            assertThat(printed.text()).contains("Saxaul").doesNotContain("本研究では");
        }
        try (var printed = print(MEETING, PrintedKind.ABSTRACTS, Language.EN, Language.TK)) {
            assertThat(printed.text()).as("nobody wrote in it").contains("Saxaul");
        }
        try (var printed = print(MEETING, PrintedKind.PROGRAMME, Language.EN)) {
            assertThat(printed.text()).as("the short one has none").doesNotContain("Saxaul");
        }
    }

    @Test
    void hostileTextIsPrintedAndNothingElse() throws Exception {
        var programme = new Programme(new PublishedAgenda(
                new MeetingId(new UUID(0, 1)), 1, Instant.EPOCH, PublishedMeetings.tokyo("hostile")));
        try (var printed = print(programme, PrintedKind.ABSTRACTS, Language.EN)) {
            assertThat(printed.text())
                    .contains("</title><script>alert(1)</script> \" onload=\"alert(2)")
                    .contains("<script>alert(3)</script>")
                    .contains("<b>Hostile</b> & Sons");
            assertThat(printed.having(COSName.JS)).isEmpty();
            assertThat(printed.having(COSName.EF)).isEmpty();
            for (var page : printed.document().getPages()) {
                for (var annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                        assertThat(uri.getURI()).isEqualTo("https://example.org/map");
                    }
                }
            }
        }
    }

    @Test
    void signsThatShowNothingOrMustNotStandInMarkupDoNoHarm() {
        var title = "Be\u0001fore \uFFFE\u200B\u202Eafter e\u0301";
        var sessions = List.of(SampleProgramme.saying(
                "A", LocalizedText.english(title), LocalizedText.english("One\u0000 & two ]]> <br> &nbsp; &amp;")));
        try (var printed = print(SampleProgramme.of(List.of(), sessions), PrintedKind.ABSTRACTS, Language.EN)) {
            assertThat(printed.text()).contains("Before after é").contains("two ]]> <br>");
        }
    }

    @Test
    void aMeetingWithoutPeopleOrSessionsIsPrintedAllTheSame() {
        var tokyo = PublishedMeetings.tokyo("empty");
        var empty = new AgendaSnapshot(tokyo.meeting(), List.of(), List.of(), List.of(), List.of(), List.of());
        var programme = new Programme(new PublishedAgenda(new MeetingId(new UUID(0, 1)), 1, Instant.EPOCH, empty));

        try (var printed = print(programme, PrintedKind.PROGRAMME, Language.EN)) {
            assertThat(printed.text()).contains("Scientists' Meeting").doesNotContain("Index of people");
        }
    }

    @Test
    void itIsReadInEveryLanguage() {
        var small = PrintableMeeting.of(3);
        var titles =
                Map.of(Language.KK, "Мазмұны", Language.UZ, "Mundarija", Language.TG, "Мундариҷа", Language.JA, "目次");
        titles.forEach((language, title) -> {
            try (var printed = print(small, PrintedKind.PROGRAMME, language)) {
                assertThat(printed.text()).contains(title);
            }
        });
    }

    @Test
    void threeHundredSessionsAreNoLongWork() {
        var meeting = PrintableMeeting.of(300);
        var threads = ManagementFactory.getThreadMXBean();
        for (var kind : PrintedKind.values()) {
            var started = System.nanoTime();
            var worked = threads.getCurrentThreadCpuTime();

            var file = Printing.print(meeting, kind, Language.EN, List.of(Language.EN, Language.JA));

            var cpu = Duration.ofNanos(threads.getCurrentThreadCpuTime() - worked);
            System.out.printf(
                    "%s of 300 sessions: %d pages, %d kB, %d ms of CPU, %d ms in all%n",
                    kind,
                    file.pages(),
                    file.bytes().length / 1000,
                    cpu.toMillis(),
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
            assertThat(cpu).isLessThan(Duration.ofSeconds(20));
            assertThat(file.missing()).isEmpty();
        }
    }

    private static PrintedText print(Programme programme, PrintedKind kind, Language language, Language... texts) {
        return new PrintedText(Printing.print(programme, kind, language, List.of(texts)));
    }
}
