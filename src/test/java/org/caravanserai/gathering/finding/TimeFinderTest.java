package org.caravanserai.gathering.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFinderTest {

    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOUR = Duration.ofHours(1);
    /** A Monday. */
    private static final Instant MONDAY = Instant.parse("2027-06-07T00:00:00Z");

    private final Participant aigerim = person(ASTANA, "KZ");
    private final Participant junichi = person(TOKYO, "JP");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aThousandRandomSearchesFindWhatAnExhaustiveSearchFinds(long seed) {
        var searches = new RandomSearches(seed);
        int empty = 0;
        int without = 0;
        for (int i = 0; i < 1_000; i++) {
            var query = searches.next();
            var found = TimeFinder.find(query);
            var reference = new ExhaustiveSearch(query);
            assertThat(found.best().stream().map(TimeFinderTest::time).toList())
                    .as("search %d of seed %d: %s", i, seed, query)
                    .isEqualTo(reference.best());
            var times = new LinkedHashMap<PersonId, ExhaustiveSearch.Time>();
            found.without().forEach((person, time) -> times.put(person, time(time)));
            assertThat(times)
                    .as("without each, search %d of seed %d: %s", i, seed, query)
                    .isEqualTo(reference.without());
            empty += found.best().isEmpty() ? 1 : 0;
            without += times.size();
        }
        assertThat(empty).isLessThan(300);
        assertThat(without).isGreaterThan(100);
    }

    @Test
    void everyoneInWorkingHoursAndTokyoAfterLunch() {
        var found = find(List.of(aigerim, junichi), HOUR, 1).best().getFirst();

        assertThat(found.start()).isEqualTo(Instant.parse("2027-06-07T04:00:00Z"));
        assertThat(found.reasons())
                .containsExactly(
                        new Reason.Everyone(Suitability.WORKING),
                        new Reason.PartOfDay(ASTANA, Reason.Part.MORNING),
                        new Reason.PartOfDay(TOKYO, Reason.Part.AFTER_LUNCH));
    }

    @Test
    void nobodyIsAskedToWorkOnAHoliday() {
        var celebrating = new Participant(
                aigerim.person(), ASTANA, aigerim.hours(), Set.of(LocalDate.of(2027, 6, 7)), List.of(), true, 0);

        var found = find(List.of(celebrating, junichi), HOUR, 1).best().getFirst();

        assertThat(LocalDate.ofInstant(found.start(), ASTANA)).isEqualTo(LocalDate.of(2027, 6, 8));
    }

    @Test
    void theWorstOffCountsMoreThanTheSum() {
        // With Tokyo and Astana at work it is night in New York; the evening of all three is a smaller evil than one
        // night.
        var found = find(List.of(aigerim, junichi, person(NEW_YORK, "US")), HOUR, 1)
                .best()
                .getFirst();

        assertThat(found.suits().values()).doesNotContain(Suitability.OUTSIDE);
        assertThat(found.unable()).isZero();
    }

    @Test
    void whoIsEngagedIsMissedBeforeAnybodyIsInconvenienced() {
        var busy = engaged(junichi, new Stretch(MONDAY, MONDAY.plus(Duration.ofHours(12)), true));
        var window = new TimeQuery(
                List.of(aigerim, busy),
                HOUR,
                MONDAY,
                MONDAY.plus(Duration.ofHours(14)),
                List.of(),
                List.of(),
                TOKYO,
                1);

        var found = TimeFinder.find(window).best().getFirst();

        assertThat(found.unable()).isZero();
        assertThat(found.start()).isEqualTo(MONDAY.plus(Duration.ofHours(12)));
    }

    @Test
    void whatWouldBePossibleWithoutSomebodyIsToldWhereItIsBetter() {
        var newYorker = person(NEW_YORK, "US");

        var found = find(List.of(aigerim, junichi, newYorker), HOUR, 3);

        assertThat(found.without()).containsKey(newYorker.person());
        var without = java.util.Objects.requireNonNull(found.without().get(newYorker.person()));
        assertThat(without.suits()).doesNotContainKey(newYorker.person());
        assertThat(without.reasons().getFirst()).isEqualTo(new Reason.Everyone(Suitability.WORKING));
    }

    @Test
    void theBestFewAreNoNeighbours() {
        var starts = find(List.of(aigerim, junichi), HOUR, 5).best().stream()
                .map(FoundTime::start)
                .sorted()
                .toList();

        assertThat(starts).hasSize(5);
        for (int i = 1; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - 1), starts.get(i))).isGreaterThanOrEqualTo(Duration.ofHours(3));
        }
    }

    @Test
    void aSessionThatSomebodyHasMarkedIsAvoidedWhereItCostsNothing() {
        var marked = engaged(junichi, new Stretch(MONDAY, MONDAY.plus(Duration.ofHours(8)), false));

        var found = find(List.of(aigerim, marked), HOUR, 1).best().getFirst();

        assertThat(LocalDate.ofInstant(found.start(), TOKYO)).isEqualTo(LocalDate.of(2027, 6, 8));
    }

    @Test
    void oneRoomAndOneInterpreterMustBeFree() {
        var morning = Stretch.firm(MONDAY, MONDAY.plus(Duration.ofHours(6)));
        var noon = Stretch.firm(MONDAY.plus(Duration.ofHours(5)), MONDAY.plus(Duration.ofHours(7)));
        var interpreter = engaged(person(TOKYO, "JP"), Stretch.firm(MONDAY, MONDAY.plus(Duration.ofHours(7))));
        var query = new TimeQuery(
                List.of(aigerim, junichi),
                HOUR,
                MONDAY,
                MONDAY.plus(Duration.ofDays(1)),
                List.of(List.of(morning), List.of(noon)),
                List.of(interpreter),
                TOKYO,
                1);

        var found = TimeFinder.find(query).best().getFirst();

        assertThat(found.start()).isEqualTo(Instant.parse("2027-06-07T07:00:00Z"));
        assertThat(found.room()).isZero();
        assertThat(found.interpreter()).isZero();
    }

    @Test
    void theInconvenienceOfAGroupThatMeetsAgainAndAgainIsShared() {
        var group = List.of(junichi, person(BERLIN, "DE"), person(NEW_YORK, "US"));
        var past = new ArrayList<Rotation.Past>();
        var borne = new LinkedHashMap<PersonId, Integer>();
        for (int week = 0; week < 24; week++) {
            var from = MONDAY.plus(Duration.ofDays(7L * week));
            var found = TimeFinder.find(new TimeQuery(
                            Rotation.shared(group, past),
                            HOUR,
                            from,
                            from.plus(Duration.ofDays(5)),
                            List.of(),
                            List.of(),
                            TOKYO,
                            1))
                    .best()
                    .getFirst();
            past.add(new Rotation.Past(found.start(), found.end()));
            found.suits().forEach((who, how) -> borne.merge(who, how.inconvenience(), Integer::sum));
        }

        // Without turns one of them would have had all of it, or next to all.
        int all = borne.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(borne.values()).allSatisfy(each -> assertThat(each).isLessThanOrEqualTo(all / 2));
        assertThat(sharesOfLastSix(group, past)).allSatisfy(shares -> {
            int most = shares.values().stream().max(Integer::compare).orElseThrow();
            int least = shares.values().stream().min(Integer::compare).orElseThrow();
            assertThat(most - least).isLessThanOrEqualTo(2 * Suitability.OUTSIDE.inconvenience());
        });
    }

    @Test
    void onlyTheLastSixMeetingsAreRemembered() {
        var night = new Rotation.Past(Instant.parse("2027-06-06T17:00:00Z"), Instant.parse("2027-06-06T18:00:00Z"));
        var noon = new Rotation.Past(Instant.parse("2027-06-08T04:00:00Z"), Instant.parse("2027-06-08T05:00:00Z"));
        var many = new ArrayList<>(java.util.Collections.nCopies(6, noon));
        many.add(night);

        assertThat(Rotation.shared(List.of(junichi), List.of(night)).getFirst().debt())
                .isEqualTo(8);
        assertThat(Rotation.shared(List.of(junichi), many).getFirst().debt()).isZero();
    }

    @Test
    void aWeeklyTimeStaysWhereTheClocksOfOneChange() {
        var before = Instant.parse("2027-03-26T08:00:00Z");
        var berliner =
                new Participant(new PersonId(Ids.next()), BERLIN, Hours.usual("DE"), Set.of(), List.of(), true, 0);

        // 9:00 in Berlin before and after the last Sunday of March.
        assertThat(TimeFinder.inconvenience(berliner, before, before.plus(HOUR)))
                .isZero();
        assertThat(TimeFinder.inconvenience(
                        berliner, Instant.parse("2027-03-29T06:00:00Z"), Instant.parse("2027-03-29T07:00:00Z")))
                .isEqualTo(Suitability.EDGE.inconvenience());
        assertThat(TimeFinder.inconvenience(
                        berliner, Instant.parse("2027-03-29T07:00:00Z"), Instant.parse("2027-03-29T08:00:00Z")))
                .isZero();
    }

    @Test
    void whatCannotBeSearchedIsRefusedWithTheReason() {
        assertThatThrownBy(() -> find(List.of(), HOUR, 1))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("finding.people.none"));
        assertThatThrownBy(() -> find(List.of(aigerim), Duration.ofMinutes(20), 1))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("finding.duration.wrong"));
        assertThatThrownBy(() -> new DaySpan(600, 600)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Break(Break.Kind.LUNCH, DaySpan.hours(12, 13), Set.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void hoursAreReadAsTheyWereWritten() {
        var hours = new Hours(
                Map.of(DayOfWeek.MONDAY, DaySpan.hours(9, 18), DayOfWeek.SUNDAY, new DaySpan(615, 1_440)),
                List.of(
                        new Break(Break.Kind.LUNCH, DaySpan.hours(13, 14), EnumSet.allOf(DayOfWeek.class)),
                        new Break(Break.Kind.PRAYER, new DaySpan(790, 830), Set.of(DayOfWeek.FRIDAY))),
                DaySpan.hours(7, 22));

        assertThat(Hours.parse(hours.weekText(), hours.breaksText(), hours.humane()))
                .isEqualTo(hours);
    }

    private static TimeFinder.Findings find(List<Participant> people, Duration duration, int most) {
        return TimeFinder.find(new TimeQuery(
                people, duration, MONDAY, MONDAY.plus(Duration.ofDays(5)), List.of(), List.of(), TOKYO, most));
    }

    private static ExhaustiveSearch.Time time(FoundTime found) {
        return new ExhaustiveSearch.Time(found.start(), found.unable(), found.worst(), found.sum());
    }

    private static Participant person(ZoneId zone, String country) {
        return new Participant(new PersonId(Ids.next()), zone, Hours.usual(country), Set.of(), List.of(), true, 0);
    }

    private static Participant engaged(Participant free, Stretch stretch) {
        return new Participant(free.person(), free.zone(), free.hours(), Set.of(), List.of(stretch), true, 0);
    }

    private static List<Map<PersonId, Integer>> sharesOfLastSix(List<Participant> group, List<Rotation.Past> past) {
        var shares = new ArrayList<Map<PersonId, Integer>>();
        for (int end = Rotation.REMEMBERED; end <= past.size(); end++) {
            var each = new LinkedHashMap<PersonId, Integer>();
            Rotation.shared(group, past.subList(end - Rotation.REMEMBERED, end))
                    .forEach(one -> each.put(one.person(), one.debt()));
            shares.add(each);
        }
        return shares;
    }
}
