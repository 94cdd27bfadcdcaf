package org.caravanserai.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Remembers of what each address was told once. Of two transactions that tell the same at the same time, on whichever nodes,
 * the second waits for the first and then tells it only if the first was rolled back.
 */
@Component
class ToldThings {

    private static final String INSERT =
            "insert into told_thing (recipient, thing, message, told_at) values (?, ?, ?, ?)";
    private static final String UNIQUE_VIOLATION = "23505";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ToldThings(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** That an address is told of a thing by a message; a thing without a name may be told any number of times. */
    record Telling(String recipient, String thing, UUID message) {}

    /** Those among these that tell something for the first time, in their order; they are remembered. */
    <T> List<T> firstTime(List<T> all, Function<T, Telling> telling) {
        var once = all.stream().map(telling).filter(t -> !t.thing().isEmpty()).toList();
        if (once.isEmpty()) {
            return all;
        }
        var again = new HashSet<UUID>();
        jdbc.execute((Connection connection) -> {
            again.addAll(remember(connection, once));
            return true;
        });
        return all.stream()
                .filter(one -> !again.contains(telling.apply(one).message()))
                .toList();
    }

    /** Forgets what messages have told that are taken back now. */
    void forget(UUID cause) {
        jdbc.update(
                "delete from told_thing where message in (select id from outbox_message where cause = ?"
                        + " and leaves_at > ? and version = 0)",
                cause,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Forgets what was told before an instant. */
    int sweep(Instant before) {
        return jdbc.update("delete from told_thing where told_at < ?", before.atOffset(ZoneOffset.UTC));
    }

    /** All at once where none was told before; else one by one. A savepoint keeps the transaction whole. */
    private Set<UUID> remember(Connection connection, List<Telling> tellings) throws SQLException {
        var again = new HashSet<UUID>();
        if (!isRemembered(connection, tellings)) {
            for (var one : tellings) {
                if (!isRemembered(connection, List.of(one))) {
                    again.add(one.message());
                }
            }
        }
        return again;
    }

    private boolean isRemembered(Connection connection, List<Telling> tellings) throws SQLException {
        var before = connection.setSavepoint();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            for (var one : tellings) {
                insert.setString(1, one.recipient());
                insert.setString(2, one.thing());
                insert.setObject(3, one.message());
                insert.setObject(4, now);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!isUniqueViolation(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    private static boolean isUniqueViolation(SQLException e) {
        for (SQLException one = e; one != null; one = one.getNextException()) {
            if (UNIQUE_VIOLATION.equals(one.getSQLState()) || one instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
