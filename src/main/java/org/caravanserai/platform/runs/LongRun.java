package org.caravanserai.platform.runs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.jspecify.annotations.Nullable;

/**
 * A run at work in this process. The thread that works says how far it is and asks whether to go on; that it lives is noted
 * for it, even while it waits for its turn.
 *
 * @param <S> what it has reached; immutable
 */
public final class LongRun<S> {

    private static final long TELL_EVERY = Duration.ofMillis(300).toNanos();

    private final UUID key = Ids.next();
    private final LiveUpdates.Channel what;
    private final Optional<UUID> starter;
    private final Clock clock;
    private final Instant since;
    private final Consumer<LongRun<?>> tell;
    private final Consumer<LongRun<?>> settle;
    private final AtomicReference<@Nullable S> unkept = new AtomicReference<>();
    private volatile S state;
    private volatile boolean stopping;
    private volatile boolean over;
    private volatile Duration took = Duration.ZERO;
    private volatile long told;

    LongRun(
            LiveUpdates.Channel what,
            Optional<UUID> starter,
            S state,
            Clock clock,
            Consumer<LongRun<?>> tell,
            Consumer<LongRun<?>> settle) {
        this.what = what;
        this.starter = starter;
        this.state = state;
        this.clock = clock;
        this.tell = tell;
        this.settle = settle;
        since = clock.instant();
    }

    /** When it began. */
    public Instant since() {
        return since;
    }

    /** How long it has worked. */
    public Duration took() {
        return over ? took : Duration.between(since, clock.instant());
    }

    /** Whether it has been asked to stop, here or in another process, or nobody waits for it any more. */
    public boolean isToStop() {
        return stopping;
    }

    /** Says what it has reached. Whoever looks is told a few times a second at most. */
    public void at(S further) {
        state = further;
        unkept.set(further);
        if (System.nanoTime() - told > TELL_EVERY) {
            tell();
        }
    }

    /** Says what it has reached at its end, which others see unless another run has taken its place. */
    public void end(S last) {
        took = took();
        state = last;
        over = true;
        settle.accept(this);
        tell();
    }

    UUID key() {
        return key;
    }

    LiveUpdates.Channel what() {
        return what;
    }

    Optional<UUID> starter() {
        return starter;
    }

    boolean isOver() {
        return over;
    }

    void stop() {
        stopping = true;
    }

    S state() {
        return state;
    }

    /** What it has reached, unless that has been written already. */
    Optional<S> unkept() {
        return Optional.ofNullable(unkept.getAndSet(null));
    }

    /** What could not be written now is written next time, if it is the newest still. */
    void keepLater(S reached) {
        unkept.compareAndSet(null, reached);
    }

    void tell() {
        told = System.nanoTime();
        tell.accept(this);
    }

    KeptRun<S> seen() {
        var standing = over ? KeptRun.Standing.ENDED : stopping ? KeptRun.Standing.STOPPING : KeptRun.Standing.WORKING;
        return new KeptRun<>(key, starter, since, took(), standing, state);
    }
}
