package org.caravanserai.platform.runs;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.AfterCommit;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.LiveUpdates.Channel;
import org.caravanserai.platform.runs.KeptRun.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All runs: those at work in this process, and the rows by which the others know of them. A module asks for
 * {@linkplain #of the runs of its kind} once. Who looks at a run listens on the channel of its kind and subject.
 */
@Component
public class LongRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LongRuns.class);

    private final RunRows rows;
    private final LiveUpdates updates;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Channel, LongRun<?>> here = new ConcurrentHashMap<>();
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private final Map<Channel, RunRows.Row> seen = new HashMap<>();

    LongRuns(RunRows rows, LiveUpdates updates, Clock clock) {
        this.rows = rows;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * The runs of a kind.
     *
     * @param kind also the kind of the channels on which they are told of
     * @param state what they have reached, as a record that is written as JSON
     */
    public <S> RunsOf<S> of(String kind, Class<S> state) {
        kinds.add(kind);
        return new RunsOf<>(this, kind, state);
    }

    /** Takes the place of its subject, and works once that is committed; false if a run is at work. */
    <S> boolean begin(Channel what, S state, Consumer<LongRun<S>> work) {
        var run = new LongRun<>(what, Actor.person(), state, clock, this::tell, this::settle);
        if (!rows.claim(run, json.writeValueAsString(state))) {
            return false;
        }
        AfterCommit.run(() -> {
            var before = here.put(what, run);
            if (before != null) {
                before.stop();
            }
            work.accept(run);
        });
        return true;
    }

    <S> Optional<KeptRun<S>> find(Channel what, Class<S> type) {
        var run = here.get(what);
        if (run != null) {
            var now = run.seen();
            return Optional.of(new KeptRun<>(
                    now.key(), now.starter(), now.since(), now.took(), now.standing(), type.cast(now.state())));
        }
        return rows.find(what).flatMap(row -> read(row, type));
    }

    private <S> Optional<KeptRun<S>> read(RunRows.Row row, Class<S> type) {
        try {
            var atWork = row.standing() == Standing.WORKING || row.standing() == Standing.STOPPING;
            return Optional.of(new KeptRun<>(
                    row.key(),
                    row.starter(),
                    row.since(),
                    Duration.between(row.since(), atWork ? clock.instant() : row.seen()),
                    row.standing(),
                    json.readValue(row.state(), type)));
        } catch (JacksonException e) {
            LOG.warn("What a run of another release has reached cannot be read", e);
            return Optional.empty();
        }
    }

    void stop(Channel what) {
        var run = here.get(what);
        if (run == null) {
            rows.stop(what);
        } else {
            run.stop();
        }
        updates.send(what, what.key());
    }

    void forget(Channel what) {
        rows.forget(what);
        AfterCommit.run(() -> {
            var run = here.remove(what);
            if (run != null) {
                run.stop();
            }
            updates.tell(what, what.key());
        });
    }

    boolean take(Channel what, UUID key) {
        if (!rows.take(what, key)) {
            return false;
        }
        AfterCommit.run(() -> {
            here.computeIfPresent(what, (channel, run) -> run.key().equals(key) ? null : run);
            updates.tell(what, what.key());
        });
        return true;
    }

    /** Lets the other processes know that the runs of this one live, and hears what is asked of them. */
    void beat() {
        RuntimeException failure = null;
        for (var run : here.values()) {
            try {
                beat(run);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private <S> void beat(LongRun<S> run) {
        if (run.isOver()) {
            settle(run);
            return;
        }
        switch (written(run)) {
            case GO_ON -> {}
            case STOP -> run.stop();
            case GONE -> {
                run.stop();
                here.remove(run.what(), run);
            }
        }
        run.tell();
    }

    private <S> RunRows.Answer written(LongRun<S> run) {
        var reached = run.unkept();
        try {
            return rows.beat(run, reached.map(json::writeValueAsString));
        } catch (DataAccessException e) {
            reached.ifPresent(run::keepLater);
            throw e;
        }
    }

    /** Lets open views know of runs at work in other processes, and of those that work no more. */
    void follow() {
        if (!rows.isShared()) {
            return;
        }
        for (var kind : kinds) {
            var subjects = updates.listened(kind);
            seen.keySet().removeIf(what -> what.kind().equals(kind) && !subjects.contains(what.key()));
            if (subjects.isEmpty()) {
                continue;
            }
            var now = new HashMap<UUID, RunRows.Row>();
            rows.marks(kind, subjects).forEach(row -> now.put(row.subject(), row));
            subjects.forEach(subject -> follow(new Channel(kind, subject), Optional.ofNullable(now.get(subject))));
        }
    }

    private void follow(Channel what, Optional<RunRows.Row> now) {
        var before = Optional.ofNullable(seen.remove(what));
        now.ifPresent(row -> seen.put(what, row));
        if (!before.equals(now) && !here.containsKey(what)) {
            updates.tell(what, what.key());
        }
    }

    private void tell(LongRun<?> run) {
        updates.tell(run.what(), run.what().key());
    }

    /** Writes how a run has ended. While the database does not answer, it is here that its end is known. */
    private void settle(LongRun<?> run) {
        try {
            rows.end(run, Standing.ENDED, json.writeValueAsString(run.state()));
            here.remove(run.what(), run);
        } catch (DataAccessException e) {
            LOG.warn("A run is over, but what it has found could not be kept yet", e);
        }
    }

    /** Those who look at a run from another process need not wait until it is missed. */
    @Override
    public void destroy() {
        here.values().forEach(run -> {
            try {
                // Said before it stops, or it would end as if it had come to its end.
                rows.end(run, Standing.INTERRUPTED, json.writeValueAsString(run.state()));
            } catch (DataAccessException e) {
                LOG.warn("A run ends with its process, which could not be said", e);
            }
            run.stop();
        });
    }
}
