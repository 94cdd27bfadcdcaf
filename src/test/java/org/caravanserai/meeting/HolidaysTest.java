package org.caravanserai.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class HolidaysTest {

    @Autowired
    Holidays holidays;

    @Autowired
    HolidayTable table;

    @Autowired
    HolidayLoading loading;

    @Autowired
    MeetingFixtures fixtures;

    @Test
    void theDaysOfTheDemonstrationMeetingAreWorkingDaysInAllSixCountries() {
        var calendar = holidays.between(LocalDate.of(2027, 6, 8), LocalDate.of(2027, 6, 11));
        assertThat(calendar.known()).isTrue();
        assertThat(calendar.byDay()).isEmpty();
    }

    @Test
    void theThirdOfMay2027IsAHolidayInJapanAndElsewhereToo() {
        var day = LocalDate.of(2027, 5, 3);
        var calendar = holidays.between(day, day);
        assertThat(calendar.on(day))
                .extracting(Holidays.HolidayIn::country)
                .containsExactlyInAnyOrder("JP", "KZ", "KG");
        assertThat(calendar.on(day))
                .filteredOn(h -> h.country().equals("JP"))
                .first()
                .satisfies(h -> {
                    assertThat(h.name().text(Language.JA)).isEqualTo("憲法記念日");
                    assertThat(h.estimated()).isFalse();
                });
    }

    @Test
    void everyShippedHolidayHasAllEightLanguagesAndOneOfTheSixCountries() {
        var rows = HolidayLoading.rows(HolidayLoading.read());
        assertThat(rows).hasSizeGreaterThan(400);
        assertThat(rows).allSatisfy(row -> {
            assertThat(Holidays.COUNTRIES).contains((String) row[1]);
            assertThat(LocalizedText.fromJson((String) row[3]).languages())
                    .as(Arrays.toString(row))
                    .hasSize(8);
        });
        assertThat(rows).filteredOn(row -> (boolean) row[4]).isNotEmpty();
    }

    @Test
    void yearsThatTheTableDoesNotKnowAreSaidToBeUnknown() {
        assertThat(holidays.between(LocalDate.of(2045, 6, 8), LocalDate.of(2045, 6, 9))
                        .known())
                .isFalse();
        assertThat(holidays.between(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2))
                        .known())
                .isFalse();
    }

    @Test
    void loadingAgainAddsNothingAndKeepsWhatAnAdministratorAdded() {
        var day = LocalDate.of(2027, 8, 17);
        var added = Acting.as(
                fixtures.administrator(), () -> holidays.add("UZ", day, LocalizedText.english("Day off by decree")));
        var before = table.count();
        loading.prepare();
        assertThat(table.count()).isEqualTo(before);
        assertThat(holidays.between(day, day).on(day))
                .extracting(h -> h.name().text(Language.EN))
                .containsExactly("Day off by decree");
        Acting.as(fixtures.administrator(), () -> holidays.remove(added));
        assertThat(holidays.between(day, day).byDay()).isEmpty();
    }

    @Test
    void aHolidayOfACountryThatIsNotOneOfTheSixIsRefused() {
        assertThatThrownBy(() -> Acting.as(
                        fixtures.administrator(),
                        () -> holidays.add("FR", LocalDate.of(2027, 7, 14), LocalizedText.english("Bastille Day"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aYearCostsAsManyStatementsAsADay() {
        var day = LocalDate.of(2027, 5, 3);
        assertThat(SqlCounter.count(() -> holidays.between(day, day.plusDays(364))))
                .isEqualTo(SqlCounter.count(() -> holidays.between(day, day)));
    }
}
