package org.caravanserai.proposal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.caravanserai.platform.StoredFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what files say of who made them, one at a time and each for some seconds at most: whatever a file is made to do to
 * its reader, it keeps nobody else waiting for long. A file never changes, so what was read is remembered for a while.
 */
@Component
class FileReading {

    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final Duration ENOUGH = Duration.ofSeconds(4);
    private static final Duration AT_LAST = Duration.ofSeconds(8);
    private static final long MOST_REMEMBERED = 20L * FileTraces.MOST;

    private final StoredFiles stored;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("file-reading-", 0).factory());
    private final Cache<UUID, FileTraces> read = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((UUID key, FileTraces traces) -> 1_000 + traces.words().length())
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    FileReading(StoredFiles stored) {
        this.stored = stored;
    }

    /** What a file says, as far as it can be read; in a transaction. */
    FileTraces of(ProposalFile file) {
        var before = read.getIfPresent(file.stored());
        if (before != null) {
            return before;
        }
        var bytes = bytes(file);
        var kind = FileKind.ofMediaType(file.mediaType());
        var now = inTime(tired -> FileTraces.of(bytes, kind, tired));
        if (now != FileTraces.UNREAD) {
            read.put(file.stored(), now);
        }
        return now;
    }

    /** A reading that asks from time to time whether it has taken too long. */
    interface Reading {
        FileTraces read(BooleanSupplier tired);
    }

    /** Reads until it has taken too long; what is still not done then is given up. */
    FileTraces inTime(Reading reading) {
        var work = reader.submit(() -> {
            long until = System.nanoTime() + ENOUGH.toNanos();
            return reading.read(() -> Thread.currentThread().isInterrupted() || System.nanoTime() - until > 0);
        });
        try {
            return work.get(AT_LAST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            LOG.warn("A file took longer to read than {} and was given up", AT_LAST);
        } catch (ExecutionException e) {
            LOG.warn("A file cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FileTraces.UNREAD;
    }

    private byte[] bytes(ProposalFile file) {
        try (var stream = stored.open(file.stored())) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void end() {
        reader.shutdownNow();
    }
}
