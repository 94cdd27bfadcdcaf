package org.caravanserai.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who changed what, when, and how it was before and after. Changes of aggregates arrive by themselves; what is no change
 * of an aggregate, such as an import or a sign-in, is recorded with {@link #record}.
 */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One entry.
     *
     * @param at when
     * @param actor the person's key; empty for the system and for strangers
     * @param action what happened: {@code created}, {@code changed}, {@code deleted}, or a word of the module's own
     * @param type the simple name of the object's type
     * @param key the object's key
     * @param before a JSON object of the changed fields as they were; empty when there was nothing
     * @param after a JSON object of the changed fields as they are; empty when nothing is left
     */
    public record Entry(
            Instant at, Optional<UUID> actor, String action, String type, UUID key, String before, String after) {}

    /** Records an event that is not a change of one aggregate, in the current transaction. */
    public void record(String action, String type, UUID key, String details) {
        jdbc.sql(INSERT)
                .param(1, Ids.next())
                .param(2, clock.instant().atOffset(ZoneOffset.UTC))
                .param(3, Actor.person().orElse(null), java.sql.Types.OTHER)
                .param(4, action)
                .param(5, type)
                .param(6, key)
                .param(7, "")
                .param(8, details)
                .update();
    }

    /** The newest entries about an object, newest first. */
    public List<Entry> about(UUID key, int limit) {
        return jdbc.sql("select at, actor, action, object_type, object_key, before_state, after_state from audit_entry"
                        + " where object_key = ? order by id desc limit ?")
                .params(key, limit)
                .query((row, i) -> new Entry(
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant(),
                        Optional.ofNullable((@Nullable UUID) row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    static final String INSERT =
            "insert into audit_entry (id, at, actor, action, object_type, object_key, before_state,"
                    + " after_state) values (?, ?, ?, ?, ?, ?, ?, ?)";
}
