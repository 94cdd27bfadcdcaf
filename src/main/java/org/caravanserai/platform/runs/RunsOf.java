package org.caravanserai.platform.runs;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.platform.LiveUpdates;

/**
 * The runs of one kind, such as those that fill tables: for each subject there is one at most, the last.
 *
 * @param <S> what they have reached
 */
public final class RunsOf<S> {

    private final LongRuns runs;
    private final String kind;
    private final Class<S> state;

    RunsOf(LongRuns runs, String kind, Class<S> state) {
        this.runs = runs;
        this.kind = kind;
        this.state = state;
    }

    /**
     * Begins a run in place of the one before, in this process, once the current transaction has committed.
     *
     * @param state from where it begins
     * @param work called when it may begin, on the thread that commits: work that takes long goes to another
     * @return false if another is at work for this subject, here or in another process
     */
    public boolean begin(UUID subject, S state, Consumer<LongRun<S>> work) {
        return runs.begin(channel(subject), state, work);
    }

    /** The last run of a subject; empty if there is none. */
    public Optional<KeptRun<S>> find(UUID subject) {
        return runs.find(channel(subject), state);
    }

    /** Asks the run of a subject to stop, wherever it works. */
    public void stop(UUID subject) {
        runs.stop(channel(subject));
    }

    /** Ends the run of a subject, wherever it works, and forgets what it has reached. */
    public void forget(UUID subject) {
        runs.forget(channel(subject));
    }

    /**
     * Takes what a run has found for good, and forgets the run.
     *
     * @return false if it is not the last of its subject any more
     */
    public boolean take(UUID subject, UUID run) {
        return runs.take(channel(subject), run);
    }

    private LiveUpdates.Channel channel(UUID subject) {
        return new LiveUpdates.Channel(kind, subject);
    }
}
