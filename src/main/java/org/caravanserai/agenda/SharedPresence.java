package org.caravanserai.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaPresence.Present;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.ServerDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets several processes know who is at each other's boards. With one process, as on the embedded database, it does nothing. */
@Component
class SharedPresence {

    /** As many keys as the column holds; who holds more is shown to hold these. */
    private static final int MOST_HELD = 100;

    private final JdbcTemplate jdbc;
    private final ServerDatabase database;
    private final Clock clock;

    SharedPresence(JdbcTemplate jdbc, ServerDatabase database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    record Row(UUID board, PersonId person, Set<UUID> held) {}

    void here(MeetingId meeting, Present present) {
        if (!database.isShared()) {
            return;
        }
        var held = present.held().stream().limit(MOST_HELD).map(UUID::toString).collect(Collectors.joining(","));
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        if (jdbc.update("update agenda_presence set held = ?, seen_at = ? where board = ?", held, at, present.board())
                == 0) {
            jdbc.update(
                    "insert into agenda_presence (board, meeting, person, held, seen_at) values (?, ?, ?, ?, ?)",
                    present.board(),
                    meeting.value(),
                    present.person().value(),
                    held,
                    at);
        }
    }

    void gone(UUID board) {
        if (database.isShared()) {
            jdbc.update("delete from agenda_presence where board = ?", board);
        }
    }

    /** Who was seen since at the boards of these meetings. */
    Map<UUID, List<Row>> present(Set<UUID> meetings, Instant since) {
        var found = new HashMap<UUID, List<Row>>();
        if (!database.isShared() || meetings.isEmpty()) {
            return found;
        }
        var arguments = new ArrayList<Object>(meetings);
        arguments.add(since.atOffset(ZoneOffset.UTC));
        jdbc.query(
                "select meeting, board, person, held from agenda_presence where meeting in ("
                        + String.join(", ", meetings.stream().map(m -> "?").toList()) + ") and seen_at > ?",
                row -> {
                    found.computeIfAbsent(row.getObject(1, UUID.class), m -> new ArrayList<>())
                            .add(new Row(
                                    row.getObject(2, UUID.class),
                                    new PersonId(row.getObject(3, UUID.class)),
                                    Arrays.stream(row.getString(4).split(","))
                                            .filter(key -> !key.isEmpty())
                                            .map(UUID::fromString)
                                            .collect(Collectors.toSet())));
                },
                arguments.toArray());
        return found;
    }

    /** Removes rows of processes that died long ago. */
    void tidy(Instant before) {
        if (database.isShared()) {
            jdbc.update("delete from agenda_presence where seen_at < ?", before.atOffset(ZoneOffset.UTC));
        }
    }
}
