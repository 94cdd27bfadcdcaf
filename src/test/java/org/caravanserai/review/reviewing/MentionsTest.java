package org.caravanserai.review.reviewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.reviewing.Discussing.Participant;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;

class MentionsTest {

    private static final Participant ANNA = named("Anna Li");
    private static final Participant LIANG = named("Anna Liang");
    private static final Participant SATO = named("SATO Junichi");
    private static final Participant MONONYM = named("SATO");

    @Test
    void theWholeNameBehindAnAtSignCallsOn() {
        assertThat(called("What do you think, @Anna Li?")).containsExactly(ANNA.person());
        assertThat(called("@Anna Liang and @SATO Junichi")).containsOnly(LIANG.person(), SATO.person());
    }

    @Test
    void aNameInsideOfAnotherWordCallsOnNobody() {
        assertThat(called("Write to mail@Anna Li")).isEmpty();
        assertThat(called("@Anna Lindqvist said it, and @SATOMI")).isEmpty();
        assertThat(called("Anna Li said it")).isEmpty();
    }

    @Test
    void ofNamesThatBeginAlikeTheLongestCounts() {
        assertThat(called("@SATO Junichi")).containsExactly(SATO.person());
        assertThat(called("@SATO, please")).containsExactly(MONONYM.person());
    }

    @Test
    void aTitleInAnotherScriptMayFollowAtOnce() {
        assertThat(called("@SATO Junichiさん、どう思いますか")).containsExactly(SATO.person());
    }

    @Test
    void whoBearsTheSameNameIsCalledOnToo() {
        var other = named("Anna Li");

        assertThat(Mentions.in("@Anna Li", List.of(ANNA, other))).containsOnly(ANNA.person(), other.person());
    }

    private static java.util.Set<PersonId> called(String text) {
        return Mentions.in(text, List.of(ANNA, LIANG, SATO, MONONYM));
    }

    private static Participant named(String published) {
        return new Participant(
                new PersonId(UUID.randomUUID()),
                new PersonName(published, "", "", PersonName.Order.GIVEN_FIRST, "", "", ""),
                false);
    }
}
