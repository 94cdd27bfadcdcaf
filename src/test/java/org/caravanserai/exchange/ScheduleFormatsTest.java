package org.caravanserai.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.meeting.Slug;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published agendas come in whole, and what goes out holds to the schemas of its formats. */
class ScheduleFormatsTest {

    @ParameterizedTest
    @CsvSource({
        "38c3.xml.gz,         38c3,        Europe/Berlin,   1007, 72,  2,   143",
        "fosdem_2021.xml.gz,  fosdem-2021, Europe/Brussels, 773,  108, 1,   0",
        "debconf23.xml.gz,    debconf23,   Asia/Kolkata,    117,  5,   0,   0",
        "pretalx-democon.json,democon,     UTC,             36,   2,   0,   1"
    })
    void aPublishedAgendaComesInWhole(
            String file, String slug, String zone, int sessions, int rooms, int roomTwice, int personTwice) {
        var translated = AgendaTranslation.translate(
                ScheduleFile.read(SharedSchedules.bytes(file)), new Slug(slug), ZoneId.of(zone));

        assertThat(translated.agenda().sessions()).hasSize(sessions);
        assertThat(translated.agenda().rooms()).hasSize(rooms);
        var odd = translated.oddities().stream().collect(Collectors.groupingBy(Oddity::kind, Collectors.counting()));
        assertThat(odd.getOrDefault(Oddity.Kind.ROOM_TWICE, 0L)).isEqualTo(roomTwice);
        assertThat(odd.getOrDefault(Oddity.Kind.PERSON_TWICE, 0L)).isEqualTo(personTwice);
        assertThat(translated.agenda().sessions())
                .allSatisfy(s -> assertThat(s.title().exactly(Language.EN)).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "38c3.xml.gz,         38c3,        Europe/Berlin",
        "fosdem_2021.xml.gz,  fosdem-2021, Europe/Brussels",
        "debconf23.xml.gz,    debconf23,   Asia/Kolkata",
        "pretalx-democon.json,democon,     UTC"
    })
    void whatGoesOutHoldsToBothSchemas(String file, String slug, String zone) throws Exception {
        assertHoldsInEveryLanguage(SharedSchedules.agenda(file, slug, zone));
    }

    @Test
    void titlesInAnyScriptAndHostileOnesHoldToBothSchemas() throws Exception {
        assertHoldsInEveryLanguage(hostile());
    }

    @Test
    void everyCauseOfTheSchemasErrorsInARealFileIsReportedWithItsLine() {
        var oddities = ScheduleFile.read(SharedSchedules.bytes("38c3.xml.gz")).oddities();

        assertThat(oddities)
                .filteredOn(o -> o.kind() == Oddity.Kind.SLUG)
                .extracting(Oddity::detail)
                .containsExactlyInAnyOrder("38c3-ada", "38c3-jlo", "38c3-tor");
        assertThat(oddities)
                .filteredOn(o -> o.kind() == Oddity.Kind.UNKNOWN_PART)
                .extracting(o -> o.detail() + " " + o.place())
                .containsExactly("do_not_stream 10617", "do_not_stream 10674", "do_not_stream 15713", "answers 25234");
    }

    @Test
    void anEventWithoutAZoneGetsTheMeetings() {
        var xml = """
                <schedule><conference><title>T</title></conference><day date="2027-06-08"><room name="R">
                <event id="1"><title>One</title><start>08:30</start><duration>00:30</duration></event>
                </room></day></schedule>
                """;

        var imported = ScheduleFile.read(xml.getBytes(StandardCharsets.UTF_8));
        var session = AgendaTranslation.translate(imported, new Slug("tt"), ZoneId.of("Asia/Tokyo"))
                .agenda()
                .sessions()
                .getFirst();

        assertThat(session.start()).isEqualTo(Instant.parse("2027-06-07T23:30:00Z"));
        assertThat(imported.oddities()).extracting(Oddity::kind).contains(Oddity.Kind.NO_ZONE, Oddity.Kind.NO_DATE);
    }

    @Test
    void textThatATemplateIndentedOrThatIsHtmlBecomesMarkdown() {
        assertThat(Prose.tidy("One\n\n        two\n          three")).isEqualTo("One\n\ntwo\n  three");
        assertThat(Prose.tidy("<p>One <b>two</b></p><p>See <a href=\"https://x.org/a(b)\">it</a></p>"))
                .isEqualTo("One **two**\n\nSee [it](https://x.org/a(b%29)");
        assertThat(Prose.tidy("<p>a</p><script>alert(1)</script><a href=\"javascript:alert(1)\">b</a>"))
                .doesNotContain("javascript:");
    }

    private static AgendaSnapshot hostile() {
        var room = new AgendaSnapshot.RoomPart(Ids.next(), LocalizedText.english("大会議室"), LocalizedText.EMPTY, 0);
        var twin = new AgendaSnapshot.RoomPart(Ids.next(), LocalizedText.english("大会議室"), LocalizedText.EMPTY, 80);
        var topic = new AgendaSnapshot.TopicPart(Ids.next(), "7", LocalizedText.english("Вода & <b>жизнь</b>"), 200);
        var type = new AgendaSnapshot.TypePart(Ids.next(), "TALK", LocalizedText.english("\"Talk\""), "SESSION");
        var person = new AgendaSnapshot.PersonPart(
                Ids.next(), "AAAAAA", PersonName.published("]]>佐藤"), "PHD", "", "JP", "", LocalizedText.EMPTY);
        var sessions = new ArrayList<AgendaSnapshot.SessionPart>();
        var titles = List.of("Қазақстан", "水資源", "<script>", "a", "…", "\uD83D\uDE00 \uFFFF \u0007", "Қазақстан");
        for (int i = 0; i < titles.size(); i++) {
            sessions.add(new AgendaSnapshot.SessionPart(
                    Ids.next(),
                    "ZZZZZ" + (char) ('A' + i),
                    type.key(),
                    LocalizedText.english(titles.get(i)),
                    LocalizedText.EMPTY,
                    i == 0 ? List.of() : List.of(topic.key()),
                    i == 3 ? null : i == 4 ? twin.key() : room.key(),
                    Instant.parse("2027-06-08T03:00:00Z").plusSeconds(i * 3600L),
                    i == 5 ? 1440 : 25,
                    i == 1 ? "ja" : "",
                    "",
                    false,
                    List.of(new AgendaSnapshot.RolePart(person.key(), "PRESENTER")),
                    List.of()));
        }
        var day = LocalDate.of(2027, 6, 8);
        return new AgendaSnapshot(
                new AgendaSnapshot.MeetingPart(
                        "a1",
                        LocalizedText.english("A & B"),
                        LocalizedText.EMPTY,
                        day,
                        day,
                        "Asia/Almaty",
                        LocalizedText.english("Astana")),
                List.of(room, twin),
                List.of(topic),
                List.of(type),
                List.of(person),
                sessions);
    }

    static void assertHoldsInEveryLanguage(AgendaSnapshot agenda) throws Exception {
        for (var language : Language.values()) {
            assertThat(ScheduleSchemas.xmlErrors(ScheduleExport.xml(agenda, 7, "https://example.org", language)))
                    .as(language.tag())
                    .isEmpty();
            assertThat(ScheduleSchemas.jsonErrors(ScheduleExport.json(agenda, 7, "https://example.org", language)))
                    .as(language.tag())
                    .isEmpty();
        }
    }
}
