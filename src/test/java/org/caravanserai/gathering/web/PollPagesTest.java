package org.caravanserai.gathering.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.PollId;
import org.caravanserai.gathering.poll.PollPlace;
import org.caravanserai.gathering.poll.PollSheet;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.gathering.poll.Showing;
import org.caravanserai.shell.PlainReaders;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Zones;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollPagesTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final List<String> ZONES =
            Zones.ofPlaces().stream().map(ZoneId::getId).toList();
    private static final int ROUNDS = 2_000;

    @Test
    void aTimeIsShownOnTheReadersClocksWithTheOrganisersBesideAndTheDateWhereItDiffers() {
        var late = new CandidateTime.Slot(Instant.parse("2027-06-08T16:00:00Z"), 60);

        var card = card(late, ALMATY, Optional.of(TOKYO), Language.EN);

        assertThat(card.day()).isEqualTo(Moments.day(Language.EN, LocalDate.of(2027, 6, 9)));
        assertThat(card.time()).isEqualTo("01:00–02:00 Tokyo");
        assertThat(card.there())
                .startsWith(Moments.shortDay(Language.EN, LocalDate.of(2027, 6, 8)))
                .contains("21:00");
        assertThat(card(late, ALMATY, Optional.empty(), Language.EN).there()).isEmpty();
    }

    @Test
    void theSameTimeIsTheSameInstantInEveryZone() {
        var random = new Random(27);
        for (int round = 0; round < ROUNDS; round++) {
            var start = Instant.ofEpochSecond(1_800_000_000L + random.nextInt(300_000) * 300L);
            var slot = new CandidateTime.Slot(start, 5 * (1 + random.nextInt(100)));
            var organiser = zone(random);
            var reader = zone(random);

            var card = card(slot, organiser, Optional.of(reader), Language.EN);

            assertThat(Instant.parse(card.iso())).isEqualTo(start);
            var here = start.atZone(reader);
            assertThat(card.day()).isEqualTo(Moments.day(Language.EN, here.toLocalDate()));
            assertThat(card.time()).startsWith(Moments.time(Language.EN, start, reader));
            var there = start.atZone(organiser);
            assertThat(card.there().isEmpty()).isEqualTo(here.getOffset().equals(there.getOffset()));
            if (!card.there().isEmpty()) {
                assertThat(card.there().startsWith(Moments.shortDay(Language.EN, there.toLocalDate()) + ", "))
                        .as("the date there is said where it differs: %s and %s", here, there)
                        .isEqualTo(!here.toLocalDate().equals(there.toLocalDate()));
            }
        }
    }

    @Test
    void aWholeDayIsTheSameDayInEveryZone() {
        var random = new Random(28);
        for (int round = 0; round < ROUNDS; round++) {
            var day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_500));
            var language = Language.values()[random.nextInt(Language.values().length)];

            var card = card(new CandidateTime.WholeDay(day), zone(random), Optional.of(zone(random)), language);

            assertThat(card.iso()).isEqualTo(day.toString());
            assertThat(card.day()).isEqualTo(Moments.day(language, day));
            assertThat(card.time()).isEmpty();
            assertThat(card.there()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageIsSmallWholeWithoutScriptsAndNeverReadsNamesAsMarkup(Language language) {
        var lines = new ArrayList<PollSheet.Line>();
        for (int i = 0; i < 20; i++) {
            lines.add(line(
                    new CandidateTime.Slot(Instant.parse("2027-06-08T04:00:00Z").plusSeconds(3_600L * i), 60)));
        }
        var sheet = sheet(lines, ALMATY, "<script>alert(1)</script>");
        var reader = PlainReaders.of(language);
        var page = new PollPages(sheet, reader, Optional.of(TOKYO))
                .page("/poll/x", new PollPages.Typed(Map.of(), "\"><img src=x>", false, "", List.of()));

        var bytes = PlainReaders.render("gathering/poll", Map.of("page", reader.page(sheet.title()), "poll", page));

        assertThat(bytes.length).isLessThan(60_000);
        var html = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
        assertThat(html.select("script").eachAttr("src"))
                .singleElement()
                .asString()
                .contains("kept-typing");
        assertThat(html.select("h1").text()).isEqualTo("<script>alert(1)</script>");
        assertThat(html.select("textarea").text()).isEqualTo("\"><img src=x>");
        assertThat(html.select("input[type=radio]")).hasSize(60);
        assertThat(html.select("fieldset > legend")).hasSize(20);
        assertThat(html.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(html.select("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
        assertThat(html.select("main")).hasSize(1);
        assertThat(html.select("h1")).hasSize(1);
    }

    private static PollPage.Card card(
            CandidateTime time, ZoneId organiser, Optional<ZoneId> reader, Language language) {
        return new PollPages(sheet(List.of(line(time)), organiser, "Salt"), PlainReaders.of(language), reader)
                .page("/poll/x", new PollPages.Typed(Map.of(), "", true, "", List.of()))
                .cards()
                .getFirst();
    }

    private static PollSheet.Line line(CandidateTime time) {
        var nobody = new PollSheet.Others(0, List.of());
        return new PollSheet.Line(UUID.randomUUID(), time, Optional.empty(), nobody, nobody, nobody);
    }

    private static PollSheet sheet(List<PollSheet.Line> lines, ZoneId zone, String title) {
        return new PollSheet(
                new PollId(UUID.randomUUID()),
                "ABCDEF",
                title,
                "",
                Language.EN,
                Optional.empty(),
                new PollPlace(""),
                PersonName.published("SATO Junichi"),
                PersonName.published("Aigerim"),
                zone,
                Optional.empty(),
                Optional.of(Instant.parse("2027-06-01T12:00:00Z")),
                PollState.OPEN,
                true,
                Showing.NAMES,
                lines,
                Optional.empty(),
                false,
                "",
                List.of());
    }

    private static ZoneId zone(Random random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }
}
