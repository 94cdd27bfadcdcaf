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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a column holds, told alike by every database: numbers, truth values and texts. */
enum ColumnKind {
    KEY {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return String.valueOf(row.getObject(at, UUID.class));
        }

        @Override
        Object value(JsonNode told) {
            return UUID.fromString(told.asString());
        }
    },
    MOMENT {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getObject(at, OffsetDateTime.class).toInstant().toString();
        }

        @Override
        Object value(JsonNode told) {
            return Instant.parse(told.asString()).atOffset(ZoneOffset.UTC);
        }
    },
    DATE {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getObject(at, LocalDate.class).toString();
        }

        @Override
        Object value(JsonNode told) {
            return LocalDate.parse(told.asString());
        }
    },
    TIME {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getObject(at, LocalTime.class).toString();
        }

        @Override
        Object value(JsonNode told) {
            return LocalTime.parse(told.asString());
        }
    },
    TRUTH {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getBoolean(at);
        }

        @Override
        Object value(JsonNode told) {
            return told.asBoolean();
        }
    },
    WHOLE {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getLong(at);
        }

        @Override
        Object value(JsonNode told) {
            return told.asLong();
        }
    },
    FRACTION {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getDouble(at);
        }

        @Override
        Object value(JsonNode told) {
            return told.asDouble();
        }
    },
    TEXT {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getString(at);
        }

        @Override
        Object value(JsonNode told) {
            return told.asString();
        }
    },
    BYTES {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return Base64.getEncoder().encodeToString(row.getBytes(at));
        }

        @Override
        Object value(JsonNode told) {
            return Base64.getDecoder().decode(told.asString());
        }
    };

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

    abstract Object read(ResultSet row, int at) throws SQLException;

    abstract Object value(JsonNode told);

    /** A column of the current row as it is told; null if the database has none. */
    @Nullable
    Object tell(ResultSet row, int at) throws SQLException {
        return row.getObject(at) == null ? null : read(row, at);
    }

    /** Gives a statement what was told. */
    void give(PreparedStatement statement, int at, JsonNode told) throws SQLException {
        if (told.isNull()) {
            statement.setObject(at, null);
        } else {
            statement.setObject(at, value(told));
        }
    }
}
