package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;

class DraftContentTest {

    @Test
    void whatTwoPeopleChangeInDifferentFieldsIsJoined() {
        var base = DraftContent.EMPTY.with("title.en", "Saxaul").with("minutes", "20");
        var merge = DraftContent.merge(base, base.with("title.ja", "サクサウール"), base.with("minutes", "90"));

        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.content().get("title.ja")).isEqualTo("サクサウール");
        assertThat(merge.content().get("minutes")).isEqualTo("90");
    }

    @Test
    void whatTwoPeopleChangeInTheSameFieldIsTold() {
        var base = DraftContent.EMPTY.with("title.en", "Saxaul");
        var merge =
                DraftContent.merge(base, base.with("title.en", "Black saxaul"), base.with("title.en", "White saxaul"));

        assertThat(merge.clashes()).containsExactly("title.en");
        assertThat(merge.content().get("title.en")).isEqualTo("Black saxaul");
    }

    @Test
    void aFieldThatOneEmptiedStaysEmpty() {
        var base = DraftContent.EMPTY.with("title.ja", "題").with("title.en", "Title");
        var merge = DraftContent.merge(base, base.with("title.ja", ""), base.with("title.en", "A title"));

        assertThat(merge.content()).isEqualTo(DraftContent.EMPTY.with("title.en", "A title"));
    }

    @Test
    void nonsenseIsKeptAsTypedAndOnlySizeIsLimited() {
        var typed = DraftContent.EMPTY.with("minutes", "about an hour").with("title.en", "<script>' or 1=1 --\0");
        assertThat(typed.get("minutes")).isEqualTo("about an hour");
        assertThat(typed.get("title.en")).isEqualTo("<script>' or 1=1 --");
        assertThatThrownBy(() -> typed.with("abstract.en", "x".repeat(DraftContent.LONGEST + 1)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void textsInSeveralLanguagesComeBack() {
        var title = LocalizedText.english("Water").with(Language.UZ, "Suv").with(Language.TG, "Об");
        assertThat(DraftContent.EMPTY.with(DraftContent.TITLE, title).localized(DraftContent.TITLE))
                .isEqualTo(title);
    }

    @Test
    void aMorningThatDoesNotSuitTouchesTheMorningAlone() {
        var day = LocalDate.of(2027, 6, 8);
        var morning = new UnsuitableTime(day, UnsuitableTime.Part.MORNING);

        assertThat(morning.touches(at(day, 12), at(day, 13))).isTrue();
        assertThat(morning.touches(at(day, 13), at(day, 14))).isFalse();
        assertThat(new UnsuitableTime(day, UnsuitableTime.Part.AFTERNOON).touches(at(day, 12), at(day, 13)))
                .isFalse();
        assertThat(new UnsuitableTime(day, UnsuitableTime.Part.DAY).touches(at(day, 20), at(day, 21)))
                .isTrue();
        for (var part : UnsuitableTime.Part.values()) {
            for (var strength : UnsuitableTime.Strength.values()) {
                var time = new UnsuitableTime(day, part, strength);
                assertThat(UnsuitableTime.parse(time.toString())).contains(time);
            }
        }
        assertThat(UnsuitableTime.parse("tomorrow/never")).isEmpty();
    }

    private static LocalDateTime at(LocalDate day, int hour) {
        return day.atTime(hour, 0);
    }
}
