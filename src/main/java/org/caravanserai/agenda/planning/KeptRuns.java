package org.caravanserai.agenda.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.ServerDatabase;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the runs of all meetings in the database, so that an organiser finds what was found even if the process it was found
 * in has ended. A run that its process no longer keeps was ended with it.
 */
@Component
class KeptRuns {

    /** A process that lives has kept its run within this time. */
    private static final Duration ALIVE = Duration.ofSeconds(15);

    private static final Duration KEPT = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final ServerDatabase database;
    private final Clock clock;
    private final UUID process = Ids.next();
    private final JsonMapper json = JsonMapper.builder().build();

    KeptRuns(JdbcClient jdbc, ServerDatabase database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A run as it was kept last.
     *
     * @param took how long it had worked
     * @param targets where its best agenda puts each session
     */
    record Found(PlanPicture picture, Duration took, Map<UUID, Optional<AgendaSpot>> targets) {}

    /**
     * A run that this process knows from the database alone.
     *
     * @param ended whether it had come to its end
     * @param alive whether another process is still at work on it
     */
    record Kept(Found found, boolean ended, boolean alive) {}

    /** Keeps how far a run of this process is, in place of any before; whether somebody has asked it to stop. */
    boolean keep(MeetingId meeting, Found found, boolean ended) {
        var state = json.writeValueAsString(found);
        if (write(meeting, state, ended) == 0) {
            try {
                jdbc.sql("insert into plan_run (meeting, process, kept_at, ended, stopped, state)"
                                + " values (?, ?, ?, ?, false, ?)")
                        .params(meeting.value(), process, Timestamp.from(clock.instant()), ended, state)
                        .update();
            } catch (DuplicateKeyException e) {
                write(meeting, state, ended);
            }
        }
        return jdbc.sql("select stopped from plan_run where meeting = ?")
                .param(meeting.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private int write(MeetingId meeting, String state, boolean ended) {
        return jdbc.sql("update plan_run set process = ?, kept_at = ?, ended = ?, state = ? where meeting = ?")
                .params(process, Timestamp.from(clock.instant()), ended, state, meeting.value())
                .update();
    }

    /** The run of a meeting that is kept; empty if there is none. */
    Optional<Kept> find(MeetingId meeting) {
        var now = clock.instant();
        return jdbc.sql("select state, ended, kept_at, process from plan_run where meeting = ? and kept_at > ?")
                .params(meeting.value(), Timestamp.from(now.minus(KEPT)))
                .query((row, number) -> {
                    var ended = row.getBoolean("ended");
                    var elsewhere = database.isShared() && !process.equals(row.getObject("process", UUID.class));
                    var fresh = row.getTimestamp("kept_at").toInstant().isAfter(now.minus(ALIVE));
                    return new Kept(
                            json.readValue(row.getString("state"), Found.class), ended, !ended && elsewhere && fresh);
                })
                .optional();
    }

    /** Asks the process that is at work to stop. */
    void stop(MeetingId meeting) {
        jdbc.sql("update plan_run set stopped = true where meeting = ?")
                .param(meeting.value())
                .update();
    }

    /** Forgets the run of a meeting, and those of others that are too old to be of use. */
    void forget(MeetingId meeting) {
        jdbc.sql("delete from plan_run where meeting = ? or kept_at <= ?")
                .params(meeting.value(), Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
