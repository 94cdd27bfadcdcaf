package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashSet;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentTextsTest {

    private static final Messages MESSAGES = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCalendarNamesTwelveMonthsAndSevenDaysOfItsLanguageAndBeginsOnItsFirstDay(Language language) {
        var calendar = texts(language).datePicker();

        assertThat(new HashSet<>(calendar.getMonthNames())).hasSize(12).doesNotContain("");
        assertThat(new HashSet<>(calendar.getWeekdays())).hasSize(7).doesNotContain("");
        assertThat(calendar.getWeekdaysShort()).hasSize(7).doesNotContain("");
        assertThat(calendar.getFirstDayOfWeek()).isEqualTo(language == Language.JA ? 0 : 1);
        assertThat(calendar.getDateFormats()).allMatch(format -> format.contains("yyyy") && format.contains("MM"));
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void noComponentSpeaksEnglishToOthers(Language language) {
        var theirs = texts(language);
        var english = texts(Language.EN);

        assertThat(theirs.datePicker().getMonthNames())
                .isNotEqualTo(english.datePicker().getMonthNames());
        assertThat(theirs.datePicker().getToday())
                .isNotEqualTo(english.datePicker().getToday());
        assertThat(theirs.dateTimePicker().getIncompleteInputErrorMessage())
                .isNotEqualTo(english.dateTimePicker().getIncompleteInputErrorMessage());
        assertThat(theirs.timePicker().getBadInputErrorMessage())
                .isNotEqualTo(english.timePicker().getBadInputErrorMessage());
        assertThat(theirs.upload(1).getError().getFileIsTooBig())
                .isNotEqualTo(english.upload(1).getError().getFileIsTooBig());
        assertThat(theirs.multiSelect().getCleared())
                .isNotEqualTo(english.multiSelect().getCleared());
    }

    @Test
    void theCountOfChosenItemsReachesTheBrowserAsAPlaceholder() {
        for (var language : Language.values()) {
            assertThat(texts(language).multiSelect().getTotal()).contains("{count}");
        }
    }

    private static ComponentTexts texts(Language language) {
        return ComponentTexts.of(
                new Words(language, ZoneOffset.UTC), (key, arguments) -> MESSAGES.get(language, key, arguments));
    }
}
