package org.caravanserai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Slug;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that mean harm or make no sense: what is wrong is said by its place, in every language, and nothing is half done. */
@IntegrationTest
class HostileFilesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    @Autowired
    ScheduleImport imports;

    @Autowired
    Meetings meetings;

    @Autowired
    Messages messages;

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("an XML bomb", bomb(), "exchange.file.dtd", ""),
                arguments("an external entity", outside(), "exchange.file.dtd", ""),
                arguments("an external parameter entity", parameter(), "exchange.file.dtd", ""),
                arguments(
                        "a file that ends in the middle",
                        "<schedule><conference>\n<title>T",
                        "exchange.file.broken",
                        "2"),
                arguments("elements that cross", "<schedule>\n<conference></schedule>", "exchange.file.broken", "2"),
                arguments("an undeclared entity", "<schedule>\n&x;</schedule>", "exchange.file.broken", "2"),
                arguments("JSON that ends in the middle", "{\"schedule\":\n{\"a\": [", "exchange.file.broken", "2"),
                arguments("a number without end", "{\"schedule\":" + "9".repeat(5_000), "exchange.file.broken", "1"),
                arguments("arrays in arrays", "[".repeat(50_000), "exchange.file.other", ""),
                arguments("no element at all", "", "exchange.file.other", ""),
                arguments("another document", "<svg xmlns='http://www.w3.org/2000/svg'/>", "exchange.file.other", ""),
                arguments("a table", "title,start\nA,09:00\n", "exchange.file.other", ""),
                arguments("zero rooms", xml(""), "exchange.file.empty", ""),
                arguments("zero rooms in JSON", json("[]", "{}"), "exchange.file.empty", ""),
                arguments("rooms that are no rooms", json("{\"a\": 3}", "[1, 2]"), "exchange.file.empty", ""),
                arguments(
                        "events without titles",
                        xml(room(event("1", "", "2027-06-08T09:00:00+05:00", "00:30"))),
                        "exchange.file.nothing",
                        "4"),
                arguments(
                        "events in the year ten thousand",
                        xml(room(event("1", "A", "+10000-06-08T09:00:00+05:00", "00:30"))),
                        "exchange.file.nothing",
                        "4"),
                arguments(
                        "a meeting of a hundred years",
                        xml(room(event("1", "A", "1927-06-08T09:00:00+05:00", "00:30")
                                + event("2", "B", "2027-06-08T09:00:00+05:00", "00:30"))),
                        "exchange.file.long",
                        "4 conference"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String file, String key, String places) {
        var slug = slug();
        var refusal =
                catchThrowableOfType(Refusal.class, () -> Actor.asSystem(() -> imports.take(utf8(file), slug, ZONE)));

        assertThat(refusal.key()).isEqualTo(key);
        for (var language : Language.values()) {
            var said = messages.get(
                    language,
                    refusal.key(),
                    refusal.problems().getFirst().arguments().toArray());
            assertThat(said).as(language.tag()).doesNotContain("{").contains(places.split(" ", -1));
        }
        assertThat(meetings.findBySlug(slug.value())).isEmpty();
        assertThat(catchThrowable(() -> Actor.asSystem(() -> imports.look(utf8(file)))))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(Refusal.class),
                        // The days are looked at when the zone is known.
                        thrown -> assertThat(key).isEqualTo("exchange.file.long"));
    }

    static Stream<Arguments> takenWithAReport() {
        var good = event("g", "Good", "2027-06-08T09:00:00+05:00", "00:30");
        return Stream.of(
                arguments(
                        "the same identifier twice",
                        xml(room(good + good.replace("09:00", "10:00"))),
                        Oddity.Kind.IDENTIFIER,
                        "5",
                        2),
                arguments(
                        "rooms of the same name",
                        xml(room(good) + room(good.replace("'g'", "'h'"))),
                        Oddity.Kind.ROOM_NAME,
                        "5",
                        2),
                arguments(
                        "rooms of the same name in JSON",
                        json("[{\"name\": \"R\"}, {\"name\": \"R\"}]", "{\"R\": [" + JSON_EVENT + "]}"),
                        Oddity.Kind.ROOM_NAME,
                        "conference.rooms[1]",
                        1),
                arguments(
                        "two in one room at one time",
                        xml(room(good + good.replace("'g'", "'h'"))),
                        Oddity.Kind.ROOM_TWICE,
                        "5",
                        2),
                arguments(
                        "a session outside the days",
                        xml(room(good + event("o", "Out", "2027-06-20T09:00:00+05:00", "00:30"))),
                        Oddity.Kind.OUTSIDE_DAYS,
                        "5",
                        2),
                arguments(
                        "a session longer than the day",
                        xml(room(event("g", "Long", "2027-06-08T09:00:00+05:00", "99:00"))),
                        Oddity.Kind.LENGTH,
                        "4",
                        1),
                arguments(
                        "a session that ends before it starts",
                        xml(room(event("g", "Back", "2027-06-08T09:00:00+05:00", "-01:00"))),
                        Oddity.Kind.LENGTH,
                        "4",
                        1),
                arguments(
                        "a session in the year nine thousand",
                        xml(room(good + event("f", "Far", "9999-12-31T23:00:00+05:00", "00:30"))),
                        Oddity.Kind.NO_TIME,
                        "5",
                        1),
                arguments(
                        "a day that never was",
                        xml(room(good + event("n", "Never", "2027-02-30T09:00:00+05:00", "00:30"))),
                        Oddity.Kind.NO_TIME,
                        "5",
                        1),
                arguments(
                        "a meeting that ends before it begins",
                        xml(room(good)).replace("2027-06-09", "2026-06-09"),
                        Oddity.Kind.DAYS,
                        "conference",
                        1),
                arguments(
                        "a meeting that begins with the world",
                        xml(room(good)).replace("<start>2027-06-08", "<start>-4003-10-23"),
                        Oddity.Kind.DAYS,
                        "conference",
                        1),
                arguments("an event outside all rooms", xml(room(good) + good), Oddity.Kind.UNKNOWN_PART, "5", 1),
                arguments(
                        "a part that nobody knows",
                        xml(room(good.replace("</event>", "<spell>x</spell></event>"))),
                        Oddity.Kind.UNKNOWN_PART,
                        "4",
                        1),
                arguments(
                        "a title without end",
                        xml(room(good.replace("Good", "long ".repeat(10_000)))),
                        Oddity.Kind.CUT,
                        "4",
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void takenWithAReport(String what, String file, Oddity.Kind kind, String place, int sessions) {
        var imported = Actor.asSystem(() -> imports.take(utf8(file), slug(), ZONE));

        assertThat(imported.sessions()).isEqualTo(sessions);
        assertThat(imported.oddities())
                .filteredOn(oddity -> oddity.kind() == kind)
                .extracting(Oddity::place)
                .contains(place);
    }

    @Test
    void aFileThatIsCutOrChangedAnywhereIsReadOrRefusedAndNeverAFault() {
        var xml = utf8(xml(room(event("g", "Құм", "2027-06-08T09:00:00+05:00", "00:30"))));
        var json = utf8(json("[{\"name\": \"R\"}]", "{\"R\": [" + JSON_EVENT + "]}"));
        var chance = new Random(7);
        for (var whole : new byte[][] {xml, json}) {
            for (int length = 0; length < whole.length; length++) {
                assertReadOrRefused(Arrays.copyOf(whole, length));
            }
            for (int i = 0; i < 3_000; i++) {
                var changed = whole.clone();
                changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
                assertReadOrRefused(changed);
            }
        }
    }

    @Test
    void moreThanTheLimitIsRefusedBeforeItIsLookedAt() {
        var most = new byte[ScheduleFile.LARGEST + 1];

        assertThatThrownBy(() -> ScheduleFile.read(most))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("exchange.file.large"));
    }

    private static void assertReadOrRefused(byte[] file) {
        var thrown =
                catchThrowable(() -> AgendaTranslation.translate(ScheduleFile.read(file), new Slug("hostile"), ZONE));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(Refusal.class);
        }
    }

    private static final String JSON_EVENT =
            "{\"guid\": \"g\", \"title\": \"Good\", \"date\": \"2027-06-08T09:00:00+05:00\", \"duration\": \"00:30\"}";

    private static String json(String rooms, String byRoom) {
        return "{\"schedule\": {\"conference\": {\"title\": \"T\", \"rooms\": " + rooms
                + ", \"days\": [{\"date\": \"2027-06-08\", \"rooms\": " + byRoom + "}]}}}";
    }

    private static String xml(String rooms) {
        return """
                <schedule><conference><title>T</title><start>2027-06-08</start><end>2027-06-09</end></conference>
                <day date='2027-06-08'>
                %s</day></schedule>
                """.formatted(rooms);
    }

    private static String room(String events) {
        return "<room name='R'>\n" + events + "</room>";
    }

    private static String event(String guid, String title, String date, String duration) {
        return String.format(
                Locale.ROOT,
                "<event guid='%s'><title>%s</title><date>%s</date><duration>%s</duration></event>\n",
                guid,
                title,
                date,
                duration);
    }

    private static String bomb() {
        var entities = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return "<!DOCTYPE schedule [" + entities
                + "]><schedule><conference><title>&a29;</title></conference></schedule>";
    }

    private static String outside() {
        return "<!DOCTYPE schedule [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                + "<schedule><conference><title>&a;</title></conference></schedule>";
    }

    private static String parameter() {
        return "<!DOCTYPE schedule [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]><schedule/>";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Slug slug() {
        return new Slug("h" + UUID.randomUUID().toString().substring(0, 8));
    }
}
