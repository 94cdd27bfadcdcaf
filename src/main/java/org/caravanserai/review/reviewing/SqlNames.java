package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;

/** Reads from rows what no driver knows: names, instants, lists of keys. */
public final class SqlNames {

    private SqlNames() {}

    /** The name in the seven columns of {@link ReviewSql#NAME} from this one on. */
    public static PersonName name(ResultSet row, int first) throws SQLException {
        return new PersonName(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                PersonName.Order.valueOf(row.getString(first + 3)),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6));
    }

    /** An instant that may be missing. */
    public static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    /** A key that may be missing. */
    public static Optional<UUID> key(ResultSet row, int column) throws SQLException {
        @Nullable UUID key = row.getObject(column, UUID.class);
        return Optional.ofNullable(key);
    }

    /** A number that may be missing. */
    public static OptionalInt number(ResultSet row, int column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Keys joined by commas. */
    public static List<UUID> keys(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(UUID::fromString).toList();
    }

    /** How well a reviewer knows topics, by key, as the roster keeps it. */
    public static Map<UUID, Integer> strengths(String json) {
        return TopicStrengthsConverter.read(json);
    }
}
