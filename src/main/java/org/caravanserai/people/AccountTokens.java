package org.caravanserai.people;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Secrets that work once and not for long. Of two who use one at the same moment, one statement lets one succeed. */
@Component
class AccountTokens {

    /** What a secret is for; it works for nothing else. */
    enum Purpose {
        REGISTER(Duration.ofDays(3)),
        RESET(Duration.ofHours(1)),
        MOVE(Duration.ofDays(1));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    /** What was stored with a secret. */
    record Token(Optional<UUID> account, String payload) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new secret. Those given to the same account for the same purpose before stop working. */
    @Transactional(propagation = Propagation.MANDATORY)
    OneTimeSecret issue(Purpose purpose, @Nullable UUID account, String payload) {
        if (account != null) {
            cancel(purpose, account);
        }
        return issue(purpose, account, payload, "", "", "");
    }

    /** A new secret that confirms a registration, with what administrators see of it while it waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    OneTimeSecret issueRegistration(String payload, EmailAddress email, PersonName name) {
        var searchKey = Folding.fold(name.all());
        return issue(Purpose.REGISTER, null, payload, email.value(), name.published(), Clean.cut(searchKey, 1_000));
    }

    private OneTimeSecret issue(
            Purpose purpose, @Nullable UUID account, String payload, String email, String name, String searchKey) {
        var secret = OneTimeSecret.random();
        jdbc.sql("insert into account_token (id, purpose, token_hash, account, payload, expires_at, created_at, email,"
                        + " waiting_name, search_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(1, Ids.next())
                .param(2, purpose.name())
                .param(3, secret.hash())
                .param(4, account, java.sql.Types.OTHER)
                .param(5, payload)
                .param(6, clock.instant().plus(purpose.lifetime).atOffset(ZoneOffset.UTC))
                .param(7, clock.instant().atOffset(ZoneOffset.UTC))
                .param(8, email)
                .param(9, name)
                .param(10, searchKey)
                .update();
        return secret;
    }

    /** What the secret would set in motion; it still works afterwards. Empty if it does not work. */
    Optional<Token> look(Purpose purpose, OneTimeSecret secret) {
        return jdbc.sql("select account, payload from account_token where token_hash = ? and purpose = ?"
                        + " and used_at is null and expires_at > ?")
                .params(secret.hash(), purpose.name(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, i) ->
                        new Token(Optional.ofNullable((@Nullable UUID) row.getObject(1, UUID.class)), row.getString(2)))
                .optional();
    }

    /** Uses the secret up; empty if it does not work, or somebody else was first. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Token> redeem(Purpose purpose, OneTimeSecret secret) {
        var token = look(purpose, secret);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var taken = jdbc.sql("update account_token set used_at = ?, payload = '' where token_hash = ? and purpose = ?"
                        + " and used_at is null and expires_at > ?")
                .params(now, secret.hash(), purpose.name(), now)
                .update();
        return taken == 1 ? token : Optional.empty();
    }

    /** What a registration that waits would set in motion, by the key of its row; its secret stops working. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<String> recallRegistration(UUID key) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var payload = jdbc.sql("select payload from account_token where id = ? and purpose = 'REGISTER'"
                        + " and used_at is null and expires_at > ? for update")
                .params(key, now)
                .query(String.class)
                .optional();
        payload.ifPresent(waiting ->
                jdbc.sql("delete from account_token where id = ?").param(key).update());
        return payload;
    }

    /** Makes the account's secrets for a purpose stop working. */
    @Transactional(propagation = Propagation.MANDATORY)
    void cancel(Purpose purpose, UUID account) {
        jdbc.sql("delete from account_token where account = ? and purpose = ? and used_at is null")
                .params(account, purpose.name())
                .update();
    }

    /** Deletes what no longer works. */
    int sweep() {
        return jdbc.sql("delete from account_token where expires_at < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
