package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarReplyTest {

    private static final Instant NINE = Instant.parse("2030-06-08T09:00:00Z");

    @ParameterizedTest
    @EnumSource(SentCalendars.class)
    void whatCommonCalendarsAnswerIsBelieved(SentCalendars calendar) {
        var reply =
                read(calendar.reply("u1", "guest@example.org", "ACCEPTED", 3)).orElseThrow();

        assertThat(reply.uid()).isEqualTo("u1");
        assertThat(reply.sequence()).isEqualTo(3);
        assertThat(reply.attendee().value()).isEqualTo("guest@example.org");
        assertThat(reply.ofOne()).isFalse();
        assertThat(reply.said().orElseThrow().answer()).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @EnumSource(SentCalendars.class)
    void anotherTimeThatCommonCalendarsProposeIsTheInstantThatTheyMean(SentCalendars calendar) {
        var said = read(calendar.counter("u1", "guest@example.org", 0))
                .flatMap(CalendarReply::said)
                .orElseThrow();

        assertThat(said.answer()).isEqualTo(Answer.NO);
        assertThat(said.wish().orElseThrow().start()).isEqualTo(NINE);
        assertThat(said.wish().orElseThrow().length()).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @EnumSource(SentCalendars.class)
    void anAnswerToOneTimeOfSeveralIsKnownAsThat(SentCalendars calendar) {
        var one = calendar.reply("u1", "guest@example.org", "DECLINED", 0)
                .replace("END:VEVENT", "RECURRENCE-ID:20300608T090000Z\r\nEND:VEVENT");

        assertThat(read(one).orElseThrow().ofOne()).isTrue();
        assertThat(read(one).flatMap(CalendarReply::said)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED,YES", "TENTATIVE,TENTATIVE", "DECLINED,NO", "accepted,YES"})
    void whatIsSaidIsOneOfThree(String written, Answer meant) {
        assertThat(said(SentCalendars.GOOGLE.reply("u1", "guest@example.org", written, 0)))
                .hasValueSatisfying(said -> assertThat(said.answer()).isEqualTo(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEEDS-ACTION", "DELEGATED", "X-PERHAPS"})
    void whatIsNoneOfThemIsNotBelieved(String written) {
        assertThat(said(SentCalendars.GOOGLE.reply("u1", "guest@example.org", written, 0)))
                .isEmpty();
    }

    @Test
    void aZoneIsKnownByItsNameAlthoughTheFileHasItsClocksAsTheyWereOnce() {
        var apple = SentCalendars.APPLE.counter("u1", "guest@example.org", 0);

        assertThat(wish(apple.replace("TZOFFSETTO:+0500", "TZOFFSETTO:+0600"))).contains(NINE);
        assertThat(wish(apple.replaceAll("(?s)BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", "")))
                .contains(NINE);
    }

    @Test
    void aZoneOfAnUnknownNameIsAsTheFileDescribesIt() {
        var outlook = SentCalendars.OUTLOOK
                .counter("u1", "guest@example.org", 0)
                .replace("W. Europe Standard Time", "Customized Time Zone");

        assertThat(wish(outlook)).contains(NINE);
    }

    /** Each change is written as what is replaced and by what. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTAMP:20270101T000000Z|X-NOTHING:",
                "CREATED:|ATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.org\\r\\nCREATED:",
                "CREATED:|UID:another\\r\\nCREATED:",
                "CREATED:|RECURRENCE-ID:20300608T090000Z\\r\\nRECURRENCE-ID:20300609T090000Z\\r\\nCREATED:",
                "METHOD:COUNTER|METHOD:COUNTER\\r\\nMETHOD:REPLY",
                "DTSTART:20300608T090000Z|X-NOTHING:",
                "DTSTART:20300608T090000Z|DTSTART;VALUE=DATE:20300608",
                "DTSTART:20300608T090000Z|DTSTART:20300608T090000",
                "DTSTART:20300608T090000Z|DTSTART;TZID=Middle-earth/Shire:20300608T090000",
                "DTEND:20300608T093000Z|DTEND:20300608T083000Z",
                "DTEND:20300608T093000Z|X-NOTHING:"
            })
    void ofWhatBreaksTheRulesNothingIsBelievedAndItIsKnownWhoseItIs(String was, String becomes) {
        var broken = SentCalendars.GOOGLE
                .counter("u1", "guest@example.org", 0)
                .replace(was, becomes.replace("\\r\\n", "\r\n"));

        var reply = read(broken).orElseThrow();
        assertThat(reply.uid()).isEqualTo("u1");
        assertThat(reply.said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001\ufffd\u0000",
                "<!doctype html><title>Sign in</title>",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n"
            })
    void whatIsNoCalendarIsNobodysAnswer(String file) {
        assertThat(read(file)).isEmpty();
    }

    @Test
    void whatIsMadeToTakeForEverIsNotFollowed() {
        var reply = SentCalendars.OUTLOOK.reply("u1", "guest@example.org", "ACCEPTED", 0);

        assertThat(read(reply.replaceAll("FREQ=YEARLY[^\r]*", "FREQ=SECONDLY"))).isEmpty();
        assertThat(read(reply.replaceFirst("FREQ=YEARLY[^\r]*", "FREQ=YEARLY;BYSECOND=1,2,3")))
                .isEmpty();
        assertThat(read(reply.replace("SUMMARY", "SUMMARY;X-A=b" + ";X-A=b".repeat(5_000))))
                .isEmpty();
        assertThat(read("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(4_000)))
                .isEmpty();
        assertThat(read(reply.replace("Salt", "x".repeat(10_000_000)))).isEmpty();
        assertThat(read(reply.replace("END:VEVENT", "RRULE:FREQ=SECONDLY\r\nEND:VEVENT")))
                .as("how often it would be is not looked at in an answer")
                .isPresent();
    }

    private static Optional<Instant> wish(String file) {
        return said(file).flatMap(CalendarReply.Said::wish).map(AppointmentTime::start);
    }

    private static Optional<CalendarReply.Said> said(String file) {
        return read(file).flatMap(CalendarReply::said);
    }

    private static Optional<CalendarReply> read(String file) {
        return CalendarReply.of(file.getBytes(StandardCharsets.UTF_8));
    }
}
