package org.caravanserai.exchange.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.exchange.Oddity;
import org.caravanserai.platform.KeptTable;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Makes rows of one table out of those of an archive: each value is checked before the database sees it. */
final class ArchiveRows {

    private final JdbcClient jdbc;
    private final KeptTable table;
    private final Map<String, Cells.Column> columns;
    private final NewKeys keys;
    private final Consumer<Oddity> oddities;
    private final String file;

    ArchiveRows(
            JdbcClient jdbc,
            KeptTable table,
            Map<String, Cells.Column> columns,
            NewKeys keys,
            Consumer<Oddity> oddities) {
        this.jdbc = jdbc;
        this.table = table;
        this.columns = columns;
        this.keys = keys;
        this.oddities = oddities;
        this.file = ArchiveFormat.table(table.name());
    }

    /** A row of the archive and where it stands; {@code key} is the new one, if such rows have any. */
    record Placed(ObjectNode row, int number, Optional<UUID> key) {}

    /** Gives each row a key of its own. */
    List<Placed> place(List<ObjectNode> rows) {
        var placed = new ArrayList<Placed>();
        for (var row : rows) {
            var number = placed.size() + 1;
            var key = Optional.<UUID>empty();
            if (columns.containsKey("id")) {
                key = Optional.of(Cells.value(row.path("id"), column("id"))
                        .flatMap(old -> keys.make((UUID) old))
                        .orElseThrow(() -> Refusal.of("exchange.archive.key", file, number)));
            }
            placed.add(new Placed(row, number, key));
        }
        return placed;
    }

    /** Stores rows, those first that others of the table refer to. */
    void insert(List<Placed> rows) {
        rows.stream()
                .findFirst()
                .ifPresent(first -> first.row().propertyNames().stream()
                        .filter(name -> !columns.containsKey(name))
                        .forEach(name -> oddities.accept(new Oddity(Oddity.Kind.UNKNOWN_PART, file, name))));
        for (var row : inOrder(rows)) {
            insert(row);
        }
    }

    private void insert(Placed row) {
        var values = new LinkedHashMap<String, Object>();
        for (var column : columns.values()) {
            value(row, column).ifPresent(value -> values.put(column.name(), value));
        }
        if (!columns.containsKey("version") && row.key().isPresent()) {
            values.put("version", 0L);
        }
        var names = List.copyOf(values.keySet());
        try {
            jdbc.sql("insert into " + table.name() + " (" + String.join(", ", names) + ") values (:"
                            + String.join(", :", names) + ")")
                    .params(values)
                    .update();
        } catch (DataAccessException e) {
            throw Refusal.of("exchange.archive.refused", file, row.number());
        }
    }

    private Optional<Object> value(Placed row, Cells.Column column) {
        if (column.name().equals("id")) {
            return row.key().map(key -> key);
        }
        var node = row.row().path(column.name());
        if (node.isNull() || node.isMissingNode()) {
            if (column.required()) {
                throw Refusal.of("exchange.archive.value", file, row.number(), column.name());
            }
            return Optional.empty();
        }
        var value = Cells.value(node, column)
                .orElseThrow(() -> Refusal.of("exchange.archive.value", file, row.number(), column.name()));
        return switch (value) {
            case String words -> Optional.of(keys.in(words));
            case UUID key -> link(row, column, key);
            default -> Optional.of(value);
        };
    }

    private Optional<Object> link(Placed row, Cells.Column column, UUID key) {
        var known = keys.of(key);
        if (known.isEmpty()) {
            if (column.required()) {
                throw Refusal.of("exchange.archive.refers", file, row.number(), column.name());
            }
            oddities.accept(new Oddity(Oddity.Kind.REFERS, file + " " + row.number(), column.name()));
        }
        return known.map(k -> k);
    }

    /** The rows so that each comes after those it refers to. */
    private List<Placed> inOrder(List<Placed> rows) {
        var byKey = new HashMap<String, Placed>();
        rows.forEach(row -> byKey.put(row.row().path("id").asString(""), row));
        var links = columns.values().stream()
                .filter(c -> c.kind() == Cells.Kind.KEY && !c.name().equals("id"))
                .map(Cells.Column::name)
                .toList();
        var ordered = new LinkedHashMap<Integer, Placed>();
        for (var row : rows) {
            // From this row up to the one that refers to none; then down again.
            var chain = new LinkedHashMap<Integer, Placed>();
            var next = Optional.of(row);
            while (next.isPresent() && !ordered.containsKey(next.get().number())) {
                var at = next.get();
                if (chain.put(at.number(), at) != null) {
                    throw Refusal.of("exchange.archive.cycle", file, at.number());
                }
                next = links.stream()
                        .map(link -> byKey.get(at.row().path(link).asString("")))
                        .filter(other -> other != null && !ordered.containsKey(other.number()))
                        .findFirst();
            }
            chain.sequencedValues().reversed().forEach(at -> ordered.put(at.number(), at));
        }
        return List.copyOf(ordered.values());
    }

    private Cells.Column column(String name) {
        return java.util.Objects.requireNonNull(columns.get(name), name);
    }
}
