package org.caravanserai.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queries behind the lists of messages: one each, whatever the number of rows. */
@Component
class MailQueries {

    private static final String COLUMNS = "select id, recipient, subject, kind, language_tag, state, attempts,"
            + " created_at, due_at, sent_at, last_error";
    private static final String FROM = " from outbox_message where ";
    private static final String LINE = COLUMNS + FROM;
    private static final String TEXT = COLUMNS + ", text_body, action_address, attachment_name" + FROM;
    private static final String NEWEST = " order by created_at desc, id desc limit :limit";

    /** What an address has got: what is kept or was sent, and has left. */
    private static final String RECEIVED =
            "recipient = :recipient and state in ('KEPT', 'SENT') and (leaves_at is null or leaves_at <= :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    MailQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first; of one meeting, or of all where there is none. */
    List<MailLine> find(Optional<UUID> meeting, MailFilter filter, int offset, int limit) {
        var parameters = new HashMap<String, Object>();
        var where = where(meeting, filter, parameters);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return jdbc.sql(LINE + where + NEWEST + " offset :offset")
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    int count(Optional<UUID> meeting, MailFilter filter) {
        var parameters = new HashMap<String, Object>();
        return jdbc.sql("select count(*)" + FROM + where(meeting, filter, parameters))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    Map<OutboxMessage.State, Integer> states(Optional<UUID> meeting) {
        var counts = new EnumMap<OutboxMessage.State, Integer>(OutboxMessage.State.class);
        for (var state : OutboxMessage.State.values()) {
            counts.put(state, 0);
        }
        var parameters = new HashMap<String, Object>();
        jdbc.sql("select state, count(*)" + FROM + where(meeting, MailFilter.ALL, parameters) + " group by state")
                .params(parameters)
                .query((row, number) -> counts.put(OutboxMessage.State.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    /** The kinds of messages that a meeting has. */
    List<String> kinds(UUID meeting) {
        return jdbc.sql("select distinct kind" + FROM + "meeting = ? order by kind")
                .param(meeting)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many messages have failed in each of these meetings; those without any are left out. */
    Map<UUID, Integer> failures(Collection<UUID> meetings) {
        var counts = new HashMap<UUID, Integer>();
        if (!meetings.isEmpty()) {
            jdbc.sql("select meeting, count(*)" + FROM + "meeting in (:meetings) and state = 'FAILED' group by meeting")
                    .param("meetings", meetings)
                    .query((row, number) -> counts.put(row.getObject(1, UUID.class), row.getInt(2)))
                    .list();
        }
        return counts;
    }

    /** Newest first, of those that an address has got. */
    List<MailLine> received(String recipient, int offset, int limit) {
        return jdbc.sql(LINE + RECEIVED + NEWEST + " offset :offset")
                .param("recipient", recipient)
                .param("now", now())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> line(row))
                .list();
    }

    int countReceived(String recipient) {
        return jdbc.sql("select count(*)" + FROM + RECEIVED)
                .param("recipient", recipient)
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    /** One message that an address has got. */
    Optional<MailText> received(String recipient, UUID message) {
        return jdbc.sql(TEXT + RECEIVED + " and id = :message")
                .param("recipient", recipient)
                .param("now", now())
                .param("message", message)
                .query((row, number) -> text(row))
                .optional();
    }

    /** The file of one message that an address has got. */
    Optional<MailFile> receivedFile(String recipient, UUID message) {
        return jdbc.sql("select attachment_name, attachment_type, attachment" + FROM + RECEIVED
                        + " and id = :message and attachment is not null")
                .param("recipient", recipient)
                .param("now", now())
                .param("message", message)
                .query((row, number) ->
                        new MailFile(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
                .optional();
    }

    /** A file that went with a message; {@code bytes} is a stored file. */
    record MailFile(String name, String type, UUID bytes) {}

    /** How one message that an address has got is set for mail programs. */
    Optional<String> receivedHtml(String recipient, UUID message) {
        return jdbc.sql("select html_body" + FROM + RECEIVED + " and id = :message")
                .param("recipient", recipient)
                .param("now", now())
                .param("message", message)
                .query(String.class)
                .optional();
    }

    Optional<MailText> text(UUID message) {
        return jdbc.sql(TEXT + "id = ?")
                .param(message)
                .query((row, number) -> text(row))
                .optional();
    }

    /** Newest first, whoever they are for. */
    List<MailText> newestKept(int limit) {
        return jdbc.sql(TEXT + "state = 'KEPT' and (leaves_at is null or leaves_at <= :now)" + NEWEST)
                .param("now", now())
                .param("limit", limit)
                .query((row, number) -> text(row))
                .list();
    }

    Optional<UUID> meetingOf(UUID message) {
        return jdbc.sql("select meeting" + FROM + "id = ? and meeting is not null")
                .param(message)
                .query(UUID.class)
                .optional();
    }

    private static String where(Optional<UUID> meeting, MailFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder();
        meeting.ifPresent(key -> {
            where.append("meeting = :meeting");
            parameters.put("meeting", key);
        });
        filter.state().ifPresent(state -> {
            where.append(where.isEmpty() ? "" : " and ").append("state = :state");
            parameters.put("state", state.name());
        });
        if (!filter.kind().isEmpty()) {
            where.append(where.isEmpty() ? "" : " and ").append("kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (!filter.words().isBlank()) {
            where.append(where.isEmpty() ? "" : " and ")
                    .append("(recipient like :words escape '!' or lower(subject) like :words escape '!')");
            parameters.put(
                    "words",
                    "%"
                            + filter.words()
                                    .strip()
                                    .toLowerCase(Locale.ROOT)
                                    .replace("!", "!!")
                                    .replace("%", "!%")
                                    .replace("_", "!_")
                            + "%");
        }
        return where.isEmpty() ? "1 = 1" : where.toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static MailText text(ResultSet row) throws SQLException {
        return new MailText(line(row), row.getString(12), row.getString(13), row.getString(14));
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
