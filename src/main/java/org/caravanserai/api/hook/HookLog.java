package org.caravanserai.api.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.api.hook.MeetingHooks.Delivery;
import org.caravanserai.api.hook.MeetingHooks.Outcome;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last deliveries of several webhooks, by one statement. */
@Component
class HookLog {

    private static final String LAST = """
            select t.hook, t.id, t.event, p.code, t.release_number, t.happened_at, t.state, t.attempts, t.due_at,
                   t.tried_at, t.answer_status, t.answer_excerpt, t.problem, t.problem_detail
            from (select d.*, row_number() over (partition by d.hook order by d.id desc) as place
                  from hook_delivery d where d.hook in (:hooks)) t
            left join proposal p on p.id = t.proposal
            where t.place <= :most
            order by t.hook, t.id desc
            """;

    private final JdbcClient jdbc;

    HookLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last ones of each, the newest first. */
    Map<UUID, List<Delivery>> of(Collection<UUID> hooks, int most) {
        var byHook = new HashMap<UUID, List<Delivery>>();
        if (!hooks.isEmpty()) {
            jdbc.sql(LAST)
                    .param("hooks", hooks)
                    .param("most", most)
                    .query((row, number) -> byHook.computeIfAbsent(
                                    row.getObject(1, UUID.class), hook -> new ArrayList<>())
                            .add(delivery(row)))
                    .list();
        }
        return byHook;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(2, UUID.class),
                HookEvent.valueOf(row.getString(3)),
                Objects.requireNonNullElse(row.getString(4), ""),
                row.getInt(5),
                moment(row, 6).orElseThrow(),
                Outcome.valueOf(row.getString(7)),
                row.getInt(8),
                moment(row, 9).orElseThrow(),
                moment(row, 10),
                row.getInt(11),
                row.getString(12),
                problem(row.getString(13), row.getString(14)));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    /** A number comes back as one, so that the words for it agree with it. */
    private static Optional<Refusal.Problem> problem(String key, String detail) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Object argument = detail.matches("\\d{1,9}") ? Long.valueOf(detail) : detail;
        return Optional.of(Refusal.Problem.at("", key, argument));
    }
}
