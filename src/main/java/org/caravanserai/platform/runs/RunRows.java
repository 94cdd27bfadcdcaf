package org.caravanserai.platform.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates.Channel;
import org.caravanserai.platform.ServerDatabase;
import org.caravanserai.platform.runs.KeptRun.Standing;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The rows of runs as this process writes and reads them. A row belongs to one run, which alone may write it as long as it is
 * there; a run that has not been heard of for a while gives its place to whoever asks for it.
 */
@Component
class RunRows {

    /** A run that lives is heard of within this time. */
    private static final Duration ALIVE = Duration.ofSeconds(15);

    /** What has ended is of no use to anybody after this time. */
    private static final Duration KEPT = Duration.ofHours(12);

    private static final String MINE = "kind = :kind and subject = :subject and run = :run and outcome = 'WORKING'";

    private final JdbcClient jdbc;
    private final boolean shared;
    private final Clock clock;
    private final UUID process = Ids.next();
    private final String alive;

    RunRows(JdbcClient jdbc, ServerDatabase database, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        shared = database.isShared();
        // Whoever else has written to a database that is not shared has ended.
        alive = "outcome = 'WORKING' and seen_at > :dead" + (shared ? "" : " and process = :process");
    }

    /** How a row answers to whoever works on it. */
    enum Answer {
        GO_ON,
        STOP,
        GONE
    }

    /** A row, and its state as it is written. */
    record Row(
            UUID subject,
            UUID key,
            Optional<UUID> starter,
            Instant since,
            Instant seen,
            Standing standing,
            String state) {}

    boolean isShared() {
        return shared;
    }

    /** Takes the place of a subject for a run, unless one that lives has it; whether that could be done. */
    boolean claim(LongRun<?> run, String state) {
        if (filled(
                                "update long_run set run = :run, process = :process, starter = :starter, begun_at = :begun,"
                                        + " seen_at = :now, stopping = false, outcome = 'WORKING', state = :state"
                                        + " where kind = :kind and subject = :subject and not (" + alive + ")",
                                run,
                                state)
                        .update()
                > 0) {
            return true;
        }
        try {
            return filled(
                                    "insert into long_run (kind, subject, run, process, starter, begun_at, seen_at, stopping,"
                                            + " outcome, state) values (:kind, :subject, :run, :process, :starter, :begun,"
                                            + " :now, false, 'WORKING', :state)",
                                    run,
                                    state)
                            .update()
                    > 0;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private StatementSpec filled(String sql, LongRun<?> run, String state) {
        return of(sql, run)
                .param("process", process)
                .param("starter", run.starter().orElse(null))
                .param("begun", time(run.since()))
                .param("dead", time(clock.instant().minus(ALIVE)))
                .param("state", state);
    }

    private StatementSpec of(String sql, LongRun<?> run) {
        return of(sql, run.what()).param("run", run.key()).param("now", time(clock.instant()));
    }

    private StatementSpec of(String sql, Channel what) {
        return jdbc.sql(sql).param("kind", what.kind()).param("subject", what.key());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Notes that a run lives, and what it has reached if that is new. */
    Answer beat(LongRun<?> run, Optional<String> state) {
        var written = state.map(text -> of("update long_run set seen_at = :now, state = :state where " + MINE, run)
                        .param("state", text))
                .orElseGet(() -> of("update long_run set seen_at = :now where " + MINE, run))
                .update();
        if (written == 0) {
            return Answer.GONE;
        }
        return of("select stopping from long_run where " + MINE, run)
                .query(Boolean.class)
                .optional()
                .map(stopping -> stopping ? Answer.STOP : Answer.GO_ON)
                .orElse(Answer.GONE);
    }

    /** Notes how a run that is still in its place has ended. */
    void end(LongRun<?> run, Standing how, String state) {
        of("update long_run set seen_at = :now, outcome = :how, state = :state where " + MINE, run)
                .param("how", how.name())
                .param("state", state)
                .update();
    }

    /** Asks whoever works on a subject to stop. */
    void stop(Channel what) {
        of(
                        "update long_run set stopping = true where kind = :kind and subject = :subject and outcome = 'WORKING'",
                        what)
                .update();
    }

    /** Forgets the run of a subject, and those of others that are too old to be of use. */
    void forget(Channel what) {
        of("delete from long_run where kind = :kind and subject = :subject or seen_at <= :old", what)
                .param("old", time(clock.instant().minus(KEPT)))
                .update();
    }

    /** Forgets exactly this run of a subject; whether it was still there. */
    boolean take(Channel what, UUID run) {
        return of("delete from long_run where kind = :kind and subject = :subject and run = :run", what)
                        .param("run", run)
                        .update()
                > 0;
    }

    Optional<Row> find(Channel what) {
        return read(what.kind(), List.of(what.key()), "state").stream().findFirst();
    }

    /** The runs of subjects without what they have reached. */
    List<Row> marks(String kind, Collection<UUID> subjects) {
        return read(kind, subjects, "''");
    }

    private List<Row> read(String kind, Collection<UUID> subjects, String state) {
        var now = clock.instant();
        return jdbc.sql("select subject, run, starter, begun_at, seen_at, stopping, outcome, process, " + state
                        + " as state from long_run where kind = :kind and subject in (:subjects) and seen_at > :old")
                .params(Map.of("kind", kind, "subjects", subjects, "old", time(now.minus(KEPT))))
                .query((row, number) -> row(row, now))
                .list();
    }

    private Row row(ResultSet row, Instant now) throws SQLException {
        var seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
        var standing = Standing.valueOf(row.getString("outcome"));
        if (standing == Standing.WORKING) {
            var lives =
                    seen.isAfter(now.minus(ALIVE)) && (shared || process.equals(row.getObject("process", UUID.class)));
            standing = lives ? row.getBoolean("stopping") ? Standing.STOPPING : Standing.WORKING : Standing.INTERRUPTED;
        }
        return new Row(
                row.getObject("subject", UUID.class),
                row.getObject("run", UUID.class),
                Optional.ofNullable(row.getObject("starter", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                seen,
                standing,
                row.getString("state"));
    }
}
