package org.caravanserai.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.caravanserai.search.IndexState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of this process. Whoever asks it something gets an answer in which everything is that had been committed
 * before, whichever process did: it first takes in what the log holds beyond it, unless that is so much that the asker
 * would have to wait.
 */
final class SearchIndex {

    /** So many changes are taken in while somebody waits: a few tens of milliseconds. */
    private static final int MOST_AT_ONCE = 100;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    private final ChangeLog log;
    private final IndexUpdate update;
    private final IndexMaking making;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable IndexFolder folder;
    private volatile @Nullable NodeIndex index;
    private @Nullable LogPosition position;
    private int unkept;

    SearchIndex(ChangeLog log, IndexUpdate update, IndexMaking making) {
        this.log = log;
        this.update = update;
        this.making = making;
    }

    /**
     * An answer.
     *
     * @param whole whether everything committed before was in it
     */
    record Answer<T>(T found, boolean whole) {}

    /**
     * Opens the index that an earlier process left in a folder.
     *
     * @return whether there is one that is whole and was made from this database
     */
    boolean open(Path path) throws IOException {
        lock.lock();
        try {
            var taken = IndexFolder.take(path);
            folder = taken;
            for (var found : taken.indexes()) {
                if (index == null) {
                    openOne(found);
                }
                if (index == null || !index.path().equals(found)) {
                    IndexFolder.remove(found);
                }
            }
            return index != null;
        } finally {
            lock.unlock();
        }
    }

    private void openOne(Path path) {
        try {
            var opened = NodeIndex.open(path);
            var kept = LogPosition.fromMap(opened.kept(), System::nanoTime);
            // Another database, one restored from a backup, or a log of which the part in between is gone.
            if (log.line(kept.number())
                    .filter(line -> line.mark().equals(kept.mark()))
                    .isEmpty()) {
                opened.close();
                LOG.info("The search index in {} was made from another state of the database; it is made anew", path);
                return;
            }
            index = opened;
            position = kept;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index in {} cannot be read; it is made anew", path, e);
        }
    }

    /**
     * Makes the index anew beside the present one and then puts it in its place.
     *
     * @throws IndexMaking.Cancelled if the progress says so; the present one stays
     */
    void make(IndexMaking.Progress progress) throws IOException {
        var into = requireFolder().next();
        var began = log.mark();
        var from = LogPosition.at(began, log.numbers(LogPosition.window(began), began.number()), System::nanoTime);
        var made = NodeIndex.create(into);
        try {
            making.fill(made, progress);
            made.keep(from);
        } catch (IOException | RuntimeException e) {
            made.close();
            IndexFolder.remove(into);
            throw e;
        }
        lock.lock();
        try {
            var before = index;
            index = made;
            position = from;
            unkept = 0;
            if (before != null) {
                before.close();
                IndexFolder.remove(before.path());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks something; empty if there is no index yet. */
    <T> Optional<Answer<T>> ask(NodeIndex.Question<T> question) {
        var whole = isUpToDate();
        // An index is closed only after another one has taken its place.
        for (int attempt = 0; ; attempt++) {
            var asked = index;
            if (asked == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Answer<>(asked.search(question), whole));
            } catch (org.apache.lucene.store.AlreadyClosedException e) {
                if (attempt > 2) {
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isUpToDate() {
        try {
            if (!lock.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            var lines = waiting();
            if (lines.size() > MOST_AT_ONCE
                    || lines.stream().anyMatch(l -> l.unit().kind().isBulk())) {
                return false;
            }
            take(lines);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes in all that the log holds, a part at a time, so that who asks meanwhile need not wait for it all.
     *
     * @param enough whether the rest is left for later; asked before each part
     * @return whether somebody wants the whole index made anew
     */
    boolean catchUp(BooleanSupplier enough) throws IOException {
        while (!enough.getAsBoolean()) {
            lock.lock();
            try {
                var lines = waiting();
                if (lines.isEmpty()) {
                    return false;
                }
                var part = lines.subList(0, Math.min(MOST_AT_ONCE, lines.size()));
                take(part);
                if (part.stream().anyMatch(l -> l.unit().kind() == Unit.Kind.EVERYTHING)) {
                    return true;
                }
            } finally {
                lock.unlock();
            }
        }
        return false;
    }

    private List<ChangeLog.Change> waiting() {
        var at = position;
        return index == null || at == null ? List.of() : log.since(at.number(), at.missing());
    }

    private void take(List<ChangeLog.Change> lines) throws IOException {
        var into = index;
        var at = position;
        if (lines.isEmpty() || into == null || at == null) {
            return;
        }
        update.apply(into, lines.stream().map(ChangeLog.Change::unit).toList());
        into.refresh();
        at.read(lines);
        unkept += lines.size();
    }

    /** Writes to disk what has been taken in since, so that the next process need not. */
    void keep() throws IOException {
        lock.lock();
        try {
            var kept = index;
            var at = position;
            if (unkept > 0 && kept != null && at != null) {
                kept.keep(at);
                unkept = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isThere() {
        return index != null;
    }

    IndexState.Ready ready(Optional<java.time.Instant> madeAt, boolean cancelled) {
        var now = index;
        return new IndexState.Ready(now == null ? 0 : now.size(), madeAt, cancelled);
    }

    void close() throws IOException {
        lock.lock();
        try {
            keep();
            var open = index;
            index = null;
            if (open != null) {
                open.close();
            }
            var taken = folder;
            folder = null;
            if (taken != null) {
                taken.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private IndexFolder requireFolder() throws IOException {
        var taken = folder;
        if (taken == null) {
            throw new IOException("There is no folder for the search index");
        }
        return taken;
    }
}
