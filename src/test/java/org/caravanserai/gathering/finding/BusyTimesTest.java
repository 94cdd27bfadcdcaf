package org.caravanserai.gathering.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusyTimesTest {

    private static final Instant FROM = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-05-01T00:00:00Z");
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @Test
    void anEventInUniversalTimeIsBusyThen() {
        assertThat(read("DTSTART:20270310T090000Z\nDTEND:20270310T103000Z"))
                .containsExactly(busy("2027-03-10T09:00:00Z", "2027-03-10T10:30:00Z"));
    }

    @Test
    void anEventThatNamesNoZoneIsMeantWhereItsOwnerLives() {
        assertThat(read("DTSTART:20270310T090000\nDURATION:PT1H"))
                .containsExactly(busy("2027-03-10T04:00:00Z", "2027-03-10T05:00:00Z"));
    }

    @Test
    void aDayIsBusyFromMidnightToMidnightWhereItsOwnerLives() {
        assertThat(read("DTSTART;VALUE=DATE:20270310"))
                .containsExactly(busy("2027-03-09T19:00:00Z", "2027-03-10T19:00:00Z"));
    }

    @Test
    void aWeeklyHourStaysOnItsClockWhereTheClocksChange() {
        assertThat(read("DTSTART;TZID=Europe/Berlin:20270315T090000\nDTEND;TZID=Europe/Berlin:20270315T100000\n"
                        + "RRULE:FREQ=WEEKLY;COUNT=4"))
                .extracting(Stretch::from)
                .containsExactlyInAnyOrder(
                        Instant.parse("2027-03-15T08:00:00Z"),
                        Instant.parse("2027-03-22T08:00:00Z"),
                        Instant.parse("2027-03-29T07:00:00Z"),
                        Instant.parse("2027-04-05T07:00:00Z"));
    }

    @Test
    void whatBeganLongAgoIsFollowedIntoTheWindowAndNoFurther() {
        var daily = read("DTSTART:20100101T050000Z\nDTEND:20100101T060000Z\nRRULE:FREQ=DAILY");

        assertThat(daily).hasSize(61);
        assertThat(daily).allSatisfy(each -> assertThat(each.from()).isBetween(FROM, UNTIL));
    }

    @Test
    void occurrencesThatAreTakenOutOrMovedAreNotBusy() {
        var moved = of("""
                BEGIN:VEVENT
                UID:a
                DTSTART:20270301T050000Z
                DTEND:20270301T060000Z
                RRULE:FREQ=DAILY;COUNT=4
                EXDATE:20270302T050000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:a
                RECURRENCE-ID:20270303T050000Z
                DTSTART:20270303T110000Z
                DTEND:20270303T120000Z
                END:VEVENT
                """);

        assertThat(moved)
                .extracting(Stretch::from)
                .containsExactlyInAnyOrder(
                        Instant.parse("2027-03-01T05:00:00Z"),
                        Instant.parse("2027-03-03T11:00:00Z"),
                        Instant.parse("2027-03-04T05:00:00Z"));
    }

    @Test
    void whatIsCancelledOrTakesNoTimeIsNotBusy() {
        assertThat(read("DTSTART:20270310T090000Z\nDTEND:20270310T103000Z\nSTATUS:CANCELLED"))
                .isEmpty();
        assertThat(read("DTSTART:20270310T090000Z\nDTEND:20270310T103000Z\nTRANSP:TRANSPARENT"))
                .isEmpty();
    }

    @Test
    void publishedBusyTimesAreReadAndFreeOnesAreNot() {
        assertThat(of("""
                BEGIN:VFREEBUSY
                FREEBUSY;FBTYPE=BUSY:20270310T090000Z/PT1H,20270311T090000Z/20270311T093000Z
                FREEBUSY;FBTYPE=FREE:20270312T090000Z/PT1H
                END:VFREEBUSY
                """))
                .containsExactly(
                        busy("2027-03-10T09:00:00Z", "2027-03-10T10:00:00Z"),
                        busy("2027-03-11T09:00:00Z", "2027-03-11T09:30:00Z"));
    }

    @Test
    void zonesAreKnownByTheNamesThatOtherProgramsGiveThem() {
        var named = List.of("W. Europe Standard Time", "/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin");
        for (var zone : named) {
            assertThat(read("DTSTART;TZID=" + zone + ":20270310T090000\nDURATION:PT1H"))
                    .as(zone)
                    .containsExactly(busy("2027-03-10T08:00:00Z", "2027-03-10T09:00:00Z"));
        }
    }

    @Test
    void aZoneThatNobodyKnowsIsRefusedByItsName() {
        assertThatThrownBy(() -> read("DTSTART;TZID=Middle-earth/Shire:20270310T090000\nDURATION:PT1H"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("finding.calendar.zone");
                    assertThat(refusal.problems().getFirst().arguments()).containsExactly("Middle-earth/Shire");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECONDLY", "MINUTELY", "HOURLY"})
    void whatRepeatsAllTheTimeIsRefused(String often) {
        assertThatThrownBy(() -> read("DTSTART:20270310T090000Z\nDURATION:PT1M\nRRULE:FREQ=" + often))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("finding.calendar.often"));
    }

    @Test
    void aRuleThatNeverComesTrueEnds() {
        assertThat(read("DTSTART:20270310T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tooManyEventsAreRefused() {
        var events = "BEGIN:VEVENT\nUID:x\nDTSTART:20270310T090000Z\nDURATION:PT1H\nEND:VEVENT\n"
                .repeat(BusyTimes.MOST_EVENTS + 1);

        assertThatThrownBy(() -> of(events))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("finding.calendar.many"));
    }

    @Test
    void rulesAtWhichTheProcessorWouldWorkForMinutesAreGivenUp() {
        var events = "BEGIN:VEVENT\nUID:x\nDTSTART:20270310T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"
                .repeat(20);
        var seconds = new AtomicLong();

        assertThat(BusyTimes.of(calendar(events), ALMATY, FROM, UNTIL)).isNotEmpty();
        assertRefused(
                "finding.calendar.large",
                () -> BusyTimes.of(
                        calendar(events),
                        ALMATY,
                        FROM,
                        UNTIL,
                        () -> Duration.ofSeconds(seconds.incrementAndGet()).toNanos()));
        assertThat(seconds.get()).as("one look before each rule").isEqualTo(BusyTimes.LONGEST_WORK.toSeconds() + 2);
    }

    @Test
    void aFileThatIsTooLongIsNotEvenLookedAt() {
        assertThatThrownBy(() -> BusyTimes.of("x".repeat(BusyTimes.LONGEST + 1), ALMATY, FROM, UNTIL))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("finding.calendar.large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYHOUR=9;BYMINUTE=0,1,2,3;BYSECOND=0,1,2",
                "FREQ=WEEKLY;BYSECOND=1,2",
                "freq=secondly"
            })
    void whatRepeatsManyTimesAnHourIsRefusedHoweverItIsWritten(String rule) {
        assertRefused("finding.calendar.often", () -> read("DTSTART:20270310T090000Z\nDURATION:PT1M\nRRULE:" + rule));
    }

    @Test
    void whatStandsStillIsNotFollowedForEver() {
        assertThat(read("DTSTART:20270310T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2000000000"))
                .hasSize(52);
        assertRefused(
                "finding.calendar.unreadable",
                () -> read("DTSTART:20270310T090000Z\nDURATION:PT1H\nRRULE:FREQ=NEVER;INTERVAL=0"));
    }

    /** What a library would work out change by change, from the first one on. */
    @ParameterizedTest
    @ValueSource(strings = {"RRULE:FREQ=SECONDLY", "RRULE:FREQ=YEARLY;BYSECOND=1,2,3", "RRULE;X-A=b:FREQ=DAI\n LY"})
    void aZoneWhoseClocksChangeAllTheTimeIsRefused(String rule) {
        assertRefused("finding.calendar.often", () -> of(zone(rule)));
    }

    @Test
    void aZoneWhoseClocksChangeTwiceAYearIsRead() {
        assertThat(of(zone("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20301027T010000Z")))
                .isEmpty();
    }

    @Test
    void moreChangesOfClocksThanThereWereAreRefused() {
        assertRefused("finding.calendar.many", () -> of(zone("X-A:b").repeat(CalendarLines.MOST_CHANGES + 1)));
    }

    @Test
    void componentsWithinComponentsAndLinesWithoutAnEndAreRefused() {
        assertRefused("finding.calendar.unreadable", () -> of("BEGIN:VEVENT\n".repeat(200_000)));
        assertRefused("finding.calendar.unreadable", () -> of("BEGIN:X-A\n".repeat(300_000)));
        assertRefused("finding.calendar.unreadable", () -> read("SUMMARY" + ";X-A=b".repeat(500_000) + ":x"));
        assertRefused("finding.calendar.unreadable", () -> read("SUMMARY" + "\n ;X-A=b".repeat(5_000) + ":x"));
        assertRefused("finding.calendar.large", () -> read("SUMMARY:" + "x".repeat(10_000_000)));
        assertThat(read("DTSTART:20270310T090000Z\nDURATION:PT1H\nSUMMARY:" + "x".repeat(3_000_000)))
                .as("long words are nobody's fault")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001\u0002\ufffd",
                "<!doctype html><title>Sign in</title>",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2027",
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nDTSTART:tomorrow\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VFREEBUSY\nFREEBUSY:now/later\nEND:VFREEBUSY\nEND:VCALENDAR"
            })
    void whatIsNoCalendarIsRefused(String file) {
        assertThatThrownBy(() -> BusyTimes.of(file.replace("\n", "\r\n"), ALMATY, FROM, UNTIL))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("finding.calendar.unreadable"));
    }

    private static String zone(String rule) {
        return "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:16010101T030000\n"
                + "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
                + rule
                + "\nEND:STANDARD\nEND:VTIMEZONE\n";
    }

    private static void assertRefused(String key, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static List<Stretch> read(String event) {
        return of("BEGIN:VEVENT\nUID:e\n" + event + "\nEND:VEVENT\n");
    }

    private static List<Stretch> of(String components) {
        return BusyTimes.of(calendar(components), ALMATY, FROM, UNTIL);
    }

    private static String calendar(String components) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n" + components + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static Stretch busy(String from, String until) {
        return Stretch.firm(Instant.parse(from), Instant.parse(until));
    }
}
