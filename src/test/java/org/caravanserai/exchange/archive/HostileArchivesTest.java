package org.caravanserai.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Archives that mean harm or make no sense: refused by file, row and field, in every language, and nothing is kept. */
@IntegrationTest
class HostileArchivesTest {

    private static final String MEETING = """
            {"id": "01990000-0000-7000-8000-000000000001", "slug": "kept", "name": {"en": "Kept"},
             "first_day": "2027-06-08", "last_day": "2027-06-09", "zone": "Asia/Almaty", "city": {"en": "Astana"}}
            """;
    private static final String PERSON = """
            {"id": "01990000-0000-7000-8000-0000000000aa", "code": "AAAAAA", "published": "Ada", "family": "",
             "given": "", "name_order": "GIVEN_FIRST", "native_script": "", "kana": "", "patronymic": "",
             "salutation": "NONE", "degree": "NONE", "academic_rank": "NONE", "institution": null, "affiliation": "",
             "orcid": "", "country": "", "zone": "", "language": "EN", "languages": "", "interests": "",
             "biography": {}, "search_key": "ada"}""";
    private static final String TYPE = """
            {"id": "01990000-0000-7000-8000-000000000002", "meeting": "01990000-0000-7000-8000-000000000001",
             "type_key": "TALK", "name": {"en": "Talk"}, "kind": "SESSION", "minutes": 20, "may_hold_talks": true,
             "type_position": 0}""";
    private static final String ROOM = """
            {"id": "01990000-0000-7000-8000-000000000003", "meeting": "01990000-0000-7000-8000-000000000001",
             "name": {"en": "Hall"}, "venue": {}, "capacity": 10, "equipment": "", "booths": 0, "online": false,
             "room_position": 0}""";
    private static final String SESSION = """
            {"id": "01990000-0000-7000-8000-00000000000%s", "meeting": "01990000-0000-7000-8000-000000000001",
             "code": "CODE0%s", "proposal": null, "session_type": "01990000-0000-7000-8000-000000000002",
             "title": {"en": "S"}, "abstract_text": {}, "topics": "", "minutes": 20, "talk_language": "en",
             "slide_language": "en", "expected_audience": 0, "cancelled": false, "joined": %s,
             "before_minutes": 0, "after_minutes": 0}""";

    @TempDir
    Path folder = Path.of("");

    @Autowired
    MeetingArchiveImport imports;

    @Autowired
    Meetings meetings;

    @Autowired
    Persons persons;

