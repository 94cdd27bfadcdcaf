package org.caravanserai.programme.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a day as a table: a column for each room that is used, a row for each time at which something starts or
 * ends. A session covers the rows of its time.
 */
public record ProgrammeGrid(List<Column> columns, List<Row> rows) {

    private static final UUID EVERYWHERE = new UUID(0, 0);

    /** A room; its name is null for all rooms. */
    public record Column(@Nullable Said name, String href) {}

    /** From this time to that of the next row. */
    public record Row(PageTimes.Moment start, List<Cell> cells) {}

    /** A field of the table over {@code rows} rows; without sessions when nothing is on. */
    public record Cell(int rows, List<SessionCard> cards) {}

    /** Sessions of one room that overlap each other share a field. */
    private record Stretch(Instant start, Instant end, List<SessionPart> sessions) {}

    /** Writes what a grid shows. */
    interface Writer {

        /** A time of the day shown. */
        PageTimes.Moment at(Instant time);

        /** A room's column; null for all rooms. */
        Column column(@Nullable RoomPart room);

        /** A session. */
        SessionCard card(SessionPart session);
    }

    static ProgrammeGrid of(Programme programme, List<SessionPart> sessions, Writer writer) {
        var byRoom = new HashMap<UUID, List<SessionPart>>();
        for (var session : sessions) {
            var room = session.room() == null ? EVERYWHERE : session.room();
            byRoom.computeIfAbsent(room, r -> new ArrayList<>()).add(session);
        }
        var columns = new ArrayList<Column>();
        var stretches = new ArrayList<Map<Instant, Stretch>>();
        var times = new TreeSet<Instant>();
        if (byRoom.containsKey(EVERYWHERE)) {
            columns.add(writer.column(null));
            stretches.add(stretches(byRoom.getOrDefault(EVERYWHERE, List.of()), times));
        }
        for (var room : programme.agenda().rooms()) {
            var its = byRoom.get(room.key());
            if (its != null) {
                columns.add(writer.column(room));
                stretches.add(stretches(its, times));
            }
        }
        return new ProgrammeGrid(List.copyOf(columns), rows(List.copyOf(times), stretches, writer));
    }

    private static Map<Instant, Stretch> stretches(List<SessionPart> sessions, TreeSet<Instant> times) {
        var found = new ArrayList<Stretch>();
        for (var session : sessions) {
            var last = found.isEmpty() ? null : found.getLast();
            if (last != null && session.start().isBefore(last.end())) {
                var together = new ArrayList<>(last.sessions());
                together.add(session);
                var end = session.end().isAfter(last.end()) ? session.end() : last.end();
                found.set(found.size() - 1, new Stretch(last.start(), end, together));
            } else {
                found.add(new Stretch(session.start(), session.end(), List.of(session)));
            }
        }
        var byStart = new HashMap<Instant, Stretch>();
        for (var stretch : found) {
            byStart.put(stretch.start(), stretch);
            times.add(stretch.start());
            times.add(stretch.end());
        }
        return byStart;
    }

    private static List<Row> rows(List<Instant> times, List<Map<Instant, Stretch>> columns, Writer writer) {
        var cells = new ArrayList<List<Cell>>();
        times.forEach(t -> cells.add(new ArrayList<>()));
        for (var column : columns) {
            var row = 0;
            while (row < times.size() - 1) {
                var stretch = column.get(times.get(row));
                var until = row + 1;
                if (stretch == null) {
                    while (until < times.size() - 1 && !column.containsKey(times.get(until))) {
                        until++;
                    }
                } else {
                    until = times.indexOf(stretch.end());
                }
                cells.get(row)
                        .add(new Cell(
                                until - row,
                                stretch == null
                                        ? List.of()
                                        : stretch.sessions().stream()
                                                .map(writer::card)
                                                .toList()));
                row = until;
            }
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < times.size() - 1; i++) {
            rows.add(new Row(writer.at(times.get(i)), List.copyOf(cells.get(i))));
        }
        return List.copyOf(rows);
    }
}
