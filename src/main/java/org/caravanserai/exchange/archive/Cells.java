package org.caravanserai.exchange.archive;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values of columns as JSON and back: keys, days, times and instants as words of ISO 8601, texts in several languages as
 * the objects they are.
 */
final class Cells {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Cells() {}

    /** What a column holds, as far as it matters here. */
    enum Kind {
        KEY,
        WORDS,
        WHOLE,
        BROKEN,
        TRUTH,
        INSTANT,
        DAY,
        CLOCK
    }

    /** A column of a table; {@code longest} counts characters. */
    record Column(String name, Kind kind, boolean required, int longest) {

        static Column of(ResultSetMetaData meta, int index) throws SQLException {
            var type = meta.getColumnTypeName(index).toLowerCase(Locale.ROOT);
            return new Column(
                    meta.getColumnName(index).toLowerCase(Locale.ROOT),
                    kind(type),
                    meta.isNullable(index) == ResultSetMetaData.columnNoNulls,
                    meta.getPrecision(index) <= 0 ? Integer.MAX_VALUE : meta.getPrecision(index));
        }

        private static Kind kind(String type) {
            return switch (type) {
                case "uuid" -> Kind.KEY;
                case "boolean", "bool" -> Kind.TRUTH;
                case "date" -> Kind.DAY;
                case "integer", "int4", "bigint", "int8", "smallint", "int2" -> Kind.WHOLE;
                case "double precision", "float8", "numeric" -> Kind.BROKEN;
                default ->
                    type.startsWith("timestamp") ? Kind.INSTANT : type.startsWith("time") ? Kind.CLOCK : Kind.WORDS;
            };
        }
    }

    /** The value of a row's column. */
    static JsonNode read(ResultSet row, int index, Kind kind) throws SQLException {
        if (row.getObject(index) == null) {
            return NODES.nullNode();
        }
        return switch (kind) {
            case KEY -> NODES.stringNode(row.getObject(index, UUID.class).toString());
            case TRUTH -> NODES.booleanNode(row.getBoolean(index));
            case WHOLE -> NODES.numberNode(row.getLong(index));
            case BROKEN -> NODES.numberNode(row.getDouble(index));
            case DAY -> NODES.stringNode(row.getObject(index, LocalDate.class).toString());
            case CLOCK -> NODES.stringNode(row.getObject(index, LocalTime.class).toString());
            case INSTANT ->
                NODES.stringNode(row.getObject(index, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant()
                        .toString());
            case WORDS -> words(row.getString(index));
        };
    }

    /** Words; what is JSON already, and would come back the same, is shown as what it is. */
    private static JsonNode words(String words) {
        if (words.startsWith("{") || words.startsWith("[")) {
            try {
                var node = JSON.readTree(words);
                if (JSON.writeValueAsString(node).equals(words)) {
                    return node;
                }
            } catch (JacksonException e) {
                // Words that only look like JSON are words.
                return NODES.stringNode(words);
            }
        }
        return NODES.stringNode(words);
    }

    /** The value to store; empty if it is none for such a column. */
    static Optional<Object> value(JsonNode node, Column column) {
        try {
            return switch (column.kind()) {
                case KEY -> text(node).map(UUID::fromString);
                case TRUTH -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
                case WHOLE -> whole(node);
                case BROKEN -> node.isNumber() ? Optional.of(node.doubleValue()) : Optional.empty();
                case DAY -> text(node).map(LocalDate::parse);
                case CLOCK -> text(node).map(LocalTime::parse);
                case INSTANT -> text(node).map(OffsetDateTime::parse);
                case WORDS ->
                    Optional.<Object>of(node.isContainer() ? JSON.writeValueAsString(node) : node.asString())
                            .filter(words -> node.isContainer() || node.isString())
                            .filter(words -> ((String) words).length() <= column.longest());
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            // The caller says where in the archive the value stands.
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static Optional<Object> whole(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return Optional.empty();
        }
        var number = new BigDecimal(node.bigIntegerValue());
        return number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(number.longValue());
    }
}
