package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@IntegrationTest
class UnsentWordsTest {

    private static final Instant NOW = Instant.parse("2031-06-08T06:00:00Z");

    @Autowired
    UnsentWords unsent;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    TestClock clock;

    private PersonId aigul;

    @BeforeEach
    void somebodyTypes() {
        clock.set(NOW);
        aigul = fixtures.person("Aigul Nurlanova");
    }

    @Test
    void whatWasTypedStandsThereUntilItIsSent() {
        Acting.as(aigul, () -> {
            assertThat(unsent.keep("ask/1", "line", "May we me")).isEqualTo(NOW);
            unsent.keep("ask/1", "line", "May we meet?");
            unsent.keep("ask/1", "place", "ここで");
            unsent.keep("ask/12", "line", "another form");
            assertThat(unsent.of("ask/1")).containsOnlyKeys("line", "place").containsEntry("line", "May we meet?");

            unsent.sent("ask/1");
            assertThat(unsent.of("ask/1")).isEmpty();
            assertThat(unsent.of("ask/12")).hasSize(1);
        });
    }

    @Test
    void anEmptiedFieldIsForgotten() {
        Acting.as(aigul, () -> {
            unsent.keep("ask/1", "line", "May we meet?");
            unsent.keep("ask/1", "line", "  ");
            assertThat(unsent.of("ask/1")).isEmpty();
        });
    }

    @Test
    void nobodyReadsWhatAnotherTypes() {
        Acting.as(aigul, () -> unsent.keep("ask/1", "line", "May we meet?"));
        Acting.as(fixtures.person("SATO Junichi"), () -> {
            assertThat(unsent.of("ask/1")).isEmpty();
            assertThat(unsent.of("%")).isEmpty();
            unsent.sent("ask/1");
        });
        Acting.as(aigul, () -> assertThat(unsent.of("ask/1")).hasSize(1));
        assertThatThrownBy(() -> unsent.of("ask/1"))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void aSignInANameOfAFormStandsForItself() {
        Acting.as(aigul, () -> {
            unsent.keep("a_b", "line", "one");
            unsent.keep("axb", "line", "two");
            unsent.keep("a%", "line", "three");
            unsent.keep("a!", "line", "four");
            assertThat(unsent.of("a_b")).containsOnlyKeys("line").containsEntry("line", "one");
            assertThat(unsent.of("a%")).containsEntry("line", "three");
            assertThat(unsent.of("a!")).containsEntry("line", "four");
        });
    }

    @Test
    void aPersonFillsTheDatabaseWithNeitherLongNorManyTexts() {
        Acting.as(aigul, () -> {
            unsent.keep("long", "line", "x".repeat(UnsentWords.LONGEST + 1));
            assertThat(unsent.of("long").get("line")).hasSize(UnsentWords.LONGEST);
            for (int i = 0; i < UnsentWords.MOST; i++) {
                clock.set(NOW.plus(Duration.ofMinutes(i + 1)));
                unsent.keep("many/" + i, "line", "words");
            }
            assertThat(unsent.of("long")).as("left longest ago").isEmpty();
            assertThat(unsent.of("many/0")).hasSize(1);
        });
    }

    @Test
    void twoWindowsThatBeginAtOnceLoseNoWords() throws Exception {
        var start = new CyclicBarrier(2);
        try (var windows = Executors.newFixedThreadPool(2)) {
            var typed = List.of("in one window", "in another").stream()
                    .map(words -> windows.submit(() -> {
                        start.await();
                        return Acting.as(aigul, () -> unsent.keep("ask/1", "line", words));
                    }))
                    .toList();
            for (var one : typed) {
                one.get();
            }
        }
        Acting.as(aigul, () -> assertThat(unsent.of("ask/1")).hasSize(1));
    }

    @Test
    void aKeyCostsOneStatementOnceTheFieldIsKnown() {
        Acting.as(aigul, () -> {
            unsent.keep("ask/1", "line", "M");
            assertThat(SqlCounter.count(() -> unsent.keep("ask/1", "line", "Ma")))
                    .isEqualTo(1);
        });
    }
}
