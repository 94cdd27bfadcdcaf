package org.caravanserai.platform.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table of a database, with names in lower case, in which all databases tell them. */
record Table(String name, Map<String, Column> columns, List<String> key, Map<String, String> references) {

    /** @param counted whether the database numbers its rows in it */
    record Column(ColumnKind kind, boolean mayBeEmpty, boolean counted) {}

    /** Tables that the database's own migration keeps. */
    private static final Set<String> OTHERS = Set.of("flyway_schema_history");

    /** All tables, each after those that its rows must have in place. */
    static List<Table> of(Connection connection) throws SQLException {
        var about = connection.getMetaData();
        var schema = connection.getSchema();
        var found = new TreeMap<String, Table>();
        for (var name : names(about.getTables(connection.getCatalog(), schema, "%", null))) {
            found.put(name.toLowerCase(Locale.ROOT), of(about, connection.getCatalog(), schema, name));
        }
        return inOrder(found);
    }

    private static List<String> names(ResultSet tables) throws SQLException {
        var names = new ArrayList<String>();
        while (tables.next()) {
            var name = tables.getString("TABLE_NAME");
            if (tables.getString("TABLE_TYPE").endsWith("TABLE") && !OTHERS.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static Table of(DatabaseMetaData about, String catalog, String schema, String name) throws SQLException {
        var columns = new LinkedHashMap<String, Column>();
        for (var rows = about.getColumns(catalog, schema, name, "%"); rows.next(); ) {
            columns.put(
                    lower(rows, "COLUMN_NAME"),
                    new Column(
                            ColumnKind.of(rows.getString("TYPE_NAME")),
                            rows.getInt("NULLABLE") == DatabaseMetaData.columnNullable,
                            rows.getString("IS_AUTOINCREMENT").equals("YES")));
        }
        var key = new ArrayList<String>();
        for (var rows = about.getPrimaryKeys(catalog, schema, name); rows.next(); ) {
            key.add(lower(rows, "COLUMN_NAME"));
        }
        var references = new TreeMap<String, String>();
        for (var rows = about.getImportedKeys(catalog, schema, name); rows.next(); ) {
            references.put(lower(rows, "FKCOLUMN_NAME"), lower(rows, "PKTABLE_NAME"));
        }
        return new Table(name.toLowerCase(Locale.ROOT), columns, key, references);
    }

    private static String lower(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }

    private static List<Table> inOrder(Map<String, Table> all) {
        var left = new ArrayList<>(all.values());
        var placed = new LinkedHashSet<String>();
        var ordered = new ArrayList<Table>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(table -> table.waitsFor(placed).isEmpty())
                    .findFirst()
                    .or(() -> left.stream()
                            .filter(table -> table.waitsFor(placed).stream()
                                    .allMatch(column -> table.column(column).mayBeEmpty()))
                            .findFirst())
                    .orElseThrow(() -> new IllegalStateException("tables that each need the other: "
                            + left.stream().map(Table::name).collect(Collectors.joining(", "))));
            left.remove(next);
            placed.add(next.name);
            ordered.add(next);
        }
        return ordered;
    }

    Column column(String column) {
        var found = columns.get(column);
        if (found == null) {
            throw new IllegalArgumentException("no column " + column + " in " + name);
        }
        return found;
    }

    /** The columns that point at rows of tables that are not in place, this one among them. */
    Set<String> waitsFor(Set<String> placed) {
        return references.entrySet().stream()
                .filter(reference -> !placed.contains(reference.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
