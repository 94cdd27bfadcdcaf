package org.caravanserai.platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again, in a thread of its own, at what other processes have written to the database, for what is open in this
 * one. A look that fails is said once, and followed by the next: a question cannot be lost as a message can.
 */
public abstract class Watch implements SmartLifecycle {

    private final String name;
    private final Duration every;
    private @Nullable ScheduledExecutorService executor;
    private long round;
    private boolean failing;

    /**
     * A watch that has not begun.
     *
     * @param name of its thread
     * @param every how long it waits between two looks
     */
    protected Watch(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /**
     * One look.
     *
     * @param round how many there have been, this one among them
     */
    protected abstract void look(long round);

    @Override
    public final synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name(name).daemon().factory());
            executor.scheduleWithFixedDelay(this::next, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public final synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return executor != null;
    }

    private void next() {
        try {
            look(++round);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LoggerFactory.getLogger(getClass()).warn("What other processes write cannot be followed for now", e);
            }
            failing = true;
        }
    }
}
