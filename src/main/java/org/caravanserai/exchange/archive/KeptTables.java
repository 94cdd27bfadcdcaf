package org.caravanserai.exchange.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tables of all modules in their order, their columns, and their rows. */
@Component
class KeptTables {

    /** Whoever is named in a meeting, as she is known here: no account, no address, no picture. */
    static final KeptTable PEOPLE = KeptTable.taken(
            "person",
            "id code published family given name_order native_script kana patronymic salutation degree academic_rank"
                    + " institution affiliation orcid country zone language languages interests biography search_key",
            "id in (:people)");

    private static final int AT_ONCE = 500;

    private final List<KeptTable> tables;
    private final JdbcClient jdbc;

    KeptTables(List<KeptRecords> modules, JdbcClient jdbc) {
        this.tables = modules.stream().flatMap(m -> m.tables().stream()).toList();
        this.jdbc = jdbc;
    }

    /** All but {@link #PEOPLE}. */
    List<KeptTable> all() {
        return tables;
    }

    /** The columns that an archive takes of a table, by name. */
    Map<String, Cells.Column> columns(KeptTable table) {
        return jdbc.sql("select " + String.join(", ", table.columns()) + " from " + table.name() + " where 1 = 0")
                .query(rows -> {
                    var columns = new LinkedHashMap<String, Cells.Column>();
                    var meta = rows.getMetaData();
                    for (int i = 1; i <= meta.getColumnCount(); i++) {
                        var column = Cells.Column.of(meta, i);
                        columns.put(column.name(), column);
                    }
                    return columns;
                });
    }

    /** The rows of a meeting, in the order in which they came about. */
    List<ObjectNode> rows(KeptTable table, UUID meeting, List<UUID> hidden) {
        return select(table, Map.of("meeting", meeting, "hidden", hidden));
    }

    /** The people with these keys, their institutions by their ids in the Research Organization Registry. */
    List<ObjectNode> people(List<UUID> keys) {
        var rows = new ArrayList<ObjectNode>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            rows.addAll(select(PEOPLE, Map.of("people", keys.subList(from, Math.min(from + AT_ONCE, keys.size())))));
        }
        var rors = institutions("id", "ror");
        rows.forEach(row -> rename(row, rors));
        rows.sort(Comparator.comparing(row -> row.path("id").asString()));
        return rows;
    }

    /** A column of institutions by another; both as words. */
    Map<String, String> institutions(String from, String to) {
        var names = new LinkedHashMap<String, String>();
        jdbc.sql("select " + from + ", " + to + " from institution").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    /** Gives a person's institution the name it has on the other side; one that is not known there is none. */
    static void rename(ObjectNode person, Map<String, String> names) {
        var other = names.get(person.path("institution").asString(""));
        person.set(
                "institution",
                other == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.stringNode(other));
    }

    private List<ObjectNode> select(KeptTable table, Map<String, Object> parameters) {
        var columns = List.copyOf(columns(table).values());
        return jdbc.sql("select " + String.join(", ", table.columns()) + " from " + table.name() + " where "
                        + table.rows() + " order by "
                        + String.join(", ", table.columns().subList(0, 2)))
                .params(parameters)
                .query((row, number) -> {
                    var node = JsonNodeFactory.instance.objectNode();
                    for (int i = 0; i < columns.size(); i++) {
                        node.set(
                                columns.get(i).name(),
                                Cells.read(row, i + 1, columns.get(i).kind()));
                    }
                    return node;
                })
                .list();
    }
}