    @Autowired
    Messages messages;

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("no zip", bytes("PK\3\4 and nothing more"), "exchange.archive.damaged", ""),
                arguments("half a zip", half(), "exchange.archive.damaged", ""),
                arguments("another zip", Archives.zip(Map.of("a.txt", bytes("a"))), "exchange.archive.other", ""),
                arguments(
                        "a bomb",
                        changed("tables/topic.json", t -> "[" + " ".repeat(130 * 1024 * 1024) + "]"),
                        "exchange.archive.large",
                        "tables/topic.json"),
                arguments(
                        "from the future",
                        changed("manifest.json", t -> t.replace(": 1", ": 99")),
                        "exchange.archive.version",
                        "99"),
                arguments("without a meeting", without("meeting.json"), "exchange.archive.missing", "meeting.json"),
                arguments(
                        "text that breaks off",
                        changed("meeting.json", t -> "{\n\"id\": "),
                        "exchange.archive.json",
                        "meeting.json"),
                arguments(
                        "another encoding",
                        archive(
                                "tables/room.json",
                                ("[" + ROOM.replace("Hall", "Зал") + "]")
                                        .getBytes(java.nio.charset.Charset.forName("windows-1251"))),
                        "exchange.archive.json",
                        "tables/room.json"),
                arguments(
                        "a row that is none",
                        changed("tables/room.json", t -> "[3]"),
                        "exchange.archive.row",
                        "tables/room.json"),
                arguments(
                        "objects in objects",
                        changed("tables/room.json", t -> "[" + "{\"a\":".repeat(9_000)),
                        "exchange.archive.json",
                        "tables/room.json"),
                arguments(
                        "the same key twice",
                        changed("tables/room.json", t -> "[" + ROOM + "," + ROOM + "]"),
                        "exchange.archive.key",
                        "2"),
                arguments(
                        "a key that is none",
                        changed("tables/room.json", t -> t.replace("000003", "zzz")),
                        "exchange.archive.key",
                        "1"),
                arguments(
                        "a room without a name",
                        changed("tables/room.json", t -> t.replace("\"name\"", "\"nome\"")),
                        "exchange.archive.value",
                        "name"),
                arguments(
                        "words for a number",
                        changed("tables/room.json", t -> t.replace("10", "\"ten\"")),
                        "exchange.archive.value",
                        "capacity"),
                arguments(
                        "a number too large",
                        changed("tables/room.json", t -> t.replace("10", "9".repeat(300))),
                        "exchange.archive.value",
                        "capacity"),
                arguments(
                        "words too long",
                        changed("tables/person.json", t -> t.replace("Ada", "A".repeat(500))),
                        "exchange.archive.value",
                        "published"),
                arguments(
                        "another meeting's room",
                        changed(
                                "tables/room.json",
                                t -> t.replace("\"meeting\": \"01990000", "\"meeting\": \"02990000")),
                        "exchange.archive.refers",
                        "meeting"),
                arguments(
                        "sessions joined in a circle",
                        changed(
                                "tables/session.json",
                                t -> "["
                                        + SESSION.formatted("5", "5", "\"01990000-0000-7000-8000-000000000006\"") + ","
                                        + SESSION.formatted("6", "6", "\"01990000-0000-7000-8000-000000000005\"")
                                        + "]"),
                        "exchange.archive.cycle",
                        "tables/session.json"),
                arguments(
                        "two sessions of one code",
                        changed(
                                "tables/session.json",
                                t -> "[" + SESSION.formatted("5", "5", "null") + ","
                                        + SESSION.formatted("6", "5", "null") + "]"),
                        "exchange.archive.refused",
                        "2"),
                arguments(
                        "a kind that does not exist",
                        changed("tables/session_type.json", t -> t.replace("SESSION", "NOPE")),
                        "exchange.archive.unreadable",
                        "tables/session_type.json"),
                arguments(
                        "a degree that does not exist",
                        changed("tables/person.json", t -> t.replace("\"degree\": \"NONE\"", "\"degree\": \"WIZARD\"")),
                        "exchange.archive.unreadable",
                        "tables/person.json"),
                arguments(
                        "a file that is missing",
                        archive("tables/release.json", bytes("""
                        [{"id": "01990000-0000-7000-8000-000000000009", "meeting": "01990000-0000-7000-8000-000000000001",
                          "release_number": 1, "published_at": "2027-01-01T00:00:00Z", "publisher": null, "note": {},
                          "snapshot": "01990000-0000-7000-8000-000000000008"}]""")),
                        "exchange.archive.missing",
                        "files/release/01990000-0000-7000-8000-000000000009"),
                arguments(
                        "the year nine thousand",
                        changed("meeting.json", t -> t.replace("2027", "9027")),
                        "exchange.archive.value",
                        "first_day"),
                arguments(
                        "a day that never was",
                        changed("meeting.json", t -> t.replace("06-09", "02-30")),
                        "exchange.archive.value",
                        "last_day"),
                arguments(
                        "a zone that is none",
                        changed("meeting.json", t -> t.replace("Almaty", "Atlantis")),
                        "exchange.archive.value",
                        "zone"),
                arguments(
                        "days the wrong way round",
                        changed("meeting.json", t -> t.replace("06-09", "06-01")),
                        "meeting.days.order",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, byte[] archive, String key, String place) {
        var slug = new Slug("x" + UUID.randomUUID().toString().substring(0, 8));
        var people = persons.count();
        var file = Archives.file(folder, archive);

        var refusal = catchThrowableOfType(Refusal.class, () -> Actor.asSystem(() -> imports.take(file, slug)));

        assertThat(refusal.key()).isEqualTo(key);
        for (var language : Language.values()) {
            assertThat(messages.get(language, refusal.problems().getFirst()))
                    .as(language.tag())
                    .contains(place)
                    .doesNotContain("{0}");
        }
        assertThat(meetings.findBySlug(slug.value())).isEmpty();
        assertThat(persons.count()).isEqualTo(people);
    }

    @Test
    void theGoodOneIsTakenAndWhatIsUnknownInItIsReported() {
        var slug = new Slug("x" + UUID.randomUUID().toString().substring(0, 8));
        var archive = changed("tables/room.json", t -> t.replace("\"booths\"", "\"dragons\": 1, \"booths\""));

        var imported = Actor.asSystem(() -> imports.take(Archives.file(folder, archive), slug));

        assertThat(imported.sessions()).isEqualTo(1);
        assertThat(imported.oddities()).anySatisfy(oddity -> {
            assertThat(oddity.place()).isEqualTo("tables/room.json");
            assertThat(oddity.detail()).isEqualTo("dragons");
        });
        assertThat(catchThrowable(() -> Actor.asSystem(() -> imports.take(Archives.file(folder, archive), slug))))
                .isInstanceOf(Refusal.class);
    }

    private static Map<String, byte[]> good() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("manifest.json", bytes("{\"format\": \"caravanserai-meeting\", \"version\": 1}"));
        entries.put("meeting.json", bytes(MEETING));
        entries.put("tables/person.json", bytes("[" + PERSON + "]"));
        entries.put("tables/session_type.json", bytes("[" + TYPE + "]"));
        entries.put("tables/room.json", bytes("[" + ROOM + "]"));
        entries.put("tables/topic.json", bytes("[]"));
        entries.put("tables/session.json", bytes("[" + SESSION.formatted("5", "5", "null") + "]"));
        return entries;
    }

    private static byte[] archive(String name, byte[] content) {
        var entries = good();
        entries.put(name, content);
        return Archives.zip(entries);
    }

    private static byte[] changed(String name, UnaryOperator<String> change) {
        var before = good().getOrDefault(name, new byte[0]);
        return archive(name, bytes(change.apply(new String(before, StandardCharsets.UTF_8))));
    }

    private static byte[] without(String name) {
        var entries = good();
        entries.remove(name);
        return Archives.zip(entries);
    }

    private static byte[] half() {
        var whole = Archives.zip(good());
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
