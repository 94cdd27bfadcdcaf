package org.caravanserai.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.api.hook.HookDelivery.Cause;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.outside.OutsideAddress;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;

class HookTest {

    private final TestClock clock = new TestClock();
    private final Hook hook = new Hook(
            new MeetingId(UUID.randomUUID()),
            OutsideAddress.of("https://example.org/in"),
            Set.of(HookEvent.RELEASE_PUBLISHED),
            Optional.empty(),
            clock);

    @Test
    void theSignatureIsTheOneThatAnybodyComputes() {
        // Computed with Python: hmac.new(b"key", b"1700000000.{}", "sha256").hexdigest()
        assertThat(HookSignature.of("key", "1700000000", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
    }

    @Test
    void aSecretIsLongAndNoTwoAreAlike() {
        var before = hook.secret();
        hook.renew();
        assertThat(hook.secret()).isNotEqualTo(before).matches("cvsh_[A-Za-z0-9_-]{32}");
    }

    @Test
    void aWebhookIsToldOfSomething() {
        assertThatThrownBy(() -> hook.change(hook.address(), Set.of())).isInstanceOf(Refusal.class);
        assertThat(hook.events()).containsExactly(HookEvent.RELEASE_PUBLISHED);
    }

    @Test
    void pausesGrowFourfoldUntilADayIsOver() {
        clock.set(clock.instant());
        var began = clock.instant();
        var delivery = new HookDelivery(hook, new Cause(HookEvent.TEST, null, 0, ""), clock);
        var pauses = new ArrayList<Long>();
        while (delivery.state() == HookDelivery.State.WAITING) {
            delivery.failed(500, "no", "", "", clock);
            if (delivery.state() == HookDelivery.State.WAITING) {
                pauses.add(Duration.between(clock.instant(), delivery.dueAt()).toMinutes());
                clock.set(delivery.dueAt());
            }
        }
        assertThat(pauses).containsExactly(1L, 4L, 16L, 64L, 256L, 1024L);
        assertThat(Duration.between(began, clock.instant())).isLessThan(Duration.ofDays(1));
        assertThat(delivery.state()).isEqualTo(HookDelivery.State.GIVEN_UP);
    }

    @Test
    void whatIsToldOnceMoreHasAllItsAttemptsAgain() {
        var delivery = new HookDelivery(hook, new Cause(HookEvent.TEST, null, 0, ""), clock);
        delivery.giveUp();
        delivery.again(clock);
        delivery.failed(500, "", "", "", clock);
        assertThat(delivery.state()).isEqualTo(HookDelivery.State.WAITING);
        assertThat(delivery.attempts()).isEqualTo(1);
    }
}
