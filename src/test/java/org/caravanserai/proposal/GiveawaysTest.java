package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a text gives its authors away, and what does not. */
class GiveawaysTest {

    private static final Giveaways THEIRS = new Giveaways(
            List.of(
                    new PersonName(
                            "Dinara Bekova", "", "", PersonName.Order.GIVEN_FIRST, "Динара Бекова", "", "Maratovna"),
                    new PersonName(
                            "SATO Junichi", "Sato", "Junichi", PersonName.Order.FAMILY_FIRST, "佐藤 純一", "さとう じゅんいち", ""),
                    PersonName.published("Kim Li")),
            List.of("Kazakh-British Technical University", "筑波大学", "KBTU"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "As Dinara Bekova has shown | Dinara Bekova",
                "(Bekova D. 2019) | Bekova D",
                "D. Bekova et al. | D. Bekova",
                "как показала Динара Бекова в | Динара Бекова",
                "по методу Бековой | Бековой",
                "Бекованың әдісі | Бекованың",
                "the work of Junichi Satō | Junichi Satō",
                "佐藤純一の研究 | 佐藤純一",
                "佐藤らの方法 | 佐藤",
                "さとうじゅんいち | さとうじゅんいち",
                "筑波大学で測定した | 筑波大学",
                "at the Kazakh–British Technical University, Almaty | Kazakh–British Technical University",
                "in the laboratory of KBTU | KBTU",
                "write to dinara@example.org for data | dinara@example.org",
                "see 0000-0002-1825-0097 | 0000-0002-1825-0097"
            })
    void aNameAHouseAnAddressOrAnIdGivesThemAwayInAnySpelling(String text, String gives) {
        assertThat(THEIRS.in(text))
                .extracting(found -> text.substring(found.from(), found.to()))
                .containsExactly(gives);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We measure salt in the dust of the Aral Sea.",
                "Technical universities of Kazakhstan",
                "Satellites over Satpaev",
                "D. in the year 2019",
                "大学で測定した",
                ""
            })
    void whatManyWouldWriteGivesNobodyAway(String text) {
        assertThat(THEIRS.in(text)).isEmpty();
    }

    @Test
    void everythingFoundIsReplacedAndNothingElse() {
        assertThat(THEIRS.hide("Bekova and 佐藤 of KBTU (a@b.org) measured salt.", "[hidden]"))
                .isEqualTo("[hidden] and [hidden] of [hidden] ([hidden]) measured salt.");
    }

    @Test
    void whatIsHiddenOnceHasNothingLeftToHide() {
        var hidden = THEIRS.hide("Dinara Bekova, KBTU", "[hidden]");
        assertThat(THEIRS.hide(hidden, "[hidden]")).isEqualTo(hidden);
    }

    @Test
    void ofNamesThatRunIntoEachOtherNothingIsLeft() {
        assertThat(THEIRS.hide("By Bekova D. Bekova and Bekova\n\nD. Olsen", "[hidden]"))
                .isEqualTo("By [hidden] and [hidden]\n\nD. Olsen");
    }

    @Test
    void aLongTextThatAlmostHoldsAnAddressOrANameIsLookedThroughAtOnce() {
        assertThat(THEIRS.in("a".repeat(1_000_000))).isEmpty();
        assertThat(THEIRS.in("a@" + "a.".repeat(500_000))).hasSize(1);
        assertThat(THEIRS.in("Dinara ".repeat(100_000) + "Bekova")).hasSize(1);
    }
}
