package org.caravanserai.api.hook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.caravanserai.text.Clean;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one address, or what came of it. Its key is told to the program with every attempt, so that it
 * can tell a repetition; what it says is made once, at the first attempt, and is the same ever after.
 */
@Entity
@NotAudited
class HookDelivery extends Aggregate {

    /** After this many attempts, within a day, it is given up. */
    static final int ATTEMPTS = 7;

    /** How long whoever tries a delivery has it to herself. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    /** The most of an answer that is kept. */
    static final int LONGEST_EXCERPT = 400;

    private UUID hook;

    @Enumerated(EnumType.STRING)
    private HookEvent event;

    private @Nullable UUID proposal;

    private int releaseNumber;

    private String standing;

    private Instant happenedAt;

    private @Nullable String body;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private int attempts;

    private Instant dueAt;

    private @Nullable Instant triedAt;

    private int answerStatus;

    private String answerExcerpt = "";

    private String problem = "";

    private String problemDetail = "";

    /** Where a delivery stands. */
    enum State {
        /** Waits for its next attempt. */
        WAITING,
        /** The program said that it has it. */
        DELIVERED,
        /** Every attempt was in vain, or its address is asked no more. */
        GIVEN_UP
    }

    /**
     * What happened.
     *
     * @param proposal the proposal that it happened to; null if to none
     * @param releaseNumber the release that it is about; 0 if about none
     * @param standing where the proposal stood then; empty if it is about none
     */
    record Cause(HookEvent event, @Nullable UUID proposal, int releaseNumber, String standing) {}

    @SuppressWarnings("NullAway.Init")
    protected HookDelivery() {}

    HookDelivery(Hook hook, Cause cause, Clock clock) {
        this.hook = hook.key();
        this.event = cause.event();
        this.proposal = cause.proposal();
        this.releaseNumber = cause.releaseNumber();
        this.standing = cause.standing();
        this.happenedAt = clock.instant();
        this.dueAt = happenedAt;
    }

    UUID hook() {
        return hook;
    }

    HookEvent event() {
        return event;
    }

    Optional<UUID> proposal() {
        return Optional.ofNullable(proposal);
    }

    int releaseNumber() {
        return releaseNumber;
    }

    String standing() {
        return standing;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    /** What it says; empty before the first attempt. */
    Optional<String> body() {
        return Optional.ofNullable(body);
    }

    State state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** It says this from now on. */
    void say(String made) {
        body = made;
    }

    /** The program answered that it has it. */
    void delivered(int status, String answer, Clock clock) {
        tried(status, answer, "", "", clock);
        state = State.DELIVERED;
    }

    /** The program answered something else, or nothing: the next attempt comes after a pause four times as long. */
    void failed(int status, String answer, String reason, String detail, Clock clock) {
        tried(status, answer, reason, detail, clock);
        if (attempts >= ATTEMPTS) {
            state = State.GIVEN_UP;
        } else {
            state = State.WAITING;
            dueAt = clock.instant().plus(Duration.ofMinutes(1L << (2 * (attempts - 1))));
        }
    }

    /** Nobody tries any more. */
    void giveUp() {
        state = State.GIVEN_UP;
    }

    /** An organiser wants it told once more, as it was. */
    void again(Clock clock) {
        attempts = 0;
        tryAtOnce(clock);
    }

    /** Whoever asks for it tries it herself; only if she dies over it does the job. */
    void tryAtOnce(Clock clock) {
        state = State.WAITING;
        dueAt = clock.instant().plus(CLAIM);
    }

    private void tried(int status, String answer, String reason, String detail, Clock clock) {
        attempts++;
        triedAt = clock.instant();
        answerStatus = status;
        answerExcerpt = Clean.cut(Clean.line(answer), LONGEST_EXCERPT);
        problem = reason;
        problemDetail = Clean.cut(Clean.line(detail), 300);
    }
}
