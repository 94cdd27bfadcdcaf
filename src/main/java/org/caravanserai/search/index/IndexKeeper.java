package org.caravanserai.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.AlreadyClosedException;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.search.IndexState;
import org.caravanserai.search.SearchProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index of this process, on a thread of its own so that nobody waits for it: opens it after the start or makes
 * it, takes in what this process has committed at once and what others have every few seconds, and makes it anew when
 * asked.
 */
@Component
public class IndexKeeper implements SmartLifecycle {

    /** Where every change of its state is told. */
    public static final LiveUpdates.Channel CHANNEL = new LiveUpdates.Channel("search index", new UUID(0, 0));

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int KEEP_EVERY = 10;
    private static final int FORGET_EVERY = 1_200;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final ChangeLog log;
    private final SearchIndex index;
    private final SearchProperties properties;
    private final LiveUpdates updates;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile IndexState state = new IndexState.Starting();
    private volatile boolean cancelled;
    private volatile boolean ending;
    private @Nullable ScheduledExecutorService executor;
    private LiveUpdates.@Nullable Subscription subscription;
    private int round;
    private boolean failing;

    IndexKeeper(
            ChangeLog log,
            IndexUpdate update,
            IndexMaking making,
            SearchProperties properties,
            LiveUpdates updates,
            Clock clock) {
        this.log = log;
        this.index = new SearchIndex(log, update, making);
        this.properties = properties;
        this.updates = updates;
        this.clock = clock;
    }

    /** How it stands. */
    public IndexState state() {
        return state instanceof IndexState.Ready ready ? index.ready(ready.madeAt(), ready.cancelled()) : state;
    }

    /** Asks the index something; empty while there is none. */
    <T> Optional<SearchIndex.Answer<T>> ask(NodeIndex.Question<T> question) {
        try {
            var answer = index.ask(question);
            if (answer.filter(SearchIndex.Answer::whole).isEmpty()) {
                wake();
            }
            return answer;
        } catch (UncheckedIOException | AlreadyClosedException e) {
            LOG.error("The search index is broken; it is made anew", e);
            wanted.set(true);
            wake();
            return Optional.empty();
        }
    }

    /** Has this process and all others make their indexes anew; a second wish while one is being made changes nothing. */
    public void rebuild() {
        if (!(state instanceof IndexState.Building)) {
            wanted.set(!index.isThere());
            log.noteEverything();
        }
    }

    /** Ends the making of the index of this process; the one before stays. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            var started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("search-index").daemon().factory());
            executor = started;
            ending = false;
            started.execute(this::open);
            started.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
            subscription = updates.listen(ChangeLog.CHANNEL, message -> wake());
        }
    }

    @Override
    public synchronized void stop() {
        var running = executor;
        executor = null;
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        if (running == null) {
            return;
        }
        cancelled = true;
        ending = true;
        running.shutdown();
        try {
            // Never interrupted: Lucene gives up an index whose writing thread is.
            if (running.awaitTermination(1, TimeUnit.MINUTES)) {
                index.close();
            } else {
                LOG.warn("The search index is still being written; it is read again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The search index could not be closed; it is read again at the next start", e);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private boolean isEnding() {
        return ending;
    }

    /** Takes in what there is, soon; many calls at once are one. */
    private synchronized void wake() {
        var running = executor;
        if (running != null && asked.compareAndSet(false, true)) {
            try {
                running.execute(() -> {
                    asked.set(false);
                    follow();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("The search index is being closed", e);
            }
        }
    }

    private void open() {
        try {
            var there = index.open(Path.of(properties.folder()));
            if (there && !properties.rebuild()) {
                show(index.ready(Optional.empty(), false));
                follow();
            } else {
                make();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("There is no search: its index cannot be kept in {}", properties.folder(), e);
            show(new IndexState.Missing(false));
        }
    }

    private void look() {
        round++;
        follow();
        try {
            if (round % KEEP_EVERY == 0) {
                index.keep();
            }
            if (round % FORGET_EVERY == 0) {
                log.forget(REMEMBERED);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index could not be kept; it will be tried again", e);
        }
    }

    private void follow() {
        try {
            if (wanted.getAndSet(false) | index.catchUp(this::isEnding)) {
                make();
            }
            failing = false;
        } catch (IOException | AlreadyClosedException e) {
            LOG.error("The search index is broken; it is made anew", e);
            make();
        } catch (RuntimeException e) {
            // It asks again; once is enough to say so.
            if (!failing) {
                LOG.warn("The search index cannot follow the database for now", e);
            }
            failing = true;
        }
    }

    private void make() {
        cancelled = false;
        var since = clock.instant();
        var before = state();
        show(new IndexState.Building(since, 0, 0));
        try {
            index.make((done, total) -> {
                show(new IndexState.Building(since, done, total));
                return !cancelled && !ending;
            });
            show(index.ready(Optional.of(clock.instant()), false));
            index.catchUp(this::isEnding);
        } catch (IndexMaking.Cancelled e) {
            LOG.info("The making of the search index was cancelled");
            show(instead(before, true));
        } catch (IOException | RuntimeException e) {
            LOG.error("The search index could not be made", e);
            show(instead(before, false));
        }
    }

    private IndexState instead(IndexState before, boolean wasCancelled) {
        if (!index.isThere()) {
            return new IndexState.Missing(wasCancelled);
        }
        Optional<Instant> madeAt = before instanceof IndexState.Ready ready ? ready.madeAt() : Optional.empty();
        return index.ready(madeAt, wasCancelled);
    }

    private void show(IndexState now) {
        state = now;
        updates.tell(CHANNEL, now);
    }
}
