package org.caravanserai.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caravanserai.api.hook.HookTrial.ALL;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.hook.MeetingHooks.Outcome;
import org.caravanserai.api.hook.MeetingHooks.Standing;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.LocalWeb.Given;
import org.caravanserai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class WebhookFailuresTest {

    @Autowired
    MeetingHooks hooks;

    @Autowired
    HookDelivering delivering;

    @Autowired
    ApiScene scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private HookTrial trial;

    @BeforeEach
    void aMeeting() {
        trial = new HookTrial(hooks, delivering, scene, jdbc);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void whatFailsIsTriedAgainUntilItIsGivenUp() {
        trial.web().answering(request -> Given.of(503, "busy\u0000 <b>now</b>"));
        var hook = trial.make(ALL).hook();
        clock.set(clock.instant());
        trial.propose("Water");

        for (int attempt = 1; attempt <= HookDelivery.ATTEMPTS; attempt++) {
            int wanted = attempt;
            trial.until(() -> trial.only().attempts() == wanted);
            assertThat(trial.all().getFirst().standing()).isEqualTo(Standing.FAILING);
            clock.advance(Duration.ofMinutes(1L << (2 * (attempt - 1))));
        }
        assertThat(trial.only().outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(trial.only().status()).isEqualTo(503);
        assertThat(trial.only().answer()).isEqualTo("busy <b>now</b>");
        assertThat(trial.told(hook)).hasSize(1);
    }

    @Test
    void whoFailsForDaysIsToldNothingAnyMore() {
        trial.web().answering(request -> Given.of(503, ""));
        var hook = trial.make(ALL).hook();
        clock.set(clock.instant());
        trial.propose("Water");
        trial.until(() -> trial.only().attempts() == 1);
        clock.advance(Hook.PATIENCE);
        trial.until(() -> trial.all().getFirst().standing() == Standing.FAILED);

        assertThat(trial.only().outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(trial.mails()).isEqualTo(1);
        trial.propose("More water");
        assertThat(trial.told(hook)).as("nothing new waits").hasSize(1);

        trial.web().answering(request -> Given.of(200, "thanks"));
        trial.acting(() -> hooks.switchOn(trial.meeting(), hook));
        trial.acting(() -> hooks.redeliver(trial.meeting(), trial.only().key()));
        assertThat(trial.only().outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(trial.web().asked().getLast().body())
                .isEqualTo(trial.web().asked().getFirst().body());
        assertThat(trial.all().getFirst().standing()).isEqualTo(Standing.ON);
    }

    @Test
    void whatIsSentByHandWhileItIsOffIsNotRepeated() {
        var hook = trial.make(ALL).hook();
        trial.propose("Water");
        trial.until(() -> trial.only().outcome() == Outcome.DELIVERED);
        trial.acting(() -> hooks.switchOff(trial.meeting(), hook));
        trial.web().answering(request -> Given.of(503, ""));

        trial.acting(() -> hooks.redeliver(trial.meeting(), trial.only().key()));
        assertThat(trial.only().outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(trial.only().status()).isEqualTo(503);
        trial.acting(() -> hooks.test(trial.meeting(), hook));
        assertThat(trial.told(hook))
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.outcome()).isEqualTo(Outcome.GIVEN_UP));
    }

    @Test
    void whoSaysThatItIsGoneIsBelieved() {
        trial.web().answering(request -> Given.of(410, ""));
        trial.make(ALL);
        trial.propose("Water");
        trial.until(() -> trial.all().getFirst().standing() == Standing.FAILED);
        assertThat(trial.mails()).isEqualTo(1);
    }

    @Test
    void severalNodesTellOnce() throws Exception {
        trial.make(ALL);
        trial.propose("Water");
        var all = new CyclicBarrier(4);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var node : nodes.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        all.await();
                        delivering.deliverDue();
                        return true;
                    })
                    .toList())) {
                assertThat(node.get()).isTrue();
            }
        }
        trial.until(() -> trial.only().outcome() == Outcome.DELIVERED);
        assertThat(trial.web().asked()).hasSize(1);
    }
}
