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
import java.util.Set;
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

    /** Leaves out, at the end of a condition, messages about anything among {@code :concealed}. */
    private static final String OPEN = " and not exists (select 1 from outbox_matter about"
            + " where about.message = outbox_message.id and about.matter in (:concealed))";

    /** What an address has got: what is kept or was sent, and has left. */
    private static final String RECEIVED =
            "recipient = :recipient and state in ('KEPT', 'SENT', 'DIGEST', 'TOLD') and (leaves_at is null or leaves_at <= :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    MailQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose messages, and without those about what: of one meeting, or of all where there is none. */
    record Scope(Optional<UUID> meeting, Set<UUID> concealed) {

        static final Scope ALL = new Scope(Optional.empty(), Set.of());
    }

    /** Newest first. */
    List<MailLine> find(Scope scope, MailFilter filter, int offset, int limit) {
        var parameters = new HashMap<String, Object>();
        var where = where(scope, filter, parameters);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return jdbc.sql(LINE + where + NEWEST + " offset :offset")
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    int count(Scope scope, MailFilter filter) {
        var parameters = new HashMap<String, Object>();
        return jdbc.sql("select count(*)" + FROM + where(scope, filter, parameters))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    Map<OutboxMessage.State, Integer> states(Scope scope) {
        var counts = new EnumMap<OutboxMessage.State, Integer>(OutboxMessage.State.class);
        for (var state : OutboxMessage.State.values()) {
            counts.put(state, 0);
        }
        var parameters = new HashMap<String, Object>();
        jdbc.sql("select state, count(*)" + FROM + where(scope, MailFilter.ALL, parameters) + " group by state")
                .params(parameters)
                .query((row, number) -> counts.put(OutboxMessage.State.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    /** The kinds of messages that there are. */
    List<String> kinds(Scope scope) {
        var parameters = new HashMap<String, Object>();
        return jdbc.sql("select distinct kind" + FROM + where(scope, MailFilter.ALL, parameters) + " order by kind")
                .params(parameters)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many messages have failed in each of these meetings; those without any are left out. */
    Map<UUID, Integer> failures(Collection<UUID> meetings, Set<UUID> concealed) {
        var counts = new HashMap<UUID, Integer>();
        if (!meetings.isEmpty()) {
            var parameters = new HashMap<String, Object>(Map.of("meetings", meetings));
            var where = "meeting in (:meetings) and state = 'FAILED'" + without(concealed, parameters);
            jdbc.sql("select meeting, count(*)" + FROM + where + " group by meeting")
                    .params(parameters)
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
                .query((row, number) -> new MailFile(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
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

    /** Whether a message is among those of a meeting. */
    boolean isIn(Scope scope, UUID message) {
        var parameters = new HashMap<String, Object>(Map.of("message", message));
        var where = where(scope, MailFilter.ALL, parameters);
        return jdbc.sql("select count(*)" + FROM + where + " and id = :message")
                        .params(parameters)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String without(Set<UUID> concealed, Map<String, Object> parameters) {
        if (concealed.isEmpty()) {
            return "";
        }
        parameters.put("concealed", concealed);
        return OPEN;
    }

    private static String where(Scope scope, MailFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder();
        scope.meeting().ifPresent(key -> {
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
            parameters.put("words", contains(filter.words()));
        }
        return (where.isEmpty() ? "1 = 1" : where.toString()) + without(scope.concealed(), parameters);
    }

    /** What matches a text in lower case that contains these words, with {@code !} as escape. */
    static String contains(String words) {
        return "%"
                + words.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
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
