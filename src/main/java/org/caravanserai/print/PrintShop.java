package org.caravanserai.print;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.caravanserai.platform.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes documents in the background, one at a time, and keeps them while memory lasts. Whoever asks for a document that is
 * being made waits for the same one; it is given up when all who wait have withdrawn. How many can be asked for is limited,
 * for each source and in all, so that nobody can have a machine do nothing else.
 */
@Component
public class PrintShop {

    private static final Logger LOG = LoggerFactory.getLogger(PrintShop.class);
    private static final int MOST_ORDERS = 8;
    private static final int MOST_AN_HOUR_OF_ONE = 30;
    private static final int MOST_AN_HOUR_OF_ALL = 120;
    private static final long MOST_BYTES_KEPT = 64L * 1024 * 1024;
    private static final int LONGEST_MARKUP = 24 * 1024 * 1024;

    private final PdfMaking making;
    private final RateLimits limits;
    private final Map<PrintKey, PrintJob> jobs = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("print")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final Cache<PrintKey, PrintedFile> made = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_KEPT)
            .weigher((PrintKey key, PrintedFile file) -> file.bytes().length)
            .build();
    private final Cache<PrintKey, Boolean> failed = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    PrintShop(PdfMaking making, RateLimits limits) {
        this.making = making;
        this.limits = limits;
    }

    /** A document that has been made. */
    public Optional<PrintedFile> find(PrintKey key) {
        return Optional.ofNullable(made.getIfPresent(key));
    }

    /**
     * Has a document made, unless it is already.
     *
     * @param source who is counted, as in {@link RateLimits}
     * @param markup its XHTML; it is asked for when the document's turn has come
     * @return a ticket to withdraw with; empty if too many documents are asked for
     */
    public synchronized Optional<String> order(PrintKey key, String source, Supplier<byte[]> markup) {
        var same = jobs.get(key);
        if (same != null) {
            return Optional.of(same.join());
        }
        if (jobs.size() >= MOST_ORDERS
                || !limits.tryTake("print", source, MOST_AN_HOUR_OF_ONE, Duration.ofHours(1))
                || !limits.tryTake("print all", "", MOST_AN_HOUR_OF_ALL, Duration.ofHours(1))) {
            return Optional.empty();
        }
        failed.invalidate(key);
        var job = new PrintJob(key, markup);
        jobs.put(key, job);
        worker.execute(() -> make(job));
        return Optional.of(job.join());
    }

    /** Waits for a document no longer. */
    public synchronized void withdraw(PrintKey key, String ticket) {
        var job = jobs.get(key);
        if (job != null && job.leave(ticket)) {
            jobs.remove(key);
        }
    }

    /** How far a document is. */
    public synchronized PrintStanding standing(PrintKey key) {
        var file = made.getIfPresent(key);
        if (file != null) {
            return new PrintStanding.Ready(file);
        }
        var job = jobs.get(key);
        if (job == null) {
            return failed.getIfPresent(key) == null ? new PrintStanding.Unordered() : new PrintStanding.Failed();
        }
        if (job.isStarted()) {
            return new PrintStanding.Making(job.done());
        }
        return new PrintStanding.Waiting(
                (int) jobs.values().stream().takeWhile(other -> other != job).count());
    }

    @PreDestroy
    void close() {
        synchronized (this) {
            jobs.values().forEach(PrintJob::stop);
        }
        worker.shutdownNow();
    }

    private void make(PrintJob job) {
        try {
            job.start();
            var markup = job.markup();
            if (markup.length > LONGEST_MARKUP) {
                throw new IllegalStateException("a document of " + markup.length + " bytes is too long to be made");
            }
            finish(job, making.make(markup, job.key().language().icuLocale(), job));
        } catch (CancellationException e) {
            LOG.debug("Nobody waits for {} any more", job.key());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("The document {} could not be made", job.key(), e);
            failed.put(job.key(), true);
        } finally {
            synchronized (this) {
                jobs.remove(job.key(), job);
            }
        }
    }

    private synchronized void finish(PrintJob job, PrintedFile file) {
        // Its place must not be empty between being made and being found.
        made.put(job.key(), file);
        jobs.remove(job.key(), job);
    }
}
