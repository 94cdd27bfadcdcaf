package org.caravanserai.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.AccountSessions;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that a person has given to programs. A token's text is told once, when it is made: only a hash is kept. */
@Service
public class PersonalTokens {

    /** The longest label, in characters. */
    public static final int LONGEST_LABEL = 60;

    /** How many tokens a person may have at once. */
    public static final int MOST = 20;

    private final StoredTokens tokens;
    private final Accounts accounts;
    private final AccountSessions sessions;
    private final RateLimits limits;
    private final Clock clock;

    PersonalTokens(StoredTokens tokens, Accounts accounts, AccountSessions sessions, RateLimits limits, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /** How long a token works. */
    public enum Lifetime {
        WEEK(7),
        MONTH(30),
        QUARTER(90),
        YEAR(365);

        private final int days;

        Lifetime(int days) {
            this.days = days;
        }

        /** Its length in days. */
        public int days() {
            return days;
        }
    }

    /** Whether a token works. */
    public enum Standing {
        WORKS,
        EXPIRED,
        /** The account has ended what began before, as when its password was changed. */
        ENDED
    }

    /**
     * A token as its owner sees it.
     *
     * @param lastUsed when a program last came with it, to the minute; empty if none has
     */
    public record Line(
            UUID key,
            String label,
            Set<Scope> scopes,
            Instant madeAt,
            Instant expiresAt,
            Optional<Instant> lastUsed,
            Standing standing) {}

    /**
     * A token just made.
     *
     * @param text what the program must send; it cannot be had again
     */
    public record Made(UUID key, String text) {

        @Override
        public String toString() {
            return "token " + key;
        }
    }

    /** The acting person's tokens that she has not revoked, the last made first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Line> list() {
        return Actor.person().map(tokens::findByPersonAndRevokedAtIsNullOrderByMadeAtDesc).orElse(List.of()).stream()
                .map(this::line)
                .toList();
    }

    /**
     * Makes a token.
     *
     * @throws Refusal if it has no label or no scope, or there are too many
     */
    @SignedIn
    @Transactional
    public Made make(String label, Set<Scope> scopes, Lifetime lifetime) {
        var account =
                Actor.person().flatMap(accounts::findByPerson).orElseThrow(() -> Refusal.of("people.account.none"));
        var said = Clean.line(label);
        var wrong = new ArrayList<Refusal.Problem>();
        if (said.isEmpty() || said.length() > LONGEST_LABEL) {
            wrong.add(Refusal.Problem.at("label", "api.token.label.wrong", LONGEST_LABEL));
        }
        if (scopes.isEmpty()) {
            wrong.add(Refusal.Problem.at("scopes", "api.token.scopes.none"));
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong);
        }
        if (tokens.findByPersonAndRevokedAtIsNullOrderByMadeAtDesc(
                                        account.person().value())
                                .size()
                        >= MOST
                || !limits.tryTake("token", account.key().toString(), 2 * MOST, Duration.ofHours(1))) {
            throw Refusal.of("api.token.many", MOST);
        }
        var secret = OneTimeSecret.random();
        var token = tokens.save(new PersonalToken(
                new AccountPrincipal(account.key(), account.person().value(), clock.instant()),
                said,
                secret,
                scopes,
                Duration.ofDays(lifetime.days()),
                clock));
        return new Made(token.key(), TokenText.of(secret));
    }

    /** Makes a token of hers stop working at once. */
    @SignedIn
    @Transactional
    public void revoke(UUID token) {
        mine(token).ifPresent(found -> {
            found.revoke(clock);
            tokens.save(found);
        });
    }

    /** Takes a revocation back, while its token is kept. */
    @SignedIn
    @Transactional
    public void restore(UUID token) {
        mine(token).ifPresent(found -> {
            found.restore();
            tokens.save(found);
        });
    }

    private Optional<PersonalToken> mine(UUID token) {
        return tokens.findById(token)
                .filter(found ->
                        Actor.person().filter(found.person().value()::equals).isPresent());
    }

    private Line line(PersonalToken token) {
        return new Line(
                token.key(),
                token.label(),
                token.scopes(),
                token.madeAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.expiresAt().isAfter(clock.instant())
                        ? sessions.counts(token.principal()) ? Standing.WORKS : Standing.ENDED
                        : Standing.EXPIRED);
    }
}
