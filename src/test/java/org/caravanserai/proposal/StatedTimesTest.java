package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTimesTest {

    private static final List<LocalDate> TUESDAY_AND_WEDNESDAY =
            List.of(LocalDate.parse("2027-06-08"), LocalDate.parse("2027-06-09"));

    @ParameterizedTest
    @ValueSource(strings = {"", "any", "2027-06-08", "2027-06-08/morning,2027-06-09/afternoon/rather-not"})
    void whatIsWrittenIsReadAgain(String written) {
        assertThat(StatedTimes.parse(written)).hasToString(written);
        assertThat(StatedTimes.parse(written).isKnown()).isEqualTo(!written.isEmpty());
    }

    @Test
    void whoNamesATimeThatDoesNotSuitDoesNotSayThatAnyDoes() {
        assertThat(StatedTimes.parse("any,2027-06-08").any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2027-06-08,2027-06-09; true",
                "2027-06-08,2027-06-09/morning,2027-06-09/afternoon/rather-not; false",
                "2027-06-08,2027-06-09/rather-not; false",
                "2027-06-08; false",
                "any; false"
            })
    void onlyWhatIsImpossibleAllDayTakesADayAway(String written, boolean none) {
        assertThat(StatedTimes.parse(written).leavesNoneOf(TUESDAY_AND_WEDNESDAY))
                .isEqualTo(none);
    }

    /** What was said, what one made of it, what another made of it before her, and what both have said then. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';                 2027-06-08;          2027-06-09;         2027-06-08,2027-06-09",
                "2027-06-08;         '';                  2027-06-08,2027-06-09; 2027-06-09",
                "2027-06-08;         2027-06-08/morning;  2027-06-08/afternoon; 2027-06-08/morning",
                "'';                 any;                 2027-06-09;         any",
                "any;                2027-06-08;          any;                2027-06-08",
                "any;                any;                 2027-06-09;         2027-06-09",
                "any;                '';                  any;                ''"
            })
    void whatTwoSayAtOnceIsJoinedDayByDay(String before, String mine, String theirs, String joined) {
        assertThat(StatedTimes.parse(theirs).with(StatedTimes.parse(before), StatedTimes.parse(mine)))
                .hasToString(joined);
    }

    @Test
    void daysThatTheMeetingDoesNotHaveAreLeftOut() {
        assertThat(StatedTimes.parse("2027-06-08,2027-07-01").on(TUESDAY_AND_WEDNESDAY))
                .hasToString("2027-06-08");
    }
}
