package org.caravanserai.platform.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a column holds, told alike by every database: numbers, truth values and texts. */
enum ColumnKind {
    KEY((row, at) -> row.getObject(at, UUID.class).toString(), told -> UUID.fromString(told.asString())),
    MOMENT(
            (row, at) -> row.getObject(at, OffsetDateTime.class).toInstant().toString(),
            told -> Instant.parse(told.asString()).atOffset(ZoneOffset.UTC)),
    DATE((row, at) -> row.getObject(at, LocalDate.class).toString(), told -> LocalDate.parse(told.asString())),
    TIME((row, at) -> row.getObject(at, LocalTime.class).toString(), told -> LocalTime.parse(told.asString())),
    TRUTH(ResultSet::getBoolean, JsonNode::asBoolean),
    WHOLE(ResultSet::getLong, JsonNode::asLong),
    FRACTION(ResultSet::getDouble, JsonNode::asDouble),
    TEXT(ResultSet::getString, JsonNode::asString),
    BYTES(
            (row, at) -> Base64.getEncoder().encodeToString(row.getBytes(at)),
            told -> Base64.getDecoder().decode(told.asString()));

    private final Reading reading;
    private final Function<JsonNode, Object> value;

    ColumnKind(Reading reading, Function<JsonNode, Object> value) {
        this.reading = reading;
        this.value = value;
    }

    /** How a column that holds something is told. */
    private interface Reading {
        Object tell(ResultSet row, int at) throws SQLException;
    }

    /** What a database calls the type of a column. */
    static ColumnKind of(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "uuid" -> KEY;
            case "timestamptz", "timestamp with time zone" -> MOMENT;
            case "date" -> DATE;
            case "time" -> TIME;
            case "bool", "boolean" -> TRUTH;
            case "int2", "int4", "int8", "smallint", "integer", "bigint", "serial", "bigserial" -> WHOLE;
            case "float8", "double precision" -> FRACTION;
            case "varchar", "character varying", "text" -> TEXT;
            case "bytea", "binary varying" -> BYTES;
            default -> throw new IllegalStateException("a column of a type that no backup knows: " + type);
        };
    }

    /** A column of the current row as it is told; null if the database has none. */
    @Nullable
    Object tell(ResultSet row, int at) throws SQLException {
        return row.getObject(at) == null ? null : reading.tell(row, at);
    }

    /** Gives a statement what was told. */
    void give(PreparedStatement statement, int at, JsonNode told) throws SQLException {
        statement.setObject(at, told.isNull() ? null : value.apply(told));
    }
}
