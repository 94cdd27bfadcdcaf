package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Water, dust; and a \\ between: \"all\"",
                "Two\nlines",
                "A line\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged",
                "A line\rATTENDEE:mailto:all@example.org",
                "\\n is not a line, \\, no comma",
                "nothing \u0000 rings\t \u0007 here \u007f, \u000b or \f there",
                "アラル海の水と塵についての長い題名であり、七十五オクテットを超えて折り返されるべきもの、さらに続く",
                "🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫🐪🐫",
                "Ўзбекистон ʻ Қ Ә Ғ ҷ Ң Ž 髙 e\u0301",
                "A \u2028 and \u2029 and \u0085 and \ud800",
                "="
            })
    void aTitleIsReadBackAsItWasWhateverStandsInIt(String title) throws Exception {
        var session = SampleProgramme.saying(
                "WATER2", LocalizedText.english(title), LocalizedText.english(title + "\n\n" + title));
        var programme = SampleProgramme.of(List.of(), List.of(session));

        var written = ProgrammeCalendar.write(programme, title, List.of(session), Language.EN, "https://example.org");
        var events = CalendarRules.check(written);

        assertThat(events).hasSize(1);
        assertThat(Objects.requireNonNull(events.getFirst().getSummary()).getValue())
                .isEqualTo(readable(title));
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("UID:" + session.key() + "@caravanserai");
    }

    @Test
    void namesOfTopicsPlacesAndPeopleAreTextsLikeAnyOther() throws Exception {
        var hostile = "Dust, salt; \\ and\rwater\u2028BEGIN:VALARM";
        var usual = PublishedMeetings.tokyo("sample");
        var topic = usual.topics().getFirst();
        var room = usual.rooms().getFirst();
        var person = usual.people().getFirst();
        var programme = new Programme(new PublishedAgenda(
                new MeetingId(new UUID(0, 1)),
                1,
                SampleProgramme.NINE,
                new AgendaSnapshot(
                        usual.meeting(),
                        List.of(new RoomPart(room.key(), LocalizedText.english(hostile), room.venue(), 1)),
                        List.of(new TopicPart(topic.key(), topic.topicKey(), LocalizedText.english(hostile), 1)),
                        usual.types(),
                        List.of(new PersonPart(
                                person.key(),
                                person.code(),
                                PersonName.published(hostile),
                                "",
                                "",
                                "",
                                "",
                                LocalizedText.EMPTY)),
                        usual.sessions())));

        var event = CalendarRules.check(ProgrammeCalendar.write(
                        programme,
                        hostile,
                        programme.sessionsOf(programme.agenda().people().getFirst()),
                        Language.EN,
                        ""))
                .getFirst();

        var readable = readable(hostile);
        assertThat(event.getCategories().getFirst().getCategories().getTexts()).containsExactly(readable);
        assertThat(Objects.requireNonNull(event.getLocation()).getValue()).isEqualTo(readable + ", Tokyo");
        assertThat(Objects.requireNonNull(event.getDescription()).getValue())
                .startsWith("Dust, salt; \\ and water BEGIN:VALARM\n");
    }

    @Test
    void everyLanguageAndNoSessionAtAllMakesACalendar() throws Exception {
        var session = SampleProgramme.saying(
                "WATER2",
                new LocalizedText(Map.of(Language.EN, "Water", Language.JA, "水", Language.TG, "Об")),
                LocalizedText.EMPTY);
        var programme = SampleProgramme.of(List.of(), List.of(session));

        for (var language : Language.values()) {
            assertThat(CalendarRules.check(
                            ProgrammeCalendar.write(programme, "水", List.of(session), language, "https://example.org")))
                    .hasSize(1);
            assertThat(CalendarRules.check(
                            ProgrammeCalendar.write(programme, "水", List.of(), language, "https://example.org")))
                    .isEmpty();
        }
    }

    @Test
    void aSessionThatIsCalledOffStaysAndSaysSo() throws Exception {
        var hall = SampleProgramme.room("Hall; east, \"upper\"");
        var held = SampleProgramme.session("HELD22", hall, 0, 30);
        var off = SampleProgramme.calledOff("GONE22", hall, 60, 30);
        var programme = SampleProgramme.of(List.of(hall), List.of(held, off));

        var events = CalendarRules.check(
                ProgrammeCalendar.write(programme, "Both", List.of(held, off), Language.EN, "https://example.org"));

        assertThat(events).extracting(ProgrammeCalendarTest::status).containsExactly("CONFIRMED", "CANCELLED");
    }

    private static String status(VEvent event) {
        return Objects.requireNonNull(event.getStatus()).getValue();
    }

    /** Of control characters iCalendar knows the line's end and the tab; half a character is none. */
    private static String readable(String text) {
        return text.replaceAll("\\R", "\n")
                .replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f]", "")
                .replace('\ud800', '?');
    }
}
