package org.caravanserai.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.caravanserai.text.Refusal;
import org.caravanserai.text.Zones;
import org.junit.jupiter.api.Test;

class NoticeWishesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30));
    private static final NoticeKind MAY_WAIT = NoticeKind.ordinary("group", "label", NoticeKind.Area.ORGANISERS);
    private static final NoticeKind COMES = NoticeKind.urgent("decision", "label", NoticeKind.Area.PROPOSALS);
    private static final NoticeKind ALWAYS = NoticeKind.essential("account-reset", "label", NoticeKind.Area.ACCOUNT);
    private static final Instant TOKYO_MIDNIGHT = Instant.parse("2027-01-10T15:00:00Z");

    @Test
    void whoHasChosenNothingGetsEverythingAtOnceAndANotice() {
        assertThat(NoticeWishes.NONE.way(MAY_WAIT, TOKYO_MIDNIGHT, TOKYO))
                .isEqualTo(new NoticeWishes.Way(true, ByMail.AT_ONCE, TOKYO_MIDNIGHT, false));
    }

    @Test
    void inQuietHoursMailThatMayWaitComesWhenTheyEndOnHerOwnClock() {
        var wishes = new NoticeWishes(Map.of(), 8, Optional.of(NIGHT), false);

        assertThat(wishes.way(MAY_WAIT, TOKYO_MIDNIGHT, TOKYO).due()).isEqualTo(Instant.parse("2027-01-10T22:30:00Z"));
        assertThat(wishes.way(COMES, TOKYO_MIDNIGHT, TOKYO).due()).isEqualTo(TOKYO_MIDNIGHT);
        assertThat(wishes.way(ALWAYS, TOKYO_MIDNIGHT, TOKYO).due()).isEqualTo(TOKYO_MIDNIGHT);
        assertThat(wishes.way(MAY_WAIT, TOKYO_MIDNIGHT, ZoneId.of("Asia/Almaty"))
                        .due())
                .as("20:00 in Almaty")
                .isEqualTo(TOKYO_MIDNIGHT);
    }

    @Test
    void quietHoursEndWhereTheirEndStandsAndNotAMinuteLater() {
        var evening = Instant.parse("2027-01-10T13:00:00Z");
        assertThat(NIGHT.firstAfter(evening, TOKYO)).isEqualTo(Instant.parse("2027-01-10T22:30:00Z"));
        assertThat(NIGHT.firstAfter(evening.minusSeconds(1), TOKYO)).isEqualTo(evening.minusSeconds(1));
        assertThat(NIGHT.firstAfter(Instant.parse("2027-01-10T22:30:00Z"), TOKYO))
                .isEqualTo(Instant.parse("2027-01-10T22:30:00Z"));
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(noon.firstAfter(Instant.parse("2027-01-10T03:30:00Z"), TOKYO))
                .isEqualTo(Instant.parse("2027-01-10T04:00:00Z"));
    }

    @Test
    void quietHoursOfNoLengthAreRefused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)).isInstanceOf(Refusal.class);
    }

    @Test
    void noMailLeavesInQuietHoursOrEarlierThanItWouldWhateverTheZoneAndDay() {
        var random = new Random(8058);
        var zones = Zones.ofPlaces();
        for (int i = 0; i < 20_000; i++) {
            var zone = zones.get(random.nextInt(zones.size()));
            var from = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var until = from.plusMinutes(1 + random.nextInt(24 * 60 - 1));
            var at = Instant.parse("2027-01-01T00:00:00Z").plusSeconds(random.nextInt(366 * 24 * 3600));

            var due = new QuietHours(from, until).firstAfter(at, zone);

            assertThat(due).isAfterOrEqualTo(at).isBefore(at.plusSeconds(26 * 3600));
        }
    }

    @Test
    void theDigestComesAtHerHourOfHerDay() {
        var wishes =
                new NoticeWishes(Map.of("group", new NoticeChoice(true, ByMail.DIGEST)), 8, Optional.of(NIGHT), false);

        var way = wishes.way(MAY_WAIT, TOKYO_MIDNIGHT, TOKYO);

        assertThat(way.mail()).isEqualTo(ByMail.DIGEST);
        assertThat(way.due()).isEqualTo(Instant.parse("2027-01-10T23:00:00Z"));
        assertThat(wishes.nextDigest(way.due(), TOKYO)).isEqualTo(Instant.parse("2027-01-11T23:00:00Z"));
    }

    @Test
    void whatComesAtOnceIsInNoDigest() {
        var wishes = new NoticeWishes(
                Map.of("decision", new NoticeChoice(true, ByMail.DIGEST)), 8, Optional.of(NIGHT), false);

        assertThat(wishes.way(COMES, TOKYO_MIDNIGHT, TOKYO))
                .isEqualTo(new NoticeWishes.Way(true, ByMail.AT_ONCE, TOKYO_MIDNIGHT, false));
    }

    @Test
    void mailThatIsNotSentForWhatWasSeenWaitsForItToBeSeen() {
        var wishes =
                new NoticeWishes(Map.of("review", new NoticeChoice(false, ByMail.AT_ONCE)), 8, Optional.empty(), true);

        assertThat(wishes.way(MAY_WAIT, TOKYO_MIDNIGHT, TOKYO))
                .isEqualTo(new NoticeWishes.Way(
                        true, ByMail.AT_ONCE, TOKYO_MIDNIGHT.plus(NoticeWishes.TIME_TO_SEE), true));
        assertThat(wishes.way(COMES, TOKYO_MIDNIGHT, TOKYO).due()).isEqualTo(TOKYO_MIDNIGHT);
        var notHere = NoticeKind.ordinary("review", "label", NoticeKind.Area.REVIEWING);
        assertThat(wishes.way(notHere, TOKYO_MIDNIGHT, TOKYO).unlessSeen())
                .as("what is not told here cannot be seen here")
                .isFalse();
    }

    @Test
    void whatAlwaysComesCannotBeStoppedByAnyChoice() {
        var wishes = new NoticeWishes(
                Map.of("account-reset", new NoticeChoice(false, ByMail.NEVER)), 8, Optional.of(NIGHT), true);

        assertThat(wishes.way(ALWAYS, TOKYO_MIDNIGHT, TOKYO))
                .isEqualTo(new NoticeWishes.Way(false, ByMail.AT_ONCE, TOKYO_MIDNIGHT, false));
    }

    @Test
    void choicesAreKeptAsTheyWereMade() {
        var converter = new NoticeChoicesConverter();
        var choices = Map.of(
                "decision", new NoticeChoice(true, ByMail.NEVER),
                "group", new NoticeChoice(false, ByMail.DIGEST));

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(choices)))
                .isEqualTo(choices);
        assertThat(converter.convertToEntityAttribute("")).isEmpty();
    }
}
