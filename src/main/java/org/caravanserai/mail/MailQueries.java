package org.caravanserai.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queries behind the lists of messages: one each, whatever the number of rows. */
@Component
class MailQueries {

    private static final String LINE = "select id, recipient, subject, kind, language_tag, state, attempts, created_at,"
            + " due_at, sent_at, last_error from outbox_message where ";
    private static final String TEXT = "select id, recipient, subject, kind, language_tag, state, attempts, created_at,"
            + " due_at, sent_at, last_error, text_body, action_address from outbox_message where ";

    private final JdbcClient jdbc;

    MailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<MailLine> lines(String column, Object value, int offset, int limit) {
        return jdbc.sql(LINE + column + " = ? order by created_at desc, id desc limit ? offset ?")
                .params(value, limit, offset)
                .query((row, number) -> line(row))
                .list();
    }

    /** Newest first, of those kept for one address. */
    List<MailLine> kept(String recipient, int offset, int limit) {
        return jdbc.sql(LINE + "recipient = ? and state = 'KEPT' order by created_at desc, id desc limit ? offset ?")
                .params(recipient, limit, offset)
                .query((row, number) -> line(row))
                .list();
    }

    int count(String column, Object value) {
        return jdbc.sql("select count(*) from outbox_message where " + column + " = ?")
                .param(value)
                .query(Integer.class)
                .single();
    }

    int countKept(String recipient) {
        return jdbc.sql("select count(*) from outbox_message where recipient = ? and state = 'KEPT'")
                .param(recipient)
                .query(Integer.class)
                .single();
    }

    Map<OutboxMessage.State, Integer> states() {
        var counts = new EnumMap<OutboxMessage.State, Integer>(OutboxMessage.State.class);
        for (var state : OutboxMessage.State.values()) {
            counts.put(state, 0);
        }
        jdbc.sql("select state, count(*) from outbox_message group by state")
                .query((row, number) -> counts.put(OutboxMessage.State.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    Optional<MailText> text(UUID message) {
        return jdbc.sql(TEXT + "id = ?")
                .param(message)
                .query((row, number) -> text(row))
                .optional();
    }

    /** Newest first, whoever they are for. */
    List<MailText> newestKept(int limit) {
        return jdbc.sql(TEXT + "state = 'KEPT' order by created_at desc, id desc limit ?")
                .param(limit)
                .query((row, number) -> text(row))
                .list();
    }

    Optional<UUID> meetingOf(UUID message) {
        return jdbc.sql("select meeting from outbox_message where id = ? and meeting is not null")
                .param(message)
                .query(UUID.class)
                .optional();
    }

    private static MailText text(ResultSet row) throws SQLException {
        return new MailText(line(row), row.getString(12), row.getString(13));
    }

    private static MailLine line(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime sent = row.getObject(10, OffsetDateTime.class);
        return new MailLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                OutboxMessage.State.valueOf(row.getString(6)),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getString(11));
    }
}
