package org.caravanserai.agenda.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.caravanserai.agenda.optimiser.SessionForming.Formed;
import org.caravanserai.agenda.optimiser.SessionForming.Talk;
import org.junit.jupiter.api.Test;

class SessionFormingTest {

    @Test
    void talksOfOneTopicAndLanguageMakeSessionsThatAreNotTooLong() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var talks = new ArrayList<Talk>();
            for (var i = 0; i < 40; i++) {
                talks.add(new Talk(
                        5 * (2 + random.nextInt(5)),
                        random.nextInt(4) - 1,
                        random.nextBoolean() ? "en" : "ru",
                        Set.of(random.nextInt(6)),
                        Set.of(random.nextInt(30))));
            }
            var formed = new SessionForming(90).form(talks);
            assertThat(formed.stream().flatMap(session -> session.talks().stream()))
                    .as("every talk once")
                    .hasSize(40)
                    .doesNotHaveDuplicates();
            assertThat(formed).allSatisfy(session -> {
                assertThat(session.minutes()).isLessThanOrEqualTo(90);
                assertThat(session.talks()).allSatisfy(talk -> {
                    assertThat(talks.get(talk).topic()).isEqualTo(session.topic());
                    assertThat(talks.get(talk).language()).isEqualTo(session.language());
                });
            });
        }
    }

    @Test
    void countriesAreMixed() {
        var talks = List.of(talk(0, 1), talk(0, 2), talk(0, 3), talk(1, 4), talk(1, 5), talk(1, 6));
        var formed = new SessionForming(60).form(talks);
        assertThat(formed)
                .hasSize(3)
                .allSatisfy(session -> assertThat(
                                session.talks().stream().flatMap(talk -> talks.get(talk).countries().stream()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void whoTellsTwoTalksTellsThemInTwoSessions() {
        var talks = List.of(talk(0, 1), talk(1, 1), talk(0, 2), talk(1, 3));
        assertThat(new SessionForming(60).form(talks))
                .allSatisfy(session -> assertThat(
                                session.talks().stream().flatMap(talk -> talks.get(talk).people().stream()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void aTalkLongerThanASessionMayBeIsInNone() {
        assertThat(new SessionForming(20).form(List.of(talk(0, 1)))).isEmpty();
        assertThat(new SessionForming(20).form(List.of())).isEqualTo(List.<Formed>of());
    }

    private static Talk talk(int country, int person) {
        return new Talk(30, 2, "en", Set.of(country), Set.of(person));
    }
}
