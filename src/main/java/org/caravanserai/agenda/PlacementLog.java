package org.caravanserai.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log of all moves, and the places that follow from it: both are written together, and only by one who has read the
 * log to its end. That makes the log of a meeting one order for all processes, without a gap.
 */
@Component
class PlacementLog {

    private static final String COLUMNS = "move_number, batch, kind, takes_back, session, mover, moved_at,"
            + " from_room, from_start, from_minutes, to_room, to_start, to_minutes";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;

    PlacementLog(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * How far an agenda is.
     *
     * @param lastMove the number of the last move; 0 before the first
     * @param edition how often more than placements has changed
     */
    record Clock(long lastMove, long edition) {}

    /** How far an agenda is; its clock begins with the first question. */
    Clock clock(MeetingId meeting) {
        var found = clocks(List.of(meeting.value())).get(meeting.value());
        if (found != null) {
            return found;
        }
        begin(meeting);
        return new Clock(0, 0);
    }

    /** How far each of these agendas is; those that nobody has worked on yet are missing. */
    Map<UUID, Clock> clocks(Collection<UUID> meetings) {
        var found = new HashMap<UUID, Clock>();
        var marks = String.join(", ", meetings.stream().map(m -> "?").toList());
        jdbc.query(
                "select meeting, last_move, edition from agenda_clock where meeting in (" + marks + ")",
                row -> {
                    found.put(row.getObject(1, UUID.class), new Clock(row.getLong(2), row.getLong(3)));
                },
                meetings.toArray());
        return found;
    }

    /**
     * Adds moves to the log and makes their places, in the current transaction.
     *
     * @param seen how far the writer has read; the moves are numbered from there
     * @param versions the versions of the places as the writer knows them, by session; those of waiting sessions are missing
     * @return whether it was done; nothing is written if others have written since
     * @throws OptimisticLockingFailureException if a place is not as the log says
     */
    boolean append(MeetingId meeting, Clock seen, List<LoggedMove> moves, Map<UUID, Long> versions) {
        var advanced = jdbc.update(
                "update agenda_clock set last_move = ? where meeting = ? and last_move = ? and edition = ?",
                seen.lastMove() + moves.size(),
                meeting.value(),
                seen.lastMove(),
                seen.edition());
        if (advanced == 0) {
            return false;
        }
        insert(meeting, moves);
        place(meeting, moves, versions);
        return true;
    }

    /** Notes that a session has left its place, in the current transaction, which removes the place itself. */
    void vacated(MeetingId meeting, UUID session, AgendaSpot from, Optional<PersonId> mover, Instant at) {
        turn(meeting, "last_move = last_move + 1");
        var last = clock(meeting).lastMove();
        insert(
                meeting,
                List.of(new LoggedMove(
                        last,
                        Ids.next(),
                        MoveKind.SYSTEM,
                        null,
                        session,
                        mover.map(PersonId::value).orElse(null),
                        at,
                        Optional.of(from),
                        Optional.empty())));
    }

    /** Notes, in the current transaction, that more than placements changes: what is kept of the agenda is out of date. */
    void newEdition(MeetingId meeting) {
        turn(meeting, "edition = edition + 1");
    }

    /** The moves after this one, in their order. */
    List<LoggedMove> since(MeetingId meeting, long number) {
        return jdbc.query(
                "select " + COLUMNS + " from placement_move where meeting = ? and move_number > ? order by move_number",
                PlacementLog::read,
                meeting.value(),
                number);
    }

    /** Moves before a number, the newest first; of one session, or of all if it is null. */
    List<LoggedMove> page(MeetingId meeting, @Nullable SessionId session, long before, int most) {
        return session == null
                ? jdbc.query(
                        "select " + COLUMNS + " from placement_move where meeting = ? and move_number < ?"
                                + " order by move_number desc limit ?",
                        PlacementLog::read,
                        meeting.value(),
                        before,
                        most)
                : jdbc.query(
                        "select " + COLUMNS
                                + " from placement_move where meeting = ? and session = ? and move_number < ?"
                                + " order by move_number desc limit ?",
                        PlacementLog::read,
                        meeting.value(),
                        session.value(),
                        before,
                        most);
    }

    /** A person's last moves in this meeting, in their order. */
    List<LoggedMove> of(MeetingId meeting, PersonId mover, int most) {
        return jdbc.query(
                        "select " + COLUMNS + " from placement_move where meeting = ? and mover = ?"
                                + " order by move_number desc limit ?",
                        PlacementLog::read,
                        meeting.value(),
                        mover.value(),
                        most)
                .reversed();
    }

    /** Who moved each session last; sessions that the system moved last, or that never moved, are missing. */
    Map<UUID, UUID> lastMovers(MeetingId meeting) {
        var movers = new HashMap<UUID, UUID>();
        jdbc.query(
                "select session, mover from placement_move where meeting = ? and mover is not null and move_number ="
                        + " (select max(later.move_number) from placement_move later"
                        + " where later.session = placement_move.session)",
                row -> {
                    movers.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                },
                meeting.value());
        return movers;
    }

    private void turn(MeetingId meeting, String change) {
        var sql = "update agenda_clock set " + change + " where meeting = ?";
        if (jdbc.update(sql, meeting.value()) == 0) {
            begin(meeting);
            jdbc.update(sql, meeting.value());
        }
    }

    /** In a transaction of its own, so that of two that begin it at once neither fails. */
    private void begin(MeetingId meeting) {
        try {
            apart.executeWithoutResult(t -> jdbc.update(
                    "insert into agenda_clock (meeting, last_move, edition) values (?, 0, 0)", meeting.value()));
        } catch (DuplicateKeyException begun) {
            // Another has begun it at the same moment.
            return;
        }
    }

    private void insert(MeetingId meeting, List<LoggedMove> moves) {
        var rows = new ArrayList<Object[]>();
        for (var move : moves) {
            var from = move.from().orElse(null);
            var to = move.to().orElse(null);
            rows.add(new @Nullable Object[] {
                Ids.next(),
                meeting.value(),
                move.number(),
                move.batch(),
                move.kind().name(),
                move.takesBack(),
                move.session(),
                move.mover(),
                move.at().atOffset(ZoneOffset.UTC),
                from == null ? null : from.room(),
                from == null ? null : from.start().atOffset(ZoneOffset.UTC),
                from == null ? 0 : from.minutes(),
                to == null ? null : to.room(),
                to == null ? null : to.start().atOffset(ZoneOffset.UTC),
                to == null ? 0 : to.minutes()
            });
        }
        jdbc.batchUpdate(
                "insert into placement_move (id, meeting, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void place(MeetingId meeting, List<LoggedMove> moves, Map<UUID, Long> versions) {
        var made = new ArrayList<Object[]>();
        var changed = new ArrayList<Object[]>();
        var removed = new ArrayList<Object[]>();
        for (var move : moves) {
            var version = versions.get(move.session());
            var to = move.to().orElse(null);
            if (to == null) {
                removed.add(new @Nullable Object[] {move.session(), version});
            } else if (version == null) {
                made.add(new @Nullable Object[] {
                    Ids.next(),
                    move.number(),
                    move.session(),
                    meeting.value(),
                    to.room(),
                    to.start().atOffset(ZoneOffset.UTC),
                    to.minutes()
                });
            } else {
                changed.add(new @Nullable Object[] {
                    move.number(), to.room(), to.start().atOffset(ZoneOffset.UTC), to.minutes(), move.session(), version
                });
            }
        }
        each(removed, "delete from placement where session = ? and version = ?");
        each(
                changed,
                "update placement set version = ?, room = ?, starts_at = ?, minutes = ? where session = ? and version = ?");
        each(
                made,
                "insert into placement (id, version, session, meeting, room, starts_at, minutes) values (?, ?, ?, ?, ?, ?, ?)");
    }

    private void each(List<Object[]> rows, String sql) {
        if (!rows.isEmpty() && Arrays.stream(jdbc.batchUpdate(sql, rows)).anyMatch(count -> count == 0)) {
            throw new OptimisticLockingFailureException("a place is not as the log says: " + sql);
        }
    }

    private static LoggedMove read(ResultSet row, int index) throws SQLException {
        return new LoggedMove(
                row.getLong(1),
                row.getObject(2, UUID.class),
                MoveKind.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                spot(row, 8),
                spot(row, 11));
    }

    static Optional<AgendaSpot> spot(ResultSet row, int first) throws SQLException {
        @Nullable OffsetDateTime start = row.getObject(first + 1, OffsetDateTime.class);
        return start == null
                ? Optional.empty()
                : Optional.of(
                        new AgendaSpot(row.getObject(first, UUID.class), start.toInstant(), row.getInt(first + 2)));
    }
}
