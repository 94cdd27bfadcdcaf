package org.caravanserai.api.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.platform.outside.Outside;
import org.caravanserai.platform.outside.OutsideAddress;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The webhooks of a meeting, for its organisers. A secret is told once, when it is made. Addresses are looked at, and tests
 * and repetitions sent, without a transaction.
 */
@Service
@PreAuthorize("@access.organiser(#meeting.value)")
public class MeetingHooks {

    /** How many webhooks a meeting may have. */
    public static final int MOST = 10;

    /** How many of its last deliveries are shown of each. */
    public static final int SHOWN = 20;

    private static final int TRIES_AN_HOUR = 60;

    private final StoredHooks hooks;
    private final StoredHookDeliveries deliveries;
    private final HookLog log;
    private final HookDelivering delivering;
    private final Outside outside;
    private final Access access;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MeetingHooks(
            StoredHooks hooks,
            StoredHookDeliveries deliveries,
            HookLog log,
            HookDelivering delivering,
            Outside outside,
            Access access,
            RateLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.log = log;
        this.delivering = delivering;
        this.outside = outside;
        this.access = access;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a webhook stands. */
    public enum Standing {
        /** It is told what happens. */
        ON,
        /** It is told what happens, but did not answer well lately. */
        FAILING,
        /** An organiser switched it off. */
        OFF,
        /** It was switched off because it failed for too long. */
        FAILED
    }

    /**
     * A webhook.
     *
     * @param failingSince since when every attempt failed; empty if the last one did not
     * @param deliveries the last ones, the newest first
     */
    public record Line(
            UUID key,
            String address,
            Set<HookEvent> events,
            Standing standing,
            Optional<Instant> failingSince,
            Instant madeAt,
            List<Delivery> deliveries) {}

    /** What became of a delivery. */
    public enum Outcome {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /**
     * Something that a webhook was told, or is to be told.
     *
     * @param proposal the code of the proposal that it is about; empty if about none
     * @param release the release that it is about; 0 if about none
     * @param due when the next attempt is made, if one is
     * @param tried when it was tried last; empty if it was not yet
     * @param status what was answered last; 0 for nothing
     * @param answer the beginning of that answer
     * @param problem why nothing was answered; empty if something was
     */
    public record Delivery(
            UUID key,
            HookEvent event,
            String proposal,
            int release,
            Instant happenedAt,
            Outcome outcome,
            int attempts,
            Instant due,
            Optional<Instant> tried,
            int status,
            String answer,
            Optional<Refusal.Problem> problem) {}

    /**
     * What is to be signed with from now on.
     *
     * @param secret it cannot be had again
     */
    public record Made(UUID hook, String secret) {

        @Override
        public String toString() {
            return "secret of webhook " + hook;
        }
    }

    /** The meeting's webhooks, the oldest first. */
    @Transactional(readOnly = true)
    public List<Line> list(MeetingId meeting) {
        var all = hooks.findByMeetingAndRemovedAtIsNullOrderByMadeAt(meeting.value());
        var told = log.of(all.stream().map(Hook::key).toList(), SHOWN);
        return all.stream()
                .map(hook -> new Line(
                        hook.key(),
                        hook.address().toString(),
                        hook.events(),
                        standing(hook),
                        hook.failingSince(),
                        hook.madeAt(),
                        told.getOrDefault(hook.key(), List.of())))
                .toList();
    }

    /**
     * Makes a webhook.
     *
     * @throws Refusal under {@code address} if it may not be asked, under {@code events} if none is chosen, or if there are
     *     too many
     */
    public Made make(MeetingId meeting, String address, Set<HookEvent> events) {
        limit(meeting);
        var checked = checked(address, events);
        return written(() -> {
            if (hooks.findByMeetingAndRemovedAtIsNullOrderByMadeAt(meeting.value())
                            .size()
                    >= MOST) {
                throw Refusal.of("hook.many", MOST);
            }
            var hook = hooks.save(new Hook(meeting, checked, events, access.me(), clock));
            return new Made(hook.key(), hook.secret());
        });
    }

    /** Has a webhook told of other events, or at another address. */
    public void change(MeetingId meeting, UUID hook, String address, Set<HookEvent> events) {
        limit(meeting);
        var checked = checked(address, events);
        change(meeting, hook, found -> found.change(checked, events));
    }

    /** Gives it another secret; the one before counts no more. */
    public Made renew(MeetingId meeting, UUID hook) {
        return written(() -> {
            var found = of(meeting, hook);
            found.renew();
            return new Made(hook, hooks.save(found).secret());
        });
    }

    /** It is told what happens from now on. */
    public void switchOn(MeetingId meeting, UUID hook) {
        written(() -> {
            var found = of(meeting, hook);
            found.switchTo(Hook.State.ON);
            hooks.saveAndFlush(found);
            hooks.succeed(hook);
            return true;
        });
    }

    /** It is told nothing any more, also of what waits. */
    public void switchOff(MeetingId meeting, UUID hook) {
        change(meeting, hook, found -> found.switchTo(Hook.State.OFF));
        written(() -> deliveries.giveUp(hook));
    }

    /** Removes it; for a day it can be brought back. */
    public void remove(MeetingId meeting, UUID hook) {
        change(meeting, hook, found -> found.remove(clock));
    }

    /** Brings it back. */
    public void restore(MeetingId meeting, UUID hook) {
        change(meeting, hook, Hook::restore);
    }

    /**
     * Sends a test now and waits for the answer, also to a webhook that is switched off; what came of it is in the log.
     *
     * @throws Refusal if too many were sent lately
     */
    public void test(MeetingId meeting, UUID hook) {
        limit(meeting);
        var test = written(() -> {
            var made = new HookDelivery(of(meeting, hook), new HookDelivery.Cause(HookEvent.TEST, null, 0, ""), clock);
            made.tryAtOnce(clock);
            return deliveries.save(made).key();
        });
        delivering.deliver(test);
    }

    /**
     * Tells something once more, as it was told before and under the same id, and waits for the answer.
     *
     * @throws Refusal if too many were sent lately
     */
    public void redeliver(MeetingId meeting, UUID delivery) {
        limit(meeting);
        written(() -> {
            var found = deliveries
                    .findById(delivery)
                    .filter(told -> hooks.findByIdAndMeeting(told.hook(), meeting.value())
                            .isPresent())
                    .orElseThrow(() -> Refusal.of("hook.gone"));
            found.again(clock);
            return deliveries.save(found);
        });
        delivering.deliver(delivery);
    }

    private void change(MeetingId meeting, UUID hook, Consumer<Hook> how) {
        written(() -> {
            var found = of(meeting, hook);
            how.accept(found);
            return hooks.save(found);
        });
    }

    private Hook of(MeetingId meeting, UUID hook) {
        return hooks.findByIdAndMeeting(hook, meeting.value()).orElseThrow(() -> Refusal.of("hook.gone"));
    }

    private <T> T written(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void limit(MeetingId meeting) {
        if (!limits.tryTake("hook", meeting.value().toString(), TRIES_AN_HOUR, Duration.ofHours(1))) {
            throw Refusal.of("hook.often", TRIES_AN_HOUR);
        }
    }

    /** Says of both fields at once what is wrong with them. */
    private OutsideAddress checked(String address, Set<HookEvent> events) {
        var problems = new ArrayList<Refusal.Problem>();
        if (events.isEmpty()) {
            problems.add(Refusal.Problem.at("events", "hook.events.none"));
        }
        try {
            var checked = outside.address(address);
            if (problems.isEmpty()) {
                return checked;
            }
        } catch (Refusal refusal) {
            problems.addAll(refusal.problems());
        }
        throw new Refusal(problems);
    }

    private static Standing standing(Hook hook) {
        return switch (hook.state()) {
            case ON -> hook.failingSince().isPresent() ? Standing.FAILING : Standing.ON;
            case OFF -> Standing.OFF;
            case FAILED -> Standing.FAILED;
        };
    }
}
