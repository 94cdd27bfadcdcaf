package org.caravanserai.api.hook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.outside.Outside;
import org.caravanserai.platform.outside.OutsideAnswer;
import org.caravanserai.platform.outside.OutsideLimits;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells programs what waits to be told. A delivery is claimed by putting off its next attempt, in one statement that only
 * one node can win; whoever won sends it without holding a transaction and then writes down how it went. A node that dies
 * in between leaves it to be sent again when the claim has run out, under the same id.
 */
@Service
@Internal
public class HookDelivering {

    /** How long an answer is waited for. */
    static final Duration TIME = Duration.ofSeconds(10);

    /** How long what was told is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final OutsideLimits LIMITS = new OutsideLimits(TIME, 4_096);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration UNDO = Duration.ofDays(1);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 4;
    private static final int GONE = 410;

    private final StoredHooks hooks;
    private final StoredHookDeliveries deliveries;
    private final HookBodies bodies;
    private final HookWarning warning;
    private final Outside outside;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HookDelivering(
            StoredHooks hooks,
            StoredHookDeliveries deliveries,
            HookBodies bodies,
            HookWarning warning,
            Outside outside,
            TransactionTemplate transaction,
            Clock clock) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.bodies = bodies;
        this.warning = warning;
        this.outside = outside;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tries what is due. Each address is asked for itself, so that a slow one delays no other; after a failure it rests. */
    public void deliverDue() {
        var due = deliveries.findByStateAndDueAtLessThanEqualOrderByDueAtAscIdAsc(
                HookDelivery.State.WAITING, clock.instant(), Limit.of(BATCH));
        if (due.isEmpty()) {
            return;
        }
        var byHook = due.stream()
                .collect(Collectors.groupingBy(HookDelivery::hook, LinkedHashMap::new, Collectors.toList()));
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(byHook.values().stream()
                    .<Callable<Boolean>>map(some -> () -> {
                        room.acquire();
                        try {
                            return Actor.asSystem(() -> some.stream().allMatch(this::attempt));
                        } finally {
                            room.release();
                        }
                    })
                    .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries one delivery now, if it waits. */
    public void deliver(UUID delivery) {
        deliveries
                .findById(delivery)
                .filter(found -> found.state() == HookDelivery.State.WAITING)
                .ifPresent(this::attempt);
    }

    /** Forgets what was told long ago, and webhooks that were removed. */
    public void sweep() {
        transaction.executeWithoutResult(status -> {
            deliveries.sweep(clock.instant().minus(KEPT));
            hooks.sweep(clock.instant().minus(UNDO));
        });
    }

    /** Whether its address answered as it should, or somebody else takes care of it. */
    private boolean attempt(HookDelivery delivery) {
        var won = transaction.execute(status -> deliveries.claim(
                delivery.key(), delivery.version(), clock.instant().plus(HookDelivery.CLAIM)));
        if (!Integer.valueOf(1).equals(won)) {
            return true;
        }
        var hook = hooks.findById(delivery.hook()).filter(found -> !found.isRemoved());
        if (hook.isEmpty()) {
            record(delivery.key(), HookDelivery::giveUp);
            return true;
        }
        var body = delivery.body().or(() -> bodies.make(hook.get(), delivery));
        if (body.isEmpty()) {
            transaction.executeWithoutResult(status -> deliveries.deleteById(delivery.key()));
            return true;
        }
        record(delivery.key(), found -> found.say(body.get()));
        return send(hook.get(), delivery, body.get().getBytes(StandardCharsets.UTF_8));
    }

    private boolean send(Hook hook, HookDelivery delivery, byte[] body) {
        OutsideAnswer answer;
        try {
            answer = outside.post(
                    hook.address(),
                    HookSignature.headers(delivery, hook.secret(), body, clock.instant()),
                    body,
                    LIMITS);
        } catch (Refusal refusal) {
            var said = refusal.problems().getFirst();
            failed(hook, delivery, 0, "", said.key(), said.arguments());
            return false;
        }
        if (answer.ok()) {
            transaction.executeWithoutResult(status -> {
                hooks.succeed(hook.key());
                deliveries
                        .findById(delivery.key())
                        .ifPresent(found -> found.delivered(answer.status(), answer.text(), clock));
            });
            return true;
        }
        failed(hook, delivery, answer.status(), answer.text(), "", List.of());
        return false;
    }

    private void failed(
            Hook hook, HookDelivery delivery, int answered, String text, String problem, List<Object> arguments) {
        transaction.executeWithoutResult(status -> {
            hooks.fail(hook.key(), clock.instant());
            // Whoever fails does not stand in the way of the others.
            deliveries.rest(hook.key(), clock.instant().plus(REST));
            var detail = arguments.isEmpty() ? "" : String.valueOf(arguments.getFirst());
            var on = hooks.findById(hook.key()).filter(Hook::isOn);
            deliveries.findById(delivery.key()).ifPresent(found -> {
                found.failed(answered, text, problem, detail, clock);
                // An organiser sent it by hand, and it is hers to repeat.
                if (on.isEmpty()) {
                    found.giveUp();
                }
            });
            on.filter(found -> answered == GONE || found.isHopeless(clock)).ifPresent(this::switchOff);
        });
    }

    private void switchOff(Hook hook) {
        hook.switchTo(Hook.State.FAILED);
        hooks.saveAndFlush(hook);
        warning.write(hook);
        deliveries.giveUp(hook.key());
    }

    private void record(UUID delivery, Consumer<HookDelivery> what) {
        transaction.executeWithoutResult(status -> deliveries.findById(delivery).ifPresent(what));
    }
}
