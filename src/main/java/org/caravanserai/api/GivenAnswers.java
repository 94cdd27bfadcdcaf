package org.caravanserai.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.platform.Internal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Answers to requests that carry a key, so that one sent again because its answer was lost is not carried out again. A key
 * is taken by one insert before the work begins and counts for a day; of two who send it at once, one works and the other is
 * told to wait. It opens no transaction: what the work does must not undo what is remembered of it.
 */
@Service
@Internal
public class GivenAnswers {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** After this long whoever worked is dead, and the key is free again. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    GivenAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer. */
    public record Answer(int status, String body) {}

    /** What became of a request with a key. */
    public sealed interface Outcome {

        /** It was carried out now. */
        record Fresh(Answer answer) implements Outcome {}

        /** It had been carried out before; this was the answer. */
        record Again(Answer answer) implements Outcome {}

        /** Somebody is carrying it out at this moment. */
        record Busy() implements Outcome {}

        /** The key was used for another request. */
        record Other() implements Outcome {}
    }

    /**
     * Carries work out once.
     *
     * @param hash of all that the request says
     * @param work its answer; one that it throws instead of is not remembered, and the key is free again
     */
    public Outcome once(UUID token, String key, String hash, Supplier<Answer> work) {
        free(token, key);
        if (!take(token, key, hash)) {
            return found(token, key, hash).orElseGet(Outcome.Busy::new);
        }
        Answer answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error e) {
            jdbc.sql("delete from given_answer where token = ? and request_key = ?")
                    .params(token, key)
                    .update();
            throw e;
        }
        jdbc.sql("update given_answer set status = ?, body = ? where token = ? and request_key = ?")
                .params(answer.status(), answer.body(), token, key)
                .update();
        return new Outcome.Fresh(answer);
    }

    /** Forgets what is older than a day. */
    public int sweep() {
        return jdbc.sql("delete from given_answer where asked_at < ?")
                .param(before(REMEMBERED))
                .update();
    }

    private void free(UUID token, String key) {
        jdbc.sql("delete from given_answer where token = ? and request_key = ?"
                        + " and (asked_at < ? or (status is null and asked_at < ?))")
                .params(token, key, before(REMEMBERED), before(ABANDONED))
                .update();
    }

    private boolean take(UUID token, String key, String hash) {
        try {
            return jdbc.sql(
                                    "insert into given_answer (token, request_key, request_hash, asked_at)"
                                            + " select cast(? as uuid), cast(? as varchar), cast(? as varchar),"
                                            + " cast(? as timestamp with time zone) from personal_token t where t.id = ?"
                                            + " and not exists (select 1 from given_answer where token = ? and request_key = ?)")
                            .params(token, key, hash, Timestamp.from(clock.instant()), token, token, key)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            // Another request with the same key was quicker by less than a statement.
            return false;
        }
    }

    private Optional<Outcome> found(UUID token, String key, String hash) {
        return jdbc.sql("select request_hash, status, body from given_answer where token = ? and request_key = ?")
                .params(token, key)
                .query((row, number) -> {
                    @Nullable Integer status = row.getObject(2, Integer.class);
                    if (!hash.equals(row.getString(1))) {
                        return (Outcome) new Outcome.Other();
                    }
                    return status == null
                            ? new Outcome.Busy()
                            : new Outcome.Again(new Answer(status, Objects.requireNonNullElse(row.getString(3), "")));
                })
                .optional();
    }

    private OffsetDateTime before(Duration ago) {
        return clock.instant().minus(ago).atOffset(java.time.ZoneOffset.UTC);
    }
}
