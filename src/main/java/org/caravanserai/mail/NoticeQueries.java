package org.caravanserai.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind a person's notices: one each, whatever the number of rows. */
@Component
class NoticeQueries {

    private static final String FROM =
            " from notice n join outbox_message m on m.id = n.message where n.person = :person and n.appears_at <= :now";
    private static final String CHANGE = "update notice set version = version + 1, read_at = ";

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    List<NoticeLine> find(UUID person, NoticeFilter filter, int offset, int limit, KnownKinds kinds) {
        var parameters = parameters(person);
        var where = where(filter, parameters);
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return jdbc.sql("select n.id, m.subject, n.kind, m.language_tag, n.appears_at, n.read_at" + FROM + where
                        + " order by n.appears_at desc, n.id desc limit :limit offset :offset")
                .params(parameters)
                .query((row, i) -> new NoticeLine(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        kinds.of(row.getString(3)).label(),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6) != null))
                .list();
    }

    int count(UUID person, NoticeFilter filter) {
        var parameters = parameters(person);
        var where = where(filter, parameters);
        return jdbc.sql("select count(*)" + FROM + where)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    List<String> kinds(UUID person) {
        return jdbc.sql("select distinct n.kind" + FROM + " order by n.kind")
                .params(parameters(person))
                .query((row, i) -> row.getString(1))
                .list();
    }

    /** The message that one of her notices goes with. */
    Optional<UUID> message(UUID person, UUID notice) {
        return jdbc.sql("select n.message" + FROM + " and n.id = :notice")
                .params(parameters(person))
                .param("notice", notice)
                .query(UUID.class)
                .optional();
    }

    int read(UUID person, UUID notice, Instant now) {
        return jdbc.sql(CHANGE + ":now where person = :person and id = :notice and read_at is null")
                .param("now", at(now))
                .param("person", person)
                .param("notice", notice)
                .update();
    }

    int unread(UUID person, UUID notice) {
        return jdbc.sql(CHANGE + "null where person = :person and id = :notice and read_at is not null")
                .param("person", person)
                .param("notice", notice)
                .update();
    }

    int readAll(UUID person, Instant now) {
        return jdbc.sql(CHANGE + ":now where person = :person and read_at is null and appears_at <= :now")
                .param("now", at(now))
                .param("person", person)
                .update();
    }

    int undoReadAll(UUID person, Instant at) {
        return jdbc.sql(CHANGE + "null where person = :person and read_at = :at")
                .param("at", at(at))
                .param("person", person)
                .update();
    }

    int visited(UUID person, String path, Instant now) {
        return jdbc.sql(CHANGE + ":now where person = :person and read_at is null and path = :path"
                        + " and appears_at <= :now")
                .param("now", at(now))
                .param("person", person)
                .param("path", path)
                .update();
    }

    /** Deletes what was read before one instant, and what appeared before another. */
    int sweep(Instant readBefore, Instant appearedBefore) {
        return jdbc.sql("delete from notice where appears_at < :appeared or (appears_at < :read and read_at < :read)")
                .param("read", at(readBefore))
                .param("appeared", at(appearedBefore))
                .update();
    }

    private Map<String, Object> parameters(UUID person) {
        return new HashMap<>(Map.of("person", person, "now", at(clock.instant())));
    }

    private static String where(NoticeFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder();
        if (filter.unreadOnly()) {
            where.append(" and n.read_at is null");
        }
        if (!filter.kind().isEmpty()) {
            where.append(" and n.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (!filter.words().isBlank()) {
            where.append(" and lower(m.subject) like :words escape '!'");
            parameters.put("words", MailQueries.contains(filter.words()));
        }
        return where.toString();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
