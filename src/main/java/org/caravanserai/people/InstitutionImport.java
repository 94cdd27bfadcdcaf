package org.caravanserai.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a dump of the Research Organization Registry: all of it or, when it is broken or the import is cancelled,
 * nothing. Names that the product knows in languages the registry lacks stay. It runs in the background, and whoever looks sees how far it is.
 */
@Service
public class InstitutionImport {

    /** The largest file that may be uploaded, in bytes; the registry's own zip has a third of it. */
    public static final long LARGEST = 128L * 1024 * 1024;

    /** Where every step of the import is told. */
    public static final LiveUpdates.Channel CHANNEL = new LiveUpdates.Channel("institution import", new UUID(0, 0));

    private static final Logger LOG = LoggerFactory.getLogger(InstitutionImport.class);
    private static final int BATCH = 500;

    private final InstitutionWriting writing;
    private final ShippedInstitutions shipped;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final LiveUpdates updates;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State.Idle());
    private volatile boolean cancelled;

    InstitutionImport(
            InstitutionWriting writing,
            ShippedInstitutions shipped,
            TransactionTemplate transaction,
            AuditTrail trail,
            LiveUpdates updates,
            Clock clock) {
        this.writing = writing;
        this.shipped = shipped;
        this.transaction = transaction;
        this.trail = trail;
        this.updates = updates;
        this.clock = clock;
    }

    /** How far the import is. */
    public sealed interface State {

        /** Nothing was imported since this process started. */
        record Idle() implements State {}

        /**
         * One is on its way.
         *
         * @param institutions read so far
         * @param part of the file read so far, 0 to 1
         */
        record Running(Instant since, int institutions, double part) implements State {

            /** How long it will yet take at the present pace; empty while nobody can tell. */
            public Optional<Duration> left(Instant now) {
                var took = Duration.between(since, now).toMillis();
                return part < 0.02 || took < 500
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis((long) (took * (1 - part) / part)));
            }
        }

        /** It is done. */
        record Done(Instant at, Result result) implements State {}

        /** It was refused, and nothing was changed. */
        record Refused(Instant at, Refusal reason) implements State {}

        /** It was cancelled, and nothing was changed. */
        record Cancelled(Instant at) implements State {}
    }

    /**
     * What an import did.
     *
     * @param read the institutions in the file
     * @param added those that are new here
     * @param changed those of which the file knew something new
     * @param same those that were already as the file says
     * @param kept those whose names stay as an administrator corrected them
     * @param states how many of those read are in each state
     */
    public record Result(int read, int added, int changed, int same, int kept, Map<InstitutionState, Integer> states) {}

    /** How far the import is, or how the last one ended. */
    @Administrators
    public State state() {
        return state.get();
    }

    /**
     * Begins to take in a file, which is deleted in the end.
     *
     * @throws Refusal if an import is already on its way
     */
    @Administrators
    public void start(Path file) {
        var before = state.get();
        if (before instanceof State.Running || !state.compareAndSet(before, running(0, 0))) {
            delete(file);
            throw Refusal.of("institution.import.running");
        }
        cancelled = false;
        Thread.ofVirtual().name("institution import").start(new DelegatingSecurityContextRunnable(() -> run(file)));
    }

    /** Ends the running import; what it wrote is taken back. */
    @Administrators
    public void cancel() {
        cancelled = true;
    }

    /**
     * Takes in a file and waits for the end.
     *
     * @throws Refusal if the file is no dump, broken, too large or in another encoding; nothing is changed then
     */
    @Administrators
    public Result take(Path file) {
        cancelled = false;
        return take(file, clock.instant());
    }

    private State.Running running(int institutions, double part) {
        var since = state.get() instanceof State.Running now ? now.since() : clock.instant();
        return new State.Running(since, institutions, part);
    }

    private void run(Path file) {
        try {
            var result = take(file, clock.instant());
            tell(new State.Done(clock.instant(), result));
        } catch (Refusal refusal) {
            tell(new State.Refused(clock.instant(), refusal));
        } catch (Cancelled e) {
            tell(new State.Cancelled(clock.instant()));
        } catch (RuntimeException e) {
            LOG.error("The import of institutions failed", e);
            tell(new State.Refused(clock.instant(), Refusal.of("institution.import.failed")));
        } finally {
            delete(file);
        }
    }

    private Result take(Path file, Instant since) {
        var taking = new Taking(size(file), since);
        var result = transaction.execute(status -> {
            writing.lock();
            RorDump.read(file, taking::take, taking::read);
            var done = taking.end();
            trail.record(
                    "imported",
                    "Institution",
                    CHANNEL.key(),
                    "{\"read\":%d,\"added\":%d,\"changed\":%d}".formatted(done.read(), done.added(), done.changed()));
            return done;
        });
        return java.util.Objects.requireNonNull(result);
    }

    private void tell(State next) {
        state.set(next);
        // From another thread than the import's, whose transaction would hold the message back until it is over.
        Thread.ofVirtual().start(() -> updates.send(CHANNEL, next));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The uploaded file {} could not be deleted", file, e);
        }
    }

    /** Ends the reading of a file from inside. */
    private static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** One file on its way in. */
    private final class Taking {

        private final long size;
        private final Instant since;
        private final ArrayList<InstitutionEntry> batch = new ArrayList<>(BATCH);
        private final Map<InstitutionState, Integer> states = new EnumMap<>(InstitutionState.class);
        private InstitutionWriting.Written written = InstitutionWriting.Written.NOTHING;
        private int institutions;
        private long bytes;

        Taking(long size, Instant since) {
            this.size = Math.max(1, size);
            this.since = since;
        }

        void take(InstitutionEntry entry) {
            batch.add(shipped.complete(entry));
            states.merge(entry.state(), 1, Integer::sum);
            institutions++;
            if (batch.size() == BATCH) {
                write();
            }
        }

        void read(long so) {
            bytes = so;
            if (cancelled) {
                throw new Cancelled();
            }
        }

        Result end() {
            write();
            return new Result(
                    institutions,
                    written.added(),
                    written.changed(),
                    written.same(),
                    written.kept(),
                    Map.copyOf(states));
        }

        private void write() {
            written = written.plus(writing.write(batch, InstitutionWriting.Source.DUMP));
            batch.clear();
            if (state.get() instanceof State.Running) {
                tell(new State.Running(since, institutions, Math.min(1, (double) bytes / size)));
            }
        }
    }
}
