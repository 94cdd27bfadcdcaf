package org.caravanserai.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Clean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers that stay signed in. A browser holds a series, which stays, and a token, which changes at every use. A token
 * that was used before comes from a copy of the cookie: then every browser of the account is forgotten and all its
 * sessions end. Only the token just replaced is still taken for a minute, as several tabs may open at once.
 */
@Service
@Internal
public class RememberedBrowsers {

    /** How long a browser that is not used stays signed in. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    RememberedBrowsers(JdbcClient jdbc, Accounts accounts, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a browser holds. */
    public record Ticket(OneTimeSecret series, OneTimeSecret token) {}

    /** A ticket taken: who it was for, and the ticket that replaces it (the same one within the overlap). */
    public record Taken(AccountPrincipal principal, Ticket next) {}

    private record Row(UUID id, UUID account, String tokenHash, String previousHash, OffsetDateTime usedAt) {}

    /** Remembers a browser. */
    @Transactional
    public Ticket remember(AccountPrincipal principal, String description) {
        var ticket = new Ticket(OneTimeSecret.random(), OneTimeSecret.random());
        var line = Clean.line(description);
        jdbc.sql("insert into remembered_browser (id, account, series_hash, token_hash, previous_hash, description,"
                        + " created_at, used_at) values (?, ?, ?, ?, '', ?, ?, ?)")
                .params(
                        Ids.next(),
                        principal.accountKey(),
                        ticket.series().hash(),
                        ticket.token().hash(),
                        Clean.cut(line, 200),
                        now(),
                        now())
                .update();
        return ticket;
    }

    /** Takes a ticket; empty if it is unknown, too old, stolen, or its account cannot be used. */
    @Transactional
    public Optional<Taken> take(Ticket ticket) {
        var row = jdbc.sql("select id, account, token_hash, previous_hash, used_at from remembered_browser"
                        + " where series_hash = ? for update")
                .param(ticket.series().hash())
                .query((r, i) -> new Row(
                        r.getObject(1, UUID.class),
                        r.getObject(2, UUID.class),
                        r.getString(3),
                        r.getString(4),
                        r.getObject(5, OffsetDateTime.class)))
                .optional();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var browser = row.get();
        if (browser.usedAt().plus(LIFETIME).isBefore(now())) {
            forget(ticket.series());
            return Optional.empty();
        }
        var account = accounts.findById(browser.account()).filter(Account::isUsable);
        if (account.isEmpty()) {
            forget(ticket.series());
            return Optional.empty();
        }
        var principal =
                new AccountPrincipal(account.get().key(), account.get().person().value(), clock.instant());
        var hash = ticket.token().hash();
        if (hash.equals(browser.tokenHash())) {
            var next = OneTimeSecret.random();
            jdbc.sql("update remembered_browser set token_hash = ?, previous_hash = ?, used_at = ? where id = ?")
                    .params(next.hash(), hash, now(), browser.id())
                    .update();
            return Optional.of(new Taken(principal, new Ticket(ticket.series(), next)));
        }
        if (hash.equals(browser.previousHash())
                && browser.usedAt().plus(OVERLAP).isAfter(now())) {
            return Optional.of(new Taken(principal, ticket));
        }
        forgetAll(account.get());
        account.get().endSessions(clock);
        accounts.save(account.get());
        trail.record("stolen", "RememberedBrowser", account.get().key(), "");
        return Optional.empty();
    }

    /** Forgets one browser. */
    @Transactional
    public void forget(OneTimeSecret series) {
        jdbc.sql("delete from remembered_browser where series_hash = ?")
                .param(series.hash())
                .update();
    }

    /** Forgets one browser of an account. */
    @Transactional
    public void forget(Account account, UUID browser) {
        jdbc.sql("delete from remembered_browser where id = ? and account = ?")
                .params(browser, account.key())
                .update();
    }

    /** The browsers of an account, the last used first. */
    @Transactional(readOnly = true)
    public List<OwnAccount.Browser> of(Account account) {
        return jdbc.sql("select id, description, created_at, used_at from remembered_browser where account = ?"
                        + " order by used_at desc limit 50")
                .param(account.key())
                .query((r, i) -> new OwnAccount.Browser(
                        r.getObject(1, UUID.class),
                        r.getString(2),
                        r.getObject(3, OffsetDateTime.class).toInstant(),
                        r.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Forgets all browsers of an account. */
    @Transactional
    public void forgetAll(Account account) {
        jdbc.sql("delete from remembered_browser where account = ?")
                .param(account.key())
                .update();
    }

    /** Forgets the browsers that were not used for {@link #LIFETIME}. */
    @Transactional
    public int sweep() {
        return jdbc.sql("delete from remembered_browser where used_at < ?")
                .param(now().minus(LIFETIME))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
